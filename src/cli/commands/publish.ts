import type { Command } from "commander";

import type { Answers } from "../../formats/answers.js";
import {
  airflowNames,
  publishFile,
  PublishError,
  targetChoice,
  type BuiltFile,
  type PublishEvent,
} from "../../core/index.js";
import { common, withPython, type CommonOptions, type Invocation, type Invoke, type Outcome } from "../command.js";
import { buildForCommand, withWorkflow, type BuildOptions } from "../build.js";
import type { Shell } from "../shell.js";
import { CommandError, exitCodes, type ExitCode, type Terminal } from "../terminal.js";

interface PublishOptions extends CommonOptions, BuildOptions {
  readonly airflow?: string;
  readonly yes?: boolean;
  readonly timeout: string;
}

/** `aqueduct publish FILE [--airflow NAME]`. */
export function publishCommand(program: Command, invoke: Invoke): void {
  withWorkflow(withPython(common(program.command("publish"))))
    .description("publish a workflow to Airflow")
    .argument("<file>", "the workflow file")
    .option(
      "--airflow <name>",
      "the Airflow of aqueduct.json; where the file names none as engine= and there are several",
    )
    .option("--yes", "publish in spite of warnings, without being asked")
    .option("--timeout <seconds>", "how long to wait until Airflow has parsed it", "900")
    .action((file: string, options: PublishOptions) =>
      invoke(options, (invocation) => publish(file, options, invocation)),
    );
}

async function publish(file: string, options: PublishOptions, invocation: Invocation): Promise<Outcome> {
  const { shell, world, terminal, signal } = invocation;
  const timeout = Number(options.timeout) * 1000;
  if (!(timeout > 0))
    throw new CommandError(exitCodes.wrongUse, `--timeout ${options.timeout}: write a number of seconds.`);
  const built = await buildForCommand(file, options, invocation);
  const airflow = options.airflow ?? chosenAirflow(built);
  const steps: Answers["publish"]["steps"][number][] = [];
  try {
    const published = await publishFile(world, built, {
      airflow,
      publishedBy: shell.user(),
      confirm: (questions) => confirm(shell, questions, options.yes === true),
      onEvent: (event) => {
        if (event.state === "done")
          steps.push({ name: event.step, seconds: event.elapsed / 1000, message: event.message });
        tell(terminal, event);
      },
      timeout,
      signal,
    });
    const { outcome, build, dagId, message } = published;
    terminal.result("publish", { ...published, steps }, [
      `${outcome}: build ${build.slice(0, 12)} as ${dagId}${message === "" ? "" : `. ${message}`}`,
    ]);
    return outcome === "waiting" ? exitCodes.worldFailed : exitCodes.done;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    throw new CommandError(exitCodeOf(error), error.message, { kind: error.kind, problems: error.problems });
  }
}

/** The Airflow that the file names as its engine, or the only one; wrong use where neither tells. */
function chosenAirflow({ open, workflow }: BuiltFile): string {
  const choice = targetChoice(workflow.engine, airflowNames(open), undefined);
  if (choice.kind === "take") return choice.target;
  throw new CommandError(
    exitCodes.wrongUse,
    choice.kind === "connect"
      ? 'There is no Airflow in aqueduct.json yet: add {"type": "airflow", "url": "…"}.'
      : `${choice.question} Name one with --airflow: ${choice.targets.join(", ")}.`,
  );
}

/** What the user can answer or configure is wrong use; what Airflow or a colleague did is the world's. */
function exitCodeOf({ kind }: PublishError): ExitCode {
  return kind === "unconfirmed" || kind === "notConfigured" ? exitCodes.wrongUse : exitCodes.worldFailed;
}

function tell(terminal: Terminal, { step, state, message, elapsed }: PublishEvent): void {
  const time = `${(elapsed / 1000).toFixed(1)} s`;
  if (state === "done") terminal.line(`  ${step}: done in ${time}${message === "" ? "" : `, ${message}`}`);
  else if (state === "failed") terminal.line(`  ${step}: failed after ${time}`);
  else terminal.status(`  ${step}… ${message}`);
}

/** Asks on a terminal; elsewhere only `--yes` can answer. */
async function confirm({ ask }: Shell, questions: readonly string[], isYes: boolean): Promise<boolean> {
  if (isYes) return true;
  if (ask === undefined)
    throw new CommandError(exitCodes.wrongUse, `${questions.join(" ")} Confirm it with --yes.`, { questions });
  return /^y(es)?$/i.test((await ask(`${questions.join("\n")}\nPublish? [y/N] `)).trim());
}
