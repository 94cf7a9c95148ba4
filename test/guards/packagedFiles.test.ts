import { listFiles, PackageManager } from "@vscode/vsce";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { bundles } from "../../scripts/build/bundles.mjs";
import { bundling } from "../../scripts/build/bundling.mjs";
import { billFile, billOfMaterials, vendored, vendoredFolders } from "../../scripts/build/billOfMaterials.mjs";
import { packageFolders } from "../../scripts/build/notices.mjs";
import { plantedTree } from "./support/plantedTree.js";
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

  it("names no map of its sources, since none ships", async () => {
    const [page] = bundles.filter(({ outfile }) => outfile === "dist/webview/stepsPanel.js");
    if (page === undefined) throw new Error("The page of steps is not bundled.");
    const options = { ...bundling(page, { production: true }), absWorkingDir: root, write: false as const };
    const { outputFiles } = await build(options);
    const texts = outputFiles.filter((file) => !file.path.endsWith(".map")).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.includes("sourceMappingURL"))).toEqual([]);
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

describe("the bill of materials in the package", () => {
  interface Component {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }
  const bill = (): { readonly bomFormat: string; readonly components: readonly Component[] } =>
    JSON.parse(readFileSync(path.join(root, billFile), "utf8")) as ReturnType<typeof bill>;

  it("has each bundled package as the lock file has it, what is vendored, and nothing else", async () => {
    const { bomFormat, components } = bill();
    const bundled = JSON.parse(readFileSync(path.join(root, "out/bundled-files.json"), "utf8")) as readonly string[];
    const packages = packageFolders(bundled).map((folder) => {
      const found = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Component;
      return `pkg:npm/${found.name.replace("@", "%40")}@${found.version}`;
    });
    expect(bomFormat).toBe("CycloneDX");
    expect(packages.length).toBeGreaterThan(20);
    expect(components.map(({ purl }) => purl).sort()).toEqual(
      [...new Set(packages), "pkg:pypi/cloudpickle@3.1.2"].sort(),
    );
    expect(vendored.map(({ folder }) => folder)).toEqual(await vendoredFolders(root));
    const unhashed = components.filter(({ hashes }) => hashes?.[0]?.alg !== "SHA-512");
    expect(unhashed.map(({ name }) => name)).toEqual(vendored.map(({ name }) => name));
  });

  it("names licences that may be handed on with a product, and none but these", () => {
    const given = bill().components.flatMap(({ licenses }) => licenses.map((one) => one.license?.id ?? one.expression));
    const allowed = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC-BY-4.0", "ISC", "MIT"];
    expect([...new Set(given)].filter((one) => one === undefined || !allowed.includes(one))).toEqual([]);
  });

  it("is the same for the same files", async () => {
    const bundled = JSON.parse(readFileSync(path.join(root, "out/bundled-files.json"), "utf8")) as readonly string[];
    expect(await billOfMaterials(root, bundled)).toBe(readFileSync(path.join(root, billFile), "utf8"));
  });

  it("is not made where a package was bundled in another version than the lock file's", async () => {
    await using tree = await plantedTree();
    await tree.write({ "node_modules/axios/package.json": '{"name":"axios","version":"0.0.1","license":"MIT"}' });
    const file = path.join(tree.folder, "node_modules/axios/index.js");
    await expect(billOfMaterials(root, [file])).rejects.toThrow(
      "axios@0.0.1 is bundled, and package-lock.json does not have it: run `npm ci`.",
    );
  });
});

/** A package's own name: an alias in `package.json` gives its folder another. */
function packageName(folder: string): string {
  const { name } = JSON.parse(readFileSync(path.join(root, "node_modules", folder, "package.json"), "utf8")) as {
    readonly name: string;
  };
  return name;
}
