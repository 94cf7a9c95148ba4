import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  entriesOf,
  lockWithVersion,
  objectionsOfAudit,
  objectionsTo,
  releasedChangelog,
  tagOf,
  withVersion,
} from "../../scripts/release/plan.mjs";
import { lastReleased, sizeTable } from "../../scripts/release/sizes.mjs";
import { root } from "./support/repository.js";

const changelog = "# Changelog\n\n## Unreleased\n\n- A thing.\n- Another.\n\n## 0.1.0 (2026-01-01)\n\n- The first.\n";
const facts = { branch: "main", changed: [], tags: ["v0.1.0", "other"], version: "0.1.0", changelog };

describe("a release", () => {
  it("is made on a clean main, of a greater version, with an entry in the changelog", () => {
    expect(objectionsTo("0.2.0", facts)).toEqual([]);
  });

  it("may be the first one, of the version that package.json has had from the start", () => {
    expect(objectionsTo("0.1.0", { ...facts, tags: [] })).toEqual([]);
  });

  it.each([
    ["of no version", undefined, {}, "Say which version is released: npm run release -- 0.2.0"],
    ["of what is not a version", "v2", {}, "“v2” is not a version: write three numbers, such as 0.2.0."],
    [
      "of a changed tree",
      "0.2.0",
      { changed: ["a.ts", "b.ts"] },
      "Commit or put away what you have changed first: a.ts, b.ts.",
    ],
    ["of another branch", "0.2.0", { branch: "mine" }, "Releases are made on main, and this is mine: switch to main."],
    ["twice", "0.1.0", {}, "The tag v0.1.0 exists: choose a greater version."],
    [
      "of a version below the last one",
      "0.9.0",
      { tags: ["v0.9.1", "v0.10.0"] },
      "0.9.0 is not greater than 0.10.0, the last release: choose a greater version.",
    ],
    [
      "of a version below that of package.json",
      "0.2.0",
      { version: "0.3.0" },
      "0.2.0 is not greater than 0.3.0, the version in package.json: choose a greater version.",
    ],
    [
      "without a section in the changelog",
      "0.2.0",
      { changelog: "# Changelog\n\n## 0.1.0 (2026-01-01)\n\n- The first.\n" },
      "CHANGELOG.md has no entry to release: put one below a heading “## Unreleased”.",
    ],
    [
      "without an entry in that section",
      "0.2.0",
      { changelog: "# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-01-01)\n\n- The first.\n" },
      "CHANGELOG.md has no entry to release: put one below a heading “## Unreleased”.",
    ],
  ])("is refused %s", (_, version, difference, sentence) => {
    expect(objectionsTo(version, { ...facts, ...difference })).toEqual([sentence]);
  });

  it("is refused where vulnerabilities are known, and where nobody could look for them", () => {
    const refused = (code: number | null, isUnchecked: boolean): boolean =>
      objectionsOfAudit(code, isUnchecked).length > 0;
    expect([refused(0, false), refused(1, false), refused(3, false), refused(null, false)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect([refused(1, true), refused(3, true)]).toEqual([true, false]);
  });

  it("is refused for all its reasons at once", () => {
    expect(objectionsTo("0.1.0", { ...facts, branch: "mine", changed: ["a.ts"], changelog: "" })).toHaveLength(4);
  });

  it.each(["## Unreleased", "## 0.2.0 (unreleased)"])("dates the section %s and leaves the others", (heading) => {
    const before = changelog.replace("## Unreleased", heading);
    expect(entriesOf(before)).toEqual(["- A thing.", "- Another."]);
    expect(releasedChangelog(before, "0.2.0", "2026-02-03")).toBe(
      changelog.replace("## Unreleased", "## 0.2.0 (2026-02-03)"),
    );
  });

  it("changes nothing of package.json and the lock but the version of this package", () => {
    const [manifest, lock] = ["package.json", "package-lock.json"].map((file) =>
      readFileSync(path.join(root, file), "utf8"),
    ) as [string, string];
    const { version } = JSON.parse(manifest) as { readonly version: string };
    expect(differences(manifest, withVersion(manifest, "9.8.7"))).toEqual([['  "version": "9.8.7",']]);
    expect(differences(lock, lockWithVersion(lock, "9.8.7")).flat()).toEqual([
      '  "version": "9.8.7",',
      '      "version": "9.8.7",',
    ]);
    expect(withVersion(withVersion(manifest, "9.8.7"), version)).toBe(manifest);
    expect(tagOf("9.8.7")).toBe("v9.8.7");
  });
});

/** The lines of a second text that are others than those of the first, each with those that follow it at once. */
function differences(first: string, second: string): readonly (readonly string[])[] {
  const [before, after] = [first, second].map((text) => text.split("\n")) as [string[], string[]];
  expect(after).toHaveLength(before.length);
  return after.flatMap((line, index) => (line === before[index] ? [] : [[line]]));
}

describe("the table of sizes", () => {
  const then = { version: "0.1.0", sizes: { "a.js": { bytes: 1000, gzipped: 300 }, "b.js": { bytes: 5, gzipped: 5 } } };

  it("shows now, then and the difference, raw and gzipped, the largest first", () => {
    const now = { "new.js": { bytes: 10, gzipped: 9 }, "a.js": { bytes: 2500, gzipped: 250 } };
    expect(sizeTable(now, then).split("\n")).toEqual([
      "        bytes  in 0.1.0          gzipped  in 0.1.0",
      "a.js    2,500     1,000  +1,500      250       300  −50",
      "new.js     10       new                9       new",
      "b.js     gone         5             gone         5",
      "",
    ]);
  });

  it("says where nothing has changed", () => {
    expect(sizeTable(then.sizes, then)).toContain("a.js  1,000     1,000  =      300       300  =\n");
  });

  it("stands beside the sizes of a release that were committed", async () => {
    const { sizes } = await lastReleased();
    expect(Object.keys(sizes)).toEqual(expect.arrayContaining(["out/aqueduct.vsix", "dist/extension.js"]));
  });
});
