// @ts-check
/** What takes too long for every `npm test`, of which that runs a sample: one record a table. */
import { junitCounts, vitestCounts } from "../suites/reports.mjs";
import { vitestCommand } from "../suites/vitestCommand.mjs";

/** @typedef {import("../suites/suite.mjs").Counts} Counts */

/**
 * A table is due again once anything that it covers has changed: test/guards/long.test.ts turns red.
 *
 * @typedef {object} LongTable
 * @property {string} name as typed after `npm run test:long --`
 * @property {string} says what it tries, in a few words
 * @property {readonly string[]} covers folders, with all that lies in them, and files; what decides its outcome
 * @property {(report: string) => readonly [command: string, ...args: string[]]} command writes `report`; exit code 0: all went well
 * @property {(report: string) => Counts} read the counts of a report
 */

/** @type {readonly LongTable[]} */
export const tables = [
  properties(
    "parse",
    "random and broken workflow files, and edits of them; Python's standard library, read as Python reads it",
    ["src/core/parse", "src/core/check", "src/server"],
    [
      "test/unit/parse/properties.test.ts",
      "test/unit/parse/lower/asPython.test.ts",
      "test/unit/server/document.test.ts",
    ],
    10,
  ),
  properties(
    "jobs",
    "random jobs, and whatever may happen to them in any order",
    ["src/core/jobs"],
    ["test/unit/jobs/react.test.ts", "test/unit/jobs/reuse.test.ts"],
    40,
  ),
  properties(
    "resources",
    "random aqueduct.json files: schema and reader agree, and edits leave the rest alone",
    ["src/core/resources", "schemas"],
    ["test/unit/resources/schema.property.test.ts", "test/unit/resources/edit.test.ts"],
    5,
  ),
  properties(
    "formats",
    "records of every format, changed and torn: read, or refused in a sentence",
    ["src/formats", "schemas", "test/samples", "test/unit/formats/fuzzing"],
    ["test/unit/formats/fuzz.test.ts"],
    15,
  ),
  properties(
    "compile",
    "any value inside the text of a DAG file",
    ["src/core/compile", "src/runtime/aqueduct/launcher/dag_template.py"],
    ["test/unit/compile/dagText.test.ts"],
    20,
  ),
  properties(
    "layout",
    "random graphs of hundreds of operators, laid out",
    ["webview/graphPanel/large"],
    ["test/unit/graphPanel/large/place.test.ts", "test/unit/graphPanel/large/order.test.ts"],
    10,
  ),
  hypothesis(
    "values",
    "random values and tables: what is stored comes back as it was",
    ["src/runtime/aqueduct/values"],
    ["test/runtime/values/test_exact_values.py", "test/runtime/values/test_exact_tables.py"],
    5,
  ),
  hypothesis(
    "variants",
    "fixtures rewritten at random: the traced graph stays as it was",
    ["src/core/parse", "src/runtime/aqueduct", "test/fixtures"],
    ["test/runtime/tracer/test_variants.py"],
    9,
  ),
  whole(
    "wild",
    "workflows as people write them, each run here and from its blobs alone",
    ["src/runtime/aqueduct", "src/core/trace", "src/core/compile", "test/wild"],
    ["wild"],
  ),
  whole(
    "airflows",
    "a DAG file in every Airflow that we support",
    ["src/core/compile", "src/runtime/aqueduct/launcher", "scripts/testbed/airflow", "test/e2e/dagFile.e2e.test.ts"],
    ["e2e", "test/e2e/dagFile.e2e.test.ts"],
  ),
  whole(
    "start",
    "npm start with everything that it can start",
    ["scripts/start.mjs", "scripts/sample", "scripts/testbed", "test/window/start.test.ts"],
    ["window", "test/window/start.test.ts"],
  ),
  {
    name: "oldest",
    says: "every integration test in the oldest VS Code that we support",
    covers: ["src/extension", "src/protocol", "test/integration", "scripts/testbed/codeServerInstall.mjs"],
    command: (report) => [process.execPath, "scripts/long/oldest.mjs", report],
    read: (text) => JSON.parse(text),
  },
  {
    name: "pythons",
    says: "values and what travels on the oldest and the newest Python and pandas",
    covers: [
      "src/runtime/aqueduct",
      "test/runtime/values",
      "test/runtime/shipping",
      "test/long/pythons",
      "scripts/long/pythons.mjs",
    ],
    command: (report) => [process.execPath, "scripts/long/pythons.mjs", report],
    read: (text) => JSON.parse(text),
  },
  {
    name: "graphs",
    says: "every construct in every import style, and 600 mixtures: the graph that is read beside the traced one",
    covers: [
      "src/core/parse",
      "src/core/check",
      "src/runtime/aqueduct/recording",
      "src/runtime/aqueduct/tracer",
      "src/core/trace",
      "test/unit/parse/programs",
      "scripts/compareGraphs.mjs",
    ],
    command: (report) => [process.execPath, "scripts/compareGraphs.mjs", "--json", report],
    read: (text) => {
      /** @type {{ passed: number, complaints: readonly unknown[] }} */
      const { passed, complaints } = JSON.parse(text);
      return { passed, failed: complaints.length, skipped: 0 };
    },
  },
];

/**
 * A suite, or files of one, of which `npm test` leaves out a part.
 *
 * @param {string} name
 * @param {string} says
 * @param {readonly string[]} covers
 * @param {readonly [project: string, ...files: string[]]} tests
 * @returns {LongTable}
 */
function whole(name, says, covers, [project, ...files]) {
  return {
    name,
    says,
    covers,
    command: (report) => vitestCommand(project, report, files),
    read: vitestCounts,
  };
}

/**
 * Property tests of TypeScript, each repeated with another seed every time.
 *
 * @param {string} name
 * @param {string} says
 * @param {readonly string[]} sources
 * @param {readonly string[]} files
 * @param {number} rounds
 * @returns {LongTable}
 */
function properties(name, says, sources, files, rounds) {
  return {
    name,
    says,
    covers: [...sources, ...files],
    command: (report) => [process.execPath, "scripts/long/repeatVitest.mjs", String(rounds), report, ...files],
    read: vitestCounts,
  };
}

/**
 * Property tests of Python, run from their beginning with another seed every time.
 *
 * @param {string} name
 * @param {string} says
 * @param {readonly string[]} sources
 * @param {readonly string[]} files
 * @param {number} rounds
 * @returns {LongTable}
 */
function hypothesis(name, says, sources, files, rounds) {
  return {
    name,
    says,
    covers: [...sources, ...files],
    command: (report) => [process.execPath, "scripts/long/repeatPytest.mjs", String(rounds), report, ...files],
    read: junitCounts,
  };
}
