import type { Command } from "commander";

import { openFolder, readHistory, followHistory, type History } from "../../core/index.js";
import { whenOf, type Run, type UnreadableRun } from "../../core/model/run.js";
import {
  common,
  currentFolderFile,
  onTarget,
  withAirflow,
  type CommonOptions,
  type Invocation,
  type Invoke,
  type TargetOptions,
} from "../command.js";
import { seconds } from "../runText.js";
import { CommandError, exitCodes, table } from "../terminal.js";

interface RunsOptions extends CommonOptions, TargetOptions {
  readonly follow?: boolean;
  readonly limit: string;
}

/** `aqueduct runs [WORKFLOW]`: local and DAG runs in one list. */
export function runsCommand(program: Command, invoke: Invoke): void {
  withAirflow(common(program.command("runs")))
    .description("the newest runs, here and on Airflow")
    .argument("[workflow]", "only those of this workflow")
    .option("--limit <number>", "of each workflow on each target", "20")
    .option("--follow", "show every change until nothing runs any more")
    .action((workflow: string | undefined, options: RunsOptions) =>
      invoke(
        options,
        async (invocation) => {
          await runs(workflow, options, invocation);
          return exitCodes.done;
        },
        "look",
      ),
    );
}

async function runs(
  workflow: string | undefined,
  options: RunsOptions,
  { shell, world, terminal, signal }: Invocation,
): Promise<void> {
  const limit = Number(options.limit);
  if (!(Number.isInteger(limit) && limit > 0))
    throw new CommandError(exitCodes.wrongUse, `--limit ${options.limit}: write a whole number from 1 on.`);
  const open = await openFolder(world, currentFolderFile(shell));
  const request = { limit, signal, ...onTarget(options), ...(workflow === undefined ? {} : { workflow }) };
  const looks =
    options.follow === true ? followHistory(world, open, request) : [await readHistory(world, open, request)];
  let history: History = { runs: [], targets: [], workflows: [], unreadable: [] };
  const told = new Set<string>();
  for await (history of looks)
    if (options.follow === true && !terminal.json) for (const line of changedLines(history, told)) terminal.line(line);
  terminal.result("runs", history, lines(history));
}

/** The whole list at first, then a line a change: what has been told already is not told again. */
function changedLines(history: History, told: Set<string>): readonly string[] {
  const rows = history.runs.map((run) => rowOf(run).filter((cell) => cell !== ""));
  const facts = [...rows.map((row) => row.join("  ")), ...silentLines(history)];
  const news = told.size === 0 ? lines(history) : facts.filter((fact) => !told.has(fact));
  for (const fact of facts) told.add(fact);
  return news;
}

/** Why targets do not answer. */
function silentLines({ targets }: History): readonly string[] {
  return targets.filter(({ state }) => state !== "answers").map(({ message }) => message);
}

function lines(history: History): readonly string[] {
  const { runs: listed, unreadable } = history;
  const silent = silentLines(history);
  if (listed.length === 0 && unreadable.length === 0)
    // Nobody knows whether there are runs where somebody does not answer.
    return silent.length > 0 ? silent : ["No runs yet. Start one: aqueduct run FILE, or aqueduct trigger WORKFLOW."];
  const rows = [
    ...listed.map((run) => ({ when: whenOf(run), row: rowOf(run) })),
    ...unreadable.map((run) => ({ when: run.startedAt ?? "", row: rowOfUnreadable(run) })),
  ].sort((left, right) => right.when.localeCompare(left.when));
  const losses = [
    ...unreadable.map(({ message }) => message),
    ...listed.flatMap((run) => [
      ...(run.unreadable ?? []),
      ...run.operators.flatMap((operator) => operator.unreadable ?? []),
    ]),
  ];
  return [
    ...table([
      ["RUN", "STARTED (UTC)", "WORKFLOW", "TARGET", "STATE", "DURATION", "BUILD"],
      ...rows.map(({ row }) => row),
    ]),
    ...silent,
    ...new Set(losses),
  ];
}

function rowOf(run: Run): readonly string[] {
  const isPart = run.unreadable !== undefined || run.operators.some(({ unreadable }) => unreadable !== undefined);
  return [
    run.rid.slice(0, 8),
    timeOf(run.startedAt),
    run.workflow,
    run.target,
    `${run.state}${run.warning ? " (warning)" : ""}${isPart ? ", can't be read in full" : ""}`,
    run.startedAt === null || run.endedAt === null ? "" : `${seconds(run.startedAt, run.endedAt)} s`,
    run.build?.slice(0, 12) ?? "",
  ];
}

function rowOfUnreadable({ rid, startedAt, workflow, target }: UnreadableRun): readonly string[] {
  return [rid?.slice(0, 8) ?? "?", timeOf(startedAt), workflow, target, "can't be read", "", ""];
}

function timeOf(time: string | null): string {
  return time?.slice(0, 19).replace("T", " ") ?? "";
}
