import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/repository.js";

// By NUL: git quotes names with letters of other languages.
const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);

function text(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

/** The names in the first column of ARCHITECTURE's map. */
const mapped = (/## The map\n([\s\S]*?)\n## /.exec(text("ARCHITECTURE.md"))?.[1] ?? "")
  .split("\n")
  .flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""));

describe("the map in ARCHITECTURE", () => {
  it("has every folder at the top of the repository", () => {
    const folders = [
      ...new Set(files.filter((file) => /^[^./][^/]*\//.test(file)).map((file) => file.split("/")[0] ?? "")),
    ];
    expect(folders).toContain("scripts");
    expect(folders.filter((folder) => !mapped.some((name) => name.split("/")[0] === folder))).toEqual([]);
  });

  it("has each of them once", () => {
    expect(mapped.filter((name, index) => mapped.indexOf(name) !== index)).toEqual([]);
  });
});

describe("what is written", () => {
  const read = files.filter(
    (file) => /\.(md|ts|mjs|py)$/.test(file) && !file.includes("_vendor/") && file !== "test/guards/documents.test.ts",
  );

  it("points to nothing that is not in the repository", () => {
    const nowhere = /air_executor|\(decision\b|\bdecision \d+|\brule \d+|order of ARCHITECTURE/i;
    const lines = read.flatMap((file) =>
      text(file)
        .split("\n")
        .filter((line) => nowhere.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });
});
