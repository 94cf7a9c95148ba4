import path from "node:path";

import type { Command } from "commander";

import { PasswordWithheld, readWorkflowFile, WorkflowProblems, WrongRequest, type World } from "../core/index.js";
import type { Problem } from "../core/model/problem.js";
import type { Shell } from "./shell.js";
import { CommandError, exitCodes, Terminal, type ErrorDetails, type ExitCode } from "./terminal.js";

/** What every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly python?: string;
  readonly verbose?: boolean;
}

/** Whether a command does something, or only looks: a look sends no password where none was confirmed, and asks nothing. */
export type Purpose = "act" | "look";

/** What a command is given besides its arguments. */
export interface Invocation {
  readonly shell: Shell;
  readonly world: World;
  readonly terminal: Terminal;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The end of a command: its exit code is 0 unless it says otherwise. */
export type Outcome = ExitCode | undefined;

/** How a command is run once its arguments are known. */
export type Invoke = (
  options: CommonOptions,
  action: (invocation: Invocation) => Promise<Outcome>,
  purpose?: Purpose,
) => Promise<void>;

/** Adds the options that every command has. */
export function common(command: Command): Command {
  return command
    .option("--json", "print one JSON object and nothing else on stdout")
    .option("--verbose", "say on stderr what happens underneath");
}

/** Where several targets may be meant: one of them by its name. */
export interface TargetOptions {
  readonly airflow?: string;
}

export function withAirflow(command: Command): Command {
  return command.option("--airflow <name>", "only there: an Airflow of aqueduct.json");
}

/** The target that somebody named, for requests that may be about several. */
export function onTarget({ airflow }: TargetOptions): { readonly target?: string } {
  return airflow === undefined ? {} : { target: airflow };
}

export function withPython(command: Command): Command {
  return command.option("--python <path>", "the interpreter to use, instead of the nearest .venv");
}

/**
 * Runs a command to its exit code. What goes wrong becomes one sentence on stderr, and with `--json` an object with `error` on stdout.
 */
export async function invoke(
  shell: Shell,
  options: CommonOptions,
  action: (invocation: Invocation) => Promise<Outcome>,
  purpose: Purpose = "act",
): Promise<ExitCode> {
  const terminal = new Terminal(shell, options.json === true);
  const { signal, release } = shell.interrupts();
  const world = shell.world({
    ...(options.python === undefined ? {} : { python: options.python }),
    ...(options.verbose === true ? { writeLog: (line: string) => terminal.output(line) } : {}),
    ...(shell.ask === undefined || purpose === "look" ? {} : { confirm: confirming(terminal, shell.ask) }),
    warn: (sentence) => {
      terminal.line(sentence);
    },
  });
  try {
    return (await action({ shell, world, terminal, signal })) ?? exitCodes.done;
  } catch (error) {
    return report(terminal, error, signal);
  } finally {
    release();
  }
}

function confirming(
  terminal: Terminal,
  ask: (question: string) => Promise<string>,
): (question: string) => Promise<boolean> {
  return async (question) => {
    terminal.line(question);
    return /^y(es)?$/i.test((await ask("Send it? [y/N] ")).trim());
  };
}

/** An argument as an absolute path of this machine. */
export function absolutePath({ folder }: Shell, file: string): string {
  return path.resolve(folder, file);
}

/** The same of a file that is to be run: Python would take a misspelled name, or a notebook, for a failure of the workflow. */
export async function existingFile({ shell, world }: Invocation, file: string): Promise<string> {
  const path = absolutePath(shell, file);
  await readWorkflowFile(world, path);
  return path;
}

/** The folder that a command without a file works in: that of the nearest `aqueduct.json` above, else this one. */
export function currentFolderFile({ folder }: Shell): string {
  return path.resolve(folder, "aqueduct.json");
}

export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.map(
    ({ file, line, column, severity, message, code }) => `${file}:${line}:${column}: ${severity}: ${message} [${code}]`,
  );
}

function report(terminal: Terminal, error: unknown, signal: AbortSignal): ExitCode {
  const { code, message, details, lines } = describe(error, signal);
  if (terminal.json) terminal.result("error", { error: message, ...details }, []);
  else for (const line of [...lines, message]) terminal.line(line);
  return code;
}

interface Description {
  readonly code: ExitCode;
  readonly message: string;
  readonly details: ErrorDetails;
  readonly lines: readonly string[];
}

function describe(error: unknown, signal: AbortSignal): Description {
  if (signal.aborted) return { code: exitCodes.worldFailed, message: "Interrupted.", details: {}, lines: [] };
  if (error instanceof WorkflowProblems) {
    return {
      code: exitCodes.workflowFailed,
      message: error.message,
      details: { problems: error.problems },
      lines: problemLines(error.problems),
    };
  }
  if (error instanceof WrongRequest || error instanceof PasswordWithheld)
    return { code: exitCodes.wrongUse, message: error.message, details: {}, lines: [] };
  if (error instanceof CommandError)
    return { code: error.exitCode, message: error.message, details: error.details, lines: [] };
  return {
    code: exitCodes.worldFailed,
    message: error instanceof Error ? error.message : String(error),
    details: {},
    lines: [],
  };
}
