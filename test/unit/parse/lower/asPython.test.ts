import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import type { PythonParser } from "../../../../src/core/index.js";
import { LoweringCache, sectionsOf } from "../../../../src/core/parse/sections/sections.js";
import { loadPythonParser } from "../../../../src/platform/pythonParser.js";
import { type Shape, shapesOf } from "./shapes.js";

const execute = promisify(execFile);
/** Of so many files of the standard library one is read; `npm run test:long` repeats the test and comes to them all. */
const oneOf = 10;
let round = -1;
let parser: PythonParser;

beforeAll(async () => {
  parser = await loadPythonParser();
});

function ours(text: string): readonly Shape[] {
  const sections = sectionsOf(text, parser.parse(text), parser, new LoweringCache());
  return sections.flatMap(({ statements, text: own }) =>
    statements === undefined ? [["unreadable", own]] : shapesOf(statements),
  );
}

/** Null where this Python does not read a file. */
async function shapesByPython(files: readonly string[]): Promise<readonly (readonly Shape[] | null)[]> {
  const script = path.resolve("test/unit/parse/lower/shapes.py");
  const { stdout } = await execute("python3", [script, ...files], { maxBuffer: 2 ** 30 });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as readonly Shape[] | null);
}

const indented = (text: string, by: string): string => text.replace(/^/gm, by);

test.each<readonly [string, (text: string) => string]>([
  ["alone", (text) => `${text}\n`],
  ["without an end of line", (text) => text],
  ["with lines that end in CRLF", (text) => `${text}\n`.replaceAll("\n", "\r\n")],
  ["behind a byte order mark", (text) => `\uFEFF${text}\n`],
  ["between form feeds", (text) => `\f\n${text}\n\f\nx = 1\n\f# c\ny = 2\n`],
  ["in a function", (text) => `def outer():\n${indented(text, "    ")}\n`],
  ["in a method, behind tabs", (text) => `class K:\n\tdef m(self):\n${indented(text, "\t\t")}\n\n\tz = 1\n`],
])("reads each form of statement and expression as Python does, %s", async (_, place) => {
  const forms = (await readFile("test/unit/parse/lower/forms.txt", "utf8")).trimEnd().split("\n===\n").map(place);
  const folder = await mkdtemp(path.join(tmpdir(), "forms-"));
  const files = forms.map((_form, index) => path.join(folder, `${index}.py`));
  await Promise.all(forms.map((form, index) => writeFile(files[index] ?? "", form)));
  const theirs = await shapesByPython(files);
  await rm(folder, { recursive: true });
  const different = forms.flatMap((form, index) => {
    const expected = theirs[index];
    const read = ours(form);
    if (expected === null || expected === undefined || JSON.stringify(read) === JSON.stringify(expected)) return [];
    return [`${form}\n${difference(read, expected)}`];
  });
  expect(different).toEqual([]);
});

test("reads Python's standard library as Python does", async () => {
  round += 1;
  const { stdout: folder } = await execute("python3", ["-c", "import os; print(os.path.dirname(os.__file__), end='')"]);
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith(".py") && !/site-packages|dist-packages|lib2to3/.test(name))
    .sort();
  const files = names.filter((_, index) => index % oneOf === round % oneOf).map((name) => path.join(folder, name));
  const theirs = await shapesByPython(files);
  const different: string[] = [];
  for (const [index, file] of files.entries()) {
    const expected = theirs[index];
    if (expected === null || expected === undefined) continue;
    const text = await readFile(file, "utf8");
    // Written in another encoding, or with letters by their names, which we leave unknown; and what was a statement in Python 2.
    if (/\uFFFD|\\N\{|print >>/.test(text)) continue;
    const read = ours(text);
    for (const [place, shape] of expected.entries()) {
      // A statement that cannot be read is told on its line.
      if (isUnreadable(read[place])) break;
      if (JSON.stringify(read[place]) !== JSON.stringify(shape))
        different.push(`${file} ${difference(read[place], shape)}`);
    }
  }
  expect(different).toEqual([]);
}, 600_000);

function isUnreadable(shape: Shape | undefined): boolean {
  return Array.isArray(shape) && shape[0] === "unreadable";
}

/** The smallest part in which two shapes differ. */
function difference(read: Shape | undefined, expected: Shape): string {
  if (Array.isArray(read) && Array.isArray(expected) && read.length === expected.length) {
    const at = expected.findIndex((part: Shape, index) => JSON.stringify(part) !== JSON.stringify(read[index]));
    return difference(read[at] as Shape, expected[at] as Shape);
  }
  const begun = (shape: Shape): string => JSON.stringify(shape).slice(0, 200);
  return `ours ${read === undefined ? "nothing" : begun(read)} Python's ${begun(expected)}`;
}
