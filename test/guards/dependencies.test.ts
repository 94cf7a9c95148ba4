import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/repository.js";

const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const everyDependency = Object.entries({ ...dependencies, ...devDependencies });

describe("dependencies", () => {
  it("are pinned exactly, but for the maintained dagre, which the lock pins", () => {
    expect(everyDependency.filter(([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([
      ["dagre", "npm:@dagrejs/dagre@^3"],
    ]);
  });

  it("have their reason in CONTRIBUTING, types of others aside", () => {
    const reasons = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
    const unexplained = everyDependency
      .map(([name]) => name)
      .filter((name) => !name.startsWith("@types/") && !reasons.includes(`\`${name}\``));
    expect(unexplained).toEqual([]);
  });
});
