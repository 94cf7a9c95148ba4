import type { Command } from "commander";

import { openFolder, readHistory, followHistory, type History } from "../../core/index.js";
import { common, currentFolderFile, type CommonOptions, type Invocation, type Invoke } from "../command.js";
import { seconds } from "../runText.js";
import { CommandError, exitCodes, table } from "../terminal.js";

interface RunsOptions extends CommonOptions {
  readonly follow?: boolean;
  readonly limit: string;
}

/** `aqueduct runs [WORKFLOW]`: local and DAG runs in one list. */
export function runsCommand(program: Command, invoke: Invoke): void {
  common(program.command("runs"))
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
  const request = { limit, signal, ...(workflow === undefined ? {} : { workflow }) };
  const looks =
    options.follow === true ? followHistory(world, open, request) : [await readHistory(world, open, request)];
  let history: History = { runs: [], targets: [], workflows: [] };
  for await (history of looks)
    if (options.follow === true && !terminal.json) for (const line of lines(history)) terminal.line(line);
  terminal.result(history, lines(history));
}

function lines({ runs: listed, targets }: History): readonly string[] {
  const silent = targets.filter(({ state }) => state !== "answers").map(({ message }) => message);
  if (listed.length === 0)
    return ["No runs yet. Start one: aqueduct run FILE, or aqueduct trigger WORKFLOW.", ...silent];
  const rows = listed.map((run) => [
    run.rid.slice(0, 8),
    run.startedAt?.slice(0, 19).replace("T", " ") ?? "",
    run.workflow,
    run.target,
    `${run.state}${run.warning ? " (warning)" : ""}`,
    run.startedAt === null || run.endedAt === null ? "" : `${seconds(run.startedAt, run.endedAt)} s`,
    run.build?.slice(0, 12) ?? "",
  ]);
  return [...table([["RUN", "STARTED (UTC)", "WORKFLOW", "TARGET", "STATE", "DURATION", "BUILD"], ...rows]), ...silent];
}
