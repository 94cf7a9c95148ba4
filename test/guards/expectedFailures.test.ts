import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface List {
  readonly file: string;
  /** How many stand on it. It may only become smaller, with the list. */
  readonly length: number;
  readonly namesIn: (text: string) => readonly string[];
}

/** What is wrong today and known. */
const lists: readonly List[] = [
  {
    file: "test/wild/expectedFailures.json",
    length: 4,
    namesIn: (text) =>
      (JSON.parse(text) as readonly { case: string; way: string }[]).map((one) => `${one.case} (${one.way})`),
  },
  {
    file: "test/unit/parse/programs/knownDifferences.json",
    length: 0,
    namesIn: (text) => Object.keys(JSON.parse(text) as Readonly<Record<string, string>>),
  },
];

describe.each(lists)("the list of what is wrong today in $file", ({ file, length, namesIn }) => {
  it("is as long as this guard says, and so never becomes longer unseen", () => {
    expect(namesIn(readFileSync(file, "utf8"))).toHaveLength(length);
  });

  it("holds nothing that was not on it at every commit that this clone knows", () => {
    const now = namesIn(readFileSync(file, "utf8"));
    for (const commit of commitsOf(file)) {
      const then = new Set(namesIn(git("show", `${commit}:${file}`)));
      expect(
        now.filter((name) => !then.has(name)),
        `not on the list at ${commit}`,
      ).toEqual([]);
    }
  });
});

/** Those that have changed the file since this guard was there, and the one that it came with; none in a tree without history. */
function commitsOf(path: string): readonly string[] {
  const [first] = linesOf("log", "--format=%H", "--diff-filter=A", "--", "test/guards/expectedFailures.test.ts");
  if (first === undefined) return [];
  return [first, ...linesOf("log", "--format=%H", "--ancestry-path", `${first}..HEAD`, "--", path)];
}

function linesOf(...args: readonly string[]): readonly string[] {
  try {
    return git(...args)
      .split("\n")
      .filter(Boolean);
  } catch {
    return [];
  }
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
