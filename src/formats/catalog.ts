/** Every format with its page in `docs/formats`: what `npm run formats` makes JSON schemas, tables and Python's checks of. */
import { dagAnswer, dagRunAnswer, importErrorAnswer, taskInstanceAnswer } from "./airflow.js";
import { answers } from "./answers.js";
import { buildFormat } from "./build.js";
import { attemptProcessFormat, engineCardFormat, engineLockFormat, exitFormat } from "./engineFiles.js";
import {
  artifact,
  bound,
  callShape,
  graphFormat,
  inputPlace,
  operator,
  problem,
  sourceRange,
  workflow,
} from "./graph.js";
import { dagSpecFormat } from "./dag.js";
import { historyRun } from "./history.js";
import { jobFormat, jobView, journalLineFormat, processIdentity } from "./job.js";
import { manifest, manifestFormat } from "./manifest.js";
import { projectFormat } from "./project.js";
import { projectHelp } from "./projectHelp.js";
import { publicationFormat, publishingFormat } from "./publication.js";
import { definitionsFormat, pythonSurveyFormat } from "./python.js";
import type { Format } from "./reader.js";
import { lastGoodFormat, runFormat } from "./run.js";
import { memoryEventFormat, runnerJobFormat, runnerResultFormat } from "./runner.js";
import { sample, sampleFormat } from "./sample.js";
import type { Schema } from "./schema.js";
import { storeMarkerFormat } from "./store.js";
import { shipment, traceFormat, traceRequestFormat } from "./trace.js";
import { confirmedServersFormat, trustedFoldersFormat } from "./userFiles.js";

export interface CatalogEntry {
  readonly format: Format<unknown>;
  /** Its page in `docs/formats`, and its heading there. */
  readonly page: string;
  readonly heading: string;
  /** The runtime reads it too. */
  readonly isReadByPython?: true;
  /** Only members that are read here are described. */
  readonly isPart?: true;
  /** It is printed for others: nothing here reads it. */
  readonly isPrinted?: true;
  /** People write it: a member that it does not name is a mistake. What the editor offers in it, by the names that the schema has for its places. */
  readonly help?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** By the name of its JSON schema and of its samples. */
export const catalog: Readonly<Record<string, CatalogEntry>> = {
  graph: { format: graphFormat, page: "graph", heading: "The graph" },
  "trace-request": { format: traceRequestFormat, page: "trace", heading: "The request", isReadByPython: true },
  trace: { format: traceFormat, page: "trace", heading: "The result" },
  definitions: { format: definitionsFormat, page: "definitions", heading: "What people see of it", isPart: true },
  build: { format: buildFormat, page: "build", heading: "The record", isReadByPython: true },
  sample: { format: sampleFormat, page: "values", heading: "Samples" },
  "runner-job": { format: runnerJobFormat, page: "runner", heading: "The job", isReadByPython: true },
  "memory-event": { format: memoryEventFormat, page: "runner", heading: "Memory", isReadByPython: true },
  "runner-result": { format: runnerResultFormat, page: "runner", heading: "The result", isReadByPython: true },
  store: { format: storeMarkerFormat, page: "store", heading: "The marker", isReadByPython: true },
  manifest: { format: manifestFormat, page: "runs", heading: "Manifests", isReadByPython: true },
  run: { format: runFormat, page: "runs", heading: "The record of a run", isReadByPython: true },
  "last-good": { format: lastGoodFormat, page: "runs", heading: "What a life is held to", isReadByPython: true },
  publication: { format: publicationFormat, page: "publications", heading: "What is live" },
  publishing: { format: publishingFormat, page: "publications", heading: "A publication under way" },
  "dag-spec": {
    format: dagSpecFormat,
    page: "publications",
    heading: "The literal of a DAG file",
    isReadByPython: true,
  },
  job: { format: jobFormat, page: "engine", heading: "Jobs" },
  "journal-line": { format: journalLineFormat, page: "engine", heading: "The journal" },
  "engine-card": { format: engineCardFormat, page: "engine", heading: "The card" },
  "engine-lock": { format: engineLockFormat, page: "engine", heading: "Locks" },
  "attempt-process": { format: attemptProcessFormat, page: "engine", heading: "The shim's process" },
  exit: { format: exitFormat, page: "engine", heading: "The exit record" },
  "airflow-dag": { format: dagAnswer, page: "airflow", heading: "A DAG", isPart: true },
  "airflow-run": { format: dagRunAnswer, page: "airflow", heading: "A run", isPart: true },
  "airflow-task": { format: taskInstanceAnswer, page: "airflow", heading: "A task instance", isPart: true },
  "airflow-import-error": { format: importErrorAnswer, page: "airflow", heading: "An import error", isPart: true },
  "trusted-folders": {
    format: trustedFoldersFormat,
    page: "whose-files",
    heading: "The list of trusted folders",
    isReadByPython: true,
  },
  "confirmed-servers": {
    format: confirmedServersFormat,
    page: "confirmed-servers",
    heading: "The file",
    isReadByPython: true,
  },
  aqueduct: {
    format: projectFormat,
    page: "project",
    heading: "The file",
    isReadByPython: true,
    help: projectHelp,
  },
  "python-survey": { format: pythonSurveyFormat, page: "python", heading: "The survey" },
  ...answersOfCommands(),
};

/** What commands print, under names of their own: a run and its record are two things. The graph has a page. */
function answersOfCommands(): Readonly<Record<string, CatalogEntry>> {
  const { graph: _, ...rest } = answers;
  return Object.fromEntries(
    Object.entries(rest).map(([name, schema]) => {
      const words = name === "error" ? "a command that failed" : `aqueduct ${name.replace("-", " ")}`;
      const format = { name: `the answer of ${words}`, schema };
      return [`answer-${name}`, { format, page: "command-line", heading: words, isPrinted: true as const }];
    }),
  );
}

/**
 * Parts that stand in several places: JSON schemas and pages name them.
 *
 * @public `scripts/formats` bundles it
 */
export const parts: Readonly<Record<string, Schema>> = {
  SourceRange: sourceRange,
  Problem: problem,
  Operator: operator,
  Artifact: artifact,
  Workflow: workflow,
  Bound: bound,
  InputPlace: inputPlace,
  CallShape: callShape,
  Shipment: shipment,
  ProcessIdentity: processIdentity,
  Manifest: manifest,
  Sample: sample,
  Run: historyRun,
  JobView: jobView,
};
