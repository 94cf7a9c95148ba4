import { cp, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildFile, readGraph, WorkflowProblems, type BuiltFile } from "../../../src/core/index.js";
import type { Problem } from "../../../src/core/model/problem.js";
import type { Graph } from "../../../src/core/model/workflow.js";
import type { Expectation, ExpectedRun } from "./expectation.js";
import { execute, suiteFolder, type Places } from "./places.js";
import type { SeenFile } from "./seen.js";

/** A case in a folder of its own, read, traced and built, before anything of it was run. */
export interface Prepared {
  readonly name: string;
  readonly expectation: Expectation;
  readonly folder: string;
  /** The database of the case as it was before any run; undefined where it has none. */
  readonly database: string | undefined;
  readonly seen: SeenFile;
  /** Workflows to run, in order. */
  readonly built: readonly { readonly file: BuiltFile; readonly expected: ExpectedRun }[];
}

export async function prepare(places: Places, name: string): Promise<Prepared> {
  const { world } = places;
  const folder = path.join(places.root, "here", name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await cp(path.join(suiteFolder, "cases", name), folder, { recursive: true });
  const expectation = JSON.parse(await readFile(path.join(folder, "expect.json"), "utf8")) as Expectation;
  const database = await makeDatabase(places, folder, name);

  const file = path.join(folder, expectation.file ?? "flow.py");
  const text = await readGraph(world, places.parser, file);
  const wanted = wantedRuns(expectation, text);
  const builds = new Map<string, string | null>();
  const built: { readonly file: BuiltFile; readonly expected: ExpectedRun }[] = [];
  let traced: Graph | undefined;
  let trace: readonly Problem[] = [];
  for (const [workflow, expected] of wanted) {
    try {
      const one = await buildFile(world, { file, workflow, onTraced: ({ graph }) => (traced = graph) });
      trace = one.problems;
      built.push({ file: one, expected });
      builds.set(workflow, null);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (error instanceof WorkflowProblems) trace = error.problems;
      builds.set(workflow, error.message);
    }
  }
  return { name, expectation, folder, database, seen: { text, traced, trace, builds }, built };
}

/** Of all right outcomes; where none is run, the file is traced for its first workflow. */
function wantedRuns({ anyOf }: Expectation, { workflows }: Graph): ReadonlyMap<string, ExpectedRun> {
  const named = new Map(anyOf.flatMap(({ runs = {} }) => Object.entries(runs)));
  return named.size > 0 ? named : new Map([[workflows.find(({ name }) => name !== null)?.name ?? "", {}]]);
}

async function makeDatabase(places: Places, folder: string, name: string): Promise<string | undefined> {
  const script = path.join(folder, "database.sql");
  const hasScript = await stat(script).then(
    () => true,
    () => false,
  );
  const database = path.join(folder, "demo.db");
  const project = `p-${places.world.hash.sha256(new TextEncoder().encode(name)).slice(0, 16)}`;
  const resources = hasScript ? { demo: { type: "database", url: `sqlite:///${database}` } } : {};
  await writeFile(path.join(folder, "aqueduct.json"), JSON.stringify({ project, resources }));
  if (!hasScript) return undefined;
  const fill = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(open(sys.argv[2]).read())";
  const pristine = path.join(places.root, "databases", `${name}.db`);
  await mkdir(path.dirname(pristine), { recursive: true });
  await execute(places.python, ["-c", fill, pristine, script]);
  await cp(pristine, database);
  return pristine;
}
