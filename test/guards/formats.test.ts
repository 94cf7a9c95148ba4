import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../../scripts/formats/generated.mjs";
import { readText } from "../../src/formats/reader.js";
import { mutated } from "../unit/formats/fuzzing/mutate.js";
import { Random } from "../unit/formats/fuzzing/random.js";
import { changesOf, sampled, type Sampled } from "../unit/formats/samples.js";
import { root } from "./support/repository.js";

describe("what is made of src/formats", () => {
  it("is what lies there; `npm run formats` makes it so", async () => {
    const files = await generatedFiles(root, (name) => readFile(path.join(root, name), "utf8"));
    for (const [file, text] of files) expect([file, committed(file)]).toEqual([file, text]);
  });
});

describe("manifests", () => {
  it.each([
    ["core and engine", ["src/core", "src/engine"], /\bengine: "local",/, "src/core/jobs/manifestOf.ts"],
    ["the runtime", ["src/runtime/aqueduct"], /"engine": "airflow"/, "src/runtime/aqueduct/launcher/outcome.py"],
  ] as const)("have one maker in %s", (_, folders, member, maker) => {
    const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...folders], {
      cwd: root,
      encoding: "utf8",
    })
      .split("\0")
      .filter((file) => /\.(ts|py)$/.test(file) && member.test(committed(file)));
    expect(files).toEqual([maker]);
  });
});

describe("Python reads as the editor does", () => {
  const both = sampled.filter(({ isReadByPython }) => isReadByPython === true);

  it("what it reads at all", () => {
    expect(both.map(({ name }) => name)).toContain("manifest");
  });

  it.each(both)("$name: every sample, every change of one, and texts that are torn", (one) => {
    const texts = [...one.samples.map((sample) => JSON.stringify(sample)), ...changesIn(one), ...tornOf(one, 500)];
    const refusals = refusalsOfPython(texts.map((text) => [one.name, text]));
    expect(refusals).toHaveLength(texts.length);
    const differences = texts.flatMap((text, at) => {
      const here = readText(one.format, text);
      const there = refusals[at] ?? "";
      return here.readable === (there === "") ? [] : [{ here: here.readable ? "" : here.why, there, text }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(refusals.filter((refusal) => refusal === "").length).toBeGreaterThan(0);
  });

  it("a planted difference is found", () => {
    const planted = new Map([["run", '{"type":"object","properties":{},"required":[]}']]);
    expect(refusalsOfPython([["run", "{}"]], planted)).toEqual([""]);
    expect(refusalsOfPython([["run", "{}"]])).toEqual(["it can't be read: format is missing."]);
  });
});

function* changesIn({ samples }: Sampled): Generator<string, void> {
  for (const sample of samples) for (const { value } of changesOf(sample)) yield JSON.stringify(value);
}

function tornOf({ samples }: Sampled, times: number): readonly string[] {
  const random = new Random(13);
  return Array.from({ length: times }, () => mutated(random.oneOf(samples), random));
}

const script = `
import json, sys
from aqueduct import formats
asked = json.load(sys.stdin)
formats._schemas().update({name: json.loads(schema) for name, schema in asked["planted"]})
def refusal(name, text):
    try:
        formats.read_text(name, text, "it")
    except formats.Unreadable as error:
        return str(error)
    return ""
json.dump([refusal(name, text) for name, text in asked["texts"]], sys.stdout)
`;

/**
 * What Python says of each text; empty: it reads it.
 *
 * @param planted schemas in place of its own
 */
function refusalsOfPython(
  texts: readonly (readonly [name: string, text: string])[],
  planted: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const { stdout, stderr, status } = spawnSync("python3", ["-c", script], {
    input: JSON.stringify({ texts, planted: [...planted] }),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONPATH: path.join(root, "src/runtime"), PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (status !== 0) throw new Error(`Python itself failed: ${stderr}`);
  return JSON.parse(stdout) as readonly string[];
}

function committed(file: string): string {
  const found = path.join(root, file);
  return existsSync(found) ? readFileSync(found, "utf8") : "";
}
