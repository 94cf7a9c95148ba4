import { describe, expect, it } from "vitest";
import { strangersInCore } from "./support/coreBundle.js";
import { plantedTree } from "./support/plantedTree.js";
import { root } from "./support/repository.js";

describe("core, bundled for a neutral platform", () => {
  it("consists of src/core and its pure packages alone", async () => {
    expect(await strangersInCore(root)).toEqual([]);
  });

  it.each([
    ["a built-in", 'export { readFile } from "node:fs";', 'src/core/index.ts: Could not resolve "node:fs"'],
    ["a built-in without its prefix", 'export { readFile } from "fs";', 'src/core/index.ts: Could not resolve "fs"'],
    ["the editor", 'export { commands } from "vscode";', 'src/core/index.ts: Could not resolve "vscode"'],
    ["another folder", 'export * from "../platform/clock.js";', "src/platform/clock.ts is bundled into core"],
    [
      "a package that is not pure",
      'export { strToU8 } from "fflate";',
      "../../node_modules/fflate/esm/browser.js is bundled into core",
    ],
    [
      "a built-in that is loaded late",
      'export const late = () => import("node:fs");',
      'src/core/index.ts: Could not resolve "node:fs"',
    ],
  ])("reports %s", async (_, source, sentence) => {
    await using tree = await plantedTree();
    await tree.write({ "src/core/index.ts": source, "src/platform/clock.ts": "export const clock = 1;" });
    expect(await strangersInCore(tree.folder)).toContain(sentence);
  });
});
