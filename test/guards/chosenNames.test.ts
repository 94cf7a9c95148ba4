import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "./support/repository.js";

/** Such as `const byName: Record<string, Value> = {}`: under `__proto__`, what is put there is lost, or is found by every other name. */
const grown = /\b(?:const|let) \w+: Record<[^=]*> = \{\}/;

it("No object grows by names that others chose: a Map does, or Object.fromEntries makes it at once", () => {
  const files = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "src", "webview"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  const sources = files.split("\0").filter((file) => /\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(400);
  expect(sources.filter((file) => grown.test(readFileSync(path.join(root, file), "utf8")))).toEqual([]);
  expect(grown.test("  const byName: Record<string, Value> = {};")).toBe(true);
});
