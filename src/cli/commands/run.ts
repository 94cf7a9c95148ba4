import type { Command } from "commander";

import {
  callReasonText,
  isToldByTrace,
  notShippedInRun,
  readLocalRun,
  startLocalRun,
  whyText,
  type StartedRun,
} from "../../core/index.js";
import type { Answers } from "../../formats/answers.js";
import type { BuildRecord } from "../../core/model/build.js";
import type { JobRecord } from "../../core/model/job.js";
import type { Run } from "../../core/model/run.js";
import { operatorLabel } from "../../core/model/words.js";
import {
  common,
  problemLines,
  withPython,
  type CommonOptions,
  type Invocation,
  type Invoke,
  type Outcome,
} from "../command.js";
import { buildForCommand, withWorkflow, type BuildOptions } from "../build.js";
import { failureLines, operatorLine, runLine } from "../runText.js";
import { CommandError, exitCodes, parseParameters } from "../terminal.js";

interface RunOptions extends CommonOptions, BuildOptions {
  readonly operator?: string;
  readonly useCached?: boolean;
  readonly param?: readonly string[];
}

/** `aqueduct run FILE`: on the local engine, to its end. */
export function runCommand(program: Command, invoke: Invoke): void {
  withWorkflow(withPython(common(program.command("run"))))
    .description("run a workflow on this machine")
    .argument("<file>", "the workflow file")
    .option("--operator <id>", "run this operator and what it needs, and save nothing")
    .option(
      "--use-cached",
      "with --operator: reuse what was read from databases and files too, where nothing else has changed",
    )
    .option("--param <name=value>", "a value for this run; may be repeated", collect)
    .action((file: string, options: RunOptions) => invoke(options, (invocation) => run(file, options, invocation)));
}

/** For options that may be repeated. */
export function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

async function run(file: string, options: RunOptions, invocation: Invocation): Promise<Outcome> {
  const { world, terminal, signal } = invocation;
  const parameters = parseParameters(options.param ?? []);
  if (options.useCached === true && options.operator === undefined)
    throw new CommandError(
      exitCodes.wrongUse,
      "--use-cached goes with --operator: a run of a whole workflow reads everything again.",
    );
  const built = await buildForCommand(file, options, invocation);
  const started = await startLocalRun(world, built, {
    parameters,
    signal,
    tell: (text) => terminal.line(text),
    ...(options.operator === undefined
      ? {}
      : { only: options.operator, extracts: options.useCached === true ? "cached" : "again" }),
  });
  terminal.line(`${built.build.record.workflow}: build ${built.build.name.slice(0, 12)}, run ${started.rid}`);
  try {
    await follow(started, built.build.record, invocation);
    const { folder } = built.open;
    if ((await world.files.kindOf(folder)) === undefined)
      throw new Error(
        `${folder} is not there any more: it was moved, renamed or deleted while the workflow ran. Run it again from where it is now.`,
      );
    const finished = await readLocalRun(world, built.open, built.build.record.workflow, started.rid);
    const notShipped = notShippedInRun(finished, built.build.record);
    const untold = notShipped.filter((one) => !isToldByTrace(one, built.problems));
    for (const line of problemLines(untold)) terminal.line(line);
    terminal.result(
      "run",
      { run: finished, reused: reusedOf(finished), called: calledOf(finished), notShipped },
      resultLines(finished),
    );
    return finished.state === "succeeded" ? exitCodes.done : exitCodes.workflowFailed;
  } finally {
    started.engine.close();
  }
}

/** Shows what happens until the run has ended; Ctrl-C cancels the run and still waits for its end. */
async function follow(
  { engine, job, rid }: StartedRun,
  { operators }: BuildRecord,
  { shell, world, terminal, signal }: Invocation,
): Promise<void> {
  const labels = new Map(operators.map(({ id, name }) => [id, operatorLabel(id, name)]));
  const cancel = (): void => {
    terminal.line("Cancelling…");
    // An engine that goes away at that moment is followed by another one, which has the run.
    const again = async (): Promise<void> => {
      const next = await world.engine.connect(job.folder);
      await next.cancel(job.name).finally(() => next.close());
    };
    const cancelled = engine.cancel(job.name).catch(again);
    cancelled.catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      terminal.line(`The run can't be cancelled: it goes on. ${why} End it with: aqueduct cancel ${rid}`);
    });
  };
  signal.addEventListener("abort", cancel, { once: true });
  const logs = shell.followLogs((text) => terminal.output(text));
  try {
    // Ctrl-C while the run was being handed over.
    if (signal.aborted) cancel();
    for await (const record of engine.records(job.name, 1)) {
      if (record.type === "started") logs.start(record.task, [record.stdout, record.stderr]);
      if (record.type === "ended") await logs.end(record.task);
      const line = recordLine(record, (task) => labels.get(task) ?? task);
      if (line !== undefined) terminal.line(line);
    }
  } finally {
    await logs.stop();
    signal.removeEventListener("abort", cancel);
  }
}

function recordLine(record: JobRecord, label: (task: string) => string): string | undefined {
  if (record.type === "started") return `  ${label(record.task)}: running`;
  if (record.type === "ended") return `  ${label(record.task)}: ${endOf(record)}`;
  if (record.type === "upstreamFailed")
    return `  ${label(record.task)}: not run, since ${label(record.upstream)} did not succeed`;
  return undefined;
}

function endOf({ outcome, reason, reused, called, at }: Extract<JobRecord, { readonly type: "ended" }>): string {
  const why = whyText({ reused, called, endedAt: at });
  if (reused !== undefined && why !== null) return why;
  return `${outcome}${reason === null ? "" : ` (${reason})`}${why === null ? "" : `, ${why}`}`;
}

/** Operators that were called in a run that reuses values, each with the reason. */
function calledOf({ operators }: Run): Answers["run"]["called"] {
  return operators.flatMap(({ operator, manifest }) =>
    manifest?.called === undefined ? [] : [{ operator, ...manifest.called, text: callReasonText(manifest.called) }],
  );
}

/** Operators that were not called, each with the run that its values come from. */
function reusedOf({ operators }: Run): Answers["run"]["reused"] {
  return operators.flatMap(({ operator, manifest }) =>
    manifest?.reused === undefined
      ? []
      : [{ operator, run: manifest.reused.rid, runStartedAt: manifest.reused.runStartedAt }],
  );
}

function resultLines(run: Run): readonly string[] {
  return [...run.operators.map(operatorLine), ...failureLines(run), runLine(run)];
}
