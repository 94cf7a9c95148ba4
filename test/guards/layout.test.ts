import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { importTable } from "../../scripts/lint/importTable.mjs";
import { root } from "./support/repository.js";
import { rows } from "./support/violations.js";

const sources = ["src", "webview"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")),
);

describe("the layout", () => {
  it("has a row of the import table for every source file", () => {
    const folders = importTable.flatMap((row) => row.folders);
    const homeless = sources.filter(
      (file) => !folders.some((folder) => file === folder || file.startsWith(`${folder}/`)),
    );
    expect(homeless).toEqual(["src/core/globals.d.ts"]);
  });

  it("has a planted violation for every row of the import table", () => {
    const planted = [...rows.values()].map(({ file }) => file);
    const untried = importTable.filter(
      (row) => !row.folders.every((folder) => planted.some((file) => file === folder || file.startsWith(`${folder}/`))),
    );
    expect(untried.map(({ name }) => name)).toEqual([]);
  });

  it("has no index but the door of core", () => {
    expect(sources.filter((file) => path.basename(file) === "index.ts")).toEqual(["src/core/index.ts"]);
  });

  it("names no file or folder after nothing in particular", () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc)(\.ts$|\/)/i;
    expect(sources.filter((file) => vague.test(file))).toEqual([]);
  });

  it("has a suite that finds it for every test file", () => {
    const tests = readdirSync(path.join(root, "test"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(test|spec)\.[cm]?tsx?$/.test(entry.name))
      .map((entry) => path.relative(path.join(root, "test"), path.join(entry.parentPath, entry.name)));
    expect(tests.length).toBeGreaterThan(200);
    const found = /^((unit|guards|engine|wild|window|e2e|integration)\/.*\.test\.ts|browser\/.*\.spec\.ts)$/;
    expect(tests.map((file) => file.split(path.sep).join("/")).filter((file) => !found.test(file))).toEqual([]);
  });

  it("asks the system for its user in one place, which knows users who are not listed", () => {
    const asking = sources.filter((file) => /\b(userInfo|homedir)\b/.test(readFileSync(path.join(root, file), "utf8")));
    expect(asking).toEqual(["src/platform/whoAmI.ts"]);
  });

  it("writes no plural of its own, so that nothing says 1 operators", () => {
    const nouns =
      "argument|artifact|blob|byte|cell|character|column|error|field|file|item|line|limit|operator|parameter|problem|row|run|step|task|time|value|warning|workflow";
    // `${n} rows`, `${n} ${n === 1 ? "row" : "rows"}`, `n === 1 ? "1 row" : …`: all but `countOf(n, "row")`.
    const byHand = new RegExp(`\\$\\{(?!countOf)[^{}]*\\} (?:${nouns})s\\b|=== 1 \\? "(?:(?:1|one) )?(?:${nouns})"`);
    const lines = sources.flatMap((file) =>
      readFileSync(path.join(root, file), "utf8")
        .split("\n")
        .filter((line) => byHand.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });
});
