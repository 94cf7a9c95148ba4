/**
 * What the commands of `aqueduct` print with `--json`: one object each, by the words of its command. The command line takes types from here alone: it makes
 * answers and reads none, so nothing of this is in its bundle. Tests read what it prints.
 */
import type * as v from "valibot";
import { graph, operatorId, problem } from "./graph.js";
import { history, historyRun } from "./history.js";
import { jobView } from "./job.js";
import {
  callReason,
  callReasons,
  failure,
  operatorResultEntries,
  reused,
  rid,
  storedArtifact,
  time,
} from "./manifest.js";
import { connectStep, publishAnswer, publishFailure } from "./publishing.js";
import { sample } from "./sample.js";
import { count, flag, leftOut, list, oneOfRecords, orNull, record, text, told, type Schema } from "./schema.js";
import { operatorState } from "./states.js";
import { storeCheckAnswer } from "./storeCheck.js";

const [asked, fresh, measures, unknownParts, unmatched, changed, inputs, outside, lost] = callReasons;
const ofOperator = { operator: operatorId, text: told("The reason in words.", text) } as const;
const calledOperator = oneOfRecords("why", [
  record({ ...ofOperator, ...asked }),
  record({ ...ofOperator, ...fresh }),
  record({ ...ofOperator, ...measures }),
  record({ ...ofOperator, ...unknownParts }),
  record({ ...ofOperator, ...unmatched }),
  record({ ...ofOperator, ...changed }),
  record({ ...ofOperator, ...inputs }),
  record({ ...ofOperator, ...outside }),
  record({ ...ofOperator, ...lost }),
]);

const runAnswer = record({
  run: historyRun,
  reused: told(
    "Operators that were not called, each with the run that its values come from.",
    list(record({ operator: operatorId, run: rid, runStartedAt: time })),
  ),
  called: told(
    "Operators that were called in a run that reuses values, each with the reason, as in a manifest.",
    list(calledOperator),
  ),
  notShipped: told("What operators used of the folder that does not ship with them.", list(problem)),
});

const { metric, check } = operatorResultEntries;
const showAnswer = record({
  run: rid,
  operator: operatorId,
  state: operatorState,
  try: told("0: it has not run.", count),
  value: told("The sample of its first artifact; null where it has none.", orNull(sample)),
  values: list(record({ artifact: storedArtifact, sample: told("Null where the value has none.", orNull(sample)) })),
  log: told(
    "Null where there is none yet, or it can't be had; `missing` says why.",
    record({ stdout: orNull(text), stderr: orNull(text) }),
  ),
  failure: orNull(failure),
  metric,
  check,
  reused: told("Null: it was called.", orNull(reused)),
  called: told("Why it was called, in a run that reuses values; else null.", orNull(callReason)),
  missing: told("A sentence.", orNull(text)),
});

const engineStatus = record({
  running: flag,
  jobs: told("Those under way, and those that finished since the engine started.", list(jobView)),
});

/** By the words of the command, with a hyphen between them; `error` is what any of them prints that has failed. */
export const answers = {
  graph,
  check: record({ problems: list(problem) }),
  run: runAnswer,
  connect: record({ steps: told("In the order of their tests.", list(connectStep)) }),
  publish: publishAnswer,
  trigger: record({
    run: historyRun,
    message: told("Why it does not start, and what to do; empty where nothing keeps it.", text),
  }),
  runs: history,
  show: showAnswer,
  cancel: record({ run: historyRun }),
  "engine-start": engineStatus,
  "engine-status": engineStatus,
  "engine-stop": record({ stopped: told("False: none ran.", flag) }),
  trust: record({ folders: told("All that are trusted now; absolute.", list(text)) }),
  "store-check": storeCheckAnswer,
  error: record({
    error: told("A sentence that says what failed and what to do.", text),
    problems: leftOut(told("At their places in the user's files.", list(problem))),
    kind: leftOut(told("Of `publish`.", publishFailure)),
    questions: leftOut(told("Of `publish`: what `--yes` would say yes to.", list(text))),
  }),
} as const satisfies Readonly<Record<string, Schema>>;

/** Every answer by its name. */
export type Answers = { readonly [Name in keyof typeof answers]: v.InferOutput<(typeof answers)[Name]> };
