import { listFiles, PackageManager } from "@vscode/vsce";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "./support/repository.js";

const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { readonly version: string };

// Reviewed by hand. After `npm run build`: npx vsce ls --no-dependencies | LC_ALL=C sort > test/guards/packagedFiles.txt, the wheel's version replaced.
const reviewed = readFileSync(path.join(import.meta.dirname, "packagedFiles.txt"), "utf8")
  .trimEnd()
  .replace("{version}", version)
  .split("\n");

beforeAll(() => {
  execFileSync(process.execPath, [path.join(root, "scripts/build.mjs")]);
});

describe("the packaged extension", () => {
  it("holds the reviewed files and no others", async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    expect(files.sort()).toEqual(reviewed);
  });

  it("asks the host for VS Code's API once, not once a module", () => {
    expect(readFileSync(path.join(root, "dist/extension.js"), "utf8").match(/require\("vscode"\)/g)).toHaveLength(1);
  });

  it("names every bundled package in its notices", () => {
    const notices = readFileSync(path.join(root, "THIRD_PARTY_NOTICES.txt"), "utf8");
    const bundled = JSON.parse(readFileSync(path.join(root, "out/bundled-files.json"), "utf8")) as readonly string[];
    const names = bundled.flatMap(
      (file) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? [],
    );
    const unnamed = [...new Set(names)].filter((name) => !notices.includes(`\n${packageName(name)} `));
    expect(unnamed).toEqual([]);
  });
});

/** A package's own name: an alias in `package.json` gives its folder another. */
function packageName(folder: string): string {
  const { name } = JSON.parse(readFileSync(path.join(root, "node_modules", folder, "package.json"), "utf8")) as {
    readonly name: string;
  };
  return name;
}
