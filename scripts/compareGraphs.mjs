// @ts-check
/**
 * Compares the graphs that are read from the text of workflow files with those that tracing them gives, on every construct alone and on random mixtures:
 *   node scripts/compareGraphs.mjs [--seed 1] [--styles 6] [--mixtures 600] [--python PATH] [--json FILE] [--keep FOLDER]
 * Prints a table by construct, and ends with one line `N passed, N failed`. `--styles` says in how many import styles each construct stands alone;
 * `--keep` leaves programs, graphs and traces in a folder.
 */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { sourceLoader } from "./build/bundles.mjs";
import { testPython } from "./testbed/testPython.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const programs = path.join(root, "test/unit/parse/programs");

process.exitCode = await main();

/** @returns {Promise<number>} exit code */
async function main() {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      styles: { type: "string", default: "6" },
      mixtures: { type: "string", default: "600" },
      python: { type: "string" },
      json: { type: "string" },
      keep: { type: "string" },
    },
  });
  const python = values.python ?? (await testPython());
  const folder = values.keep ?? (await mkdtemp(path.join(os.tmpdir(), "aqueduct-graphs-")));
  try {
    const bundle = await bundled();
    const version = versionOf(python);
    const chosen = bundle.catalogue.filter((/** @type {any} */ each) => bundle.isReadBy(each, version));
    const seed = Number(values.seed);
    const written = [
      ...bundle.everyAlone(chosen, seed, Number(values.styles)),
      ...bundle.randomWorkflows(seed, Number(values.mixtures), chosen),
    ];
    for (const program of written) await write(program, path.join(folder, program.name));
    traceAll(python, folder);
    const reading = { ...bundle, parser: await bundle.loadPythonParser(), tellsColumns: version[1] >= 11 };
    const compared = [];
    for (const program of written)
      compared.push({ program, ...(await outcomeOf(program, path.join(folder, program.name), reading)) });
    const known = JSON.parse(await readFile(path.join(programs, "knownDifferences.json"), "utf8"));
    const tally = bundle.tally(compared, known);
    if (values.json !== undefined) await writeFile(values.json, JSON.stringify({ ...tally, compared }, undefined, 1));
    print(bundle.tableOf(tally));
    for (const complaint of tally.complaints) print(`\n${complaint}`);
    print(`\nseed ${seed}\n${tally.passed} passed, ${tally.complaints.length} failed`);
    return tally.complaints.length === 0 ? 0 : 1;
  } finally {
    if (values.keep === undefined) await rm(folder, { recursive: true });
  }
}

/**
 * The generator, the parser and the comparison as one module.
 *
 * @returns {Promise<any>}
 */
async function bundled() {
  await mkdir(path.join(root, "out"), { recursive: true });
  // Two folders below the root, so that the parser finds its grammar in node_modules as in src/platform.
  const out = await mkdtemp(path.join(root, "out", "graphs-"));
  try {
    await build({
      stdin: {
        contents: `export { randomWorkflows } from "./test/unit/parse/randomWorkflows.ts";
export { catalogue } from "./test/unit/parse/programs/catalogue.ts";
export { everyAlone, isReadBy } from "./test/unit/parse/programs/program.ts";
export { judge } from "./test/unit/parse/programs/verdict.ts";
export { tableOf, tally } from "./test/unit/parse/programs/tally.ts";
export { graphOf } from "./test/unit/parse/programs/reading.ts";
export { loadPythonParser } from "./src/platform/pythonParser.ts";`,
        resolveDir: root,
      },
      outfile: path.join(out, "graphs.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
      loader: sourceLoader,
      packages: "external",
    });
    return await import(pathToFileURL(path.join(out, "graphs.mjs")).href);
  } finally {
    await rm(out, { recursive: true });
  }
}

/**
 * @param {string} python
 * @returns {readonly [number, number]}
 */
function versionOf(python) {
  const said = execFileSync(python, ["-c", "import sys; print(*sys.version_info[:2])"], { encoding: "utf8" });
  const [major = 0, minor = 0] = said.trim().split(" ").map(Number);
  return [major, minor];
}

/**
 * @param {{ readonly files: Readonly<Record<string, string>> }} program
 * @param {string} place
 */
async function write({ files }, place) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(place, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/**
 * @param {string} python
 * @param {string} folder
 */
function traceAll(python, folder) {
  execFileSync(python, [path.join(root, "test/runtime/tracer/trace_many.py"), folder], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PYTHONPATH: path.join(root, "src/runtime"),
      PYTHONHASHSEED: "0",
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
}

/**
 * @param {{ readonly files: Readonly<Record<string, string>> }} program
 * @param {string} place
 * @param {any} reading
 */
async function outcomeOf(program, place, { graphOf, parser, judge, tellsColumns }) {
  const trace = JSON.parse(await readFile(path.join(place, "trace.json"), "utf8"));
  if (trace.crash !== undefined) return { outcome: { failed: `crashes the tracer: ${trace.crash}` } };
  if (trace.failure !== null) {
    const { message, trace: steps } = trace.failure;
    return { outcome: { failed: `fails when it is traced: ${message} (line ${steps.at(-1)?.line})` } };
  }
  try {
    const graph = graphOf(program, parser);
    await writeFile(path.join(place, "graph.json"), JSON.stringify(graph, undefined, 1));
    const operators = graph.workflows.flatMap((/** @type {any} */ workflow) => workflow.operators);
    const unknown = operators.filter((/** @type {any} */ operator) => operator.unknown === true);
    return {
      outcome: judge(graph, trace.graph, { tellsColumns }),
      nodes: { all: operators.length, unknown: unknown.length },
    };
  } catch (error) {
    return { outcome: { failed: `crashes the parser: ${error instanceof Error ? error.stack : String(error)}` } };
  }
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
