import type { Failure } from "../model/manifest.js";
import { signalWords } from "../model/signals.js";
import type { LoggedException, LogLine } from "./types.js";

/** The innermost frames of a traceback that are kept. */
const mostFrames = 20;

/**
 * Why a try that left no manifest has ended, from its log in Airflow: the exception that Airflow tells of, else the signal that ended its process, else its last
 * error. Where the log says nothing, that is what is said.
 */
export function loggedFailure(lines: readonly LogLine[]): Failure {
  const raised = lines.findLast(({ exceptions }) => exceptions.length > 0)?.exceptions;
  const [last] = raised ?? [];
  if (raised !== undefined && last !== undefined) return { ...failureOf(raised, last), trace: traceOf(last) };
  const signal = lines.findLast((line) => line.signal !== null)?.signal ?? segfaultOf(lines);
  if (signal !== null) {
    const { means, tip } = signalWords(signal);
    const message = `The task's process on the worker was ended by ${signal}: ${means}.`;
    return { type: "lost", message, tip: `${tip} Clear it in Airflow to run it again.`, trace: [] };
  }
  const error = lines.findLast(({ level, text }) => (level === "error" || level === "critical") && text !== "");
  if (error !== undefined)
    return { type: "system", message: error.text, tip: "Its log in Airflow may say more.", trace: [] };
  return {
    type: "lost",
    message: "Airflow calls it failed, and its log says nothing of why.",
    tip: "It was marked as failed by hand, or its worker was stopped or did not report for too long. Clear it in Airflow to run it again.",
    trace: [],
  };
}

/** Airflow tells of this signal by a text alone. */
function segfaultOf(lines: readonly LogLine[]): string | null {
  return lines.some(({ text, level }) => level !== "info" && text.includes("Received SIGSEGV")) ? "SIGSEGV" : null;
}

function failureOf(raised: readonly LoggedException[], last: LoggedException): Omit<Failure, "trace"> {
  const connection = raised.map(missingConnection).find((id) => id !== undefined);
  if (connection !== undefined)
    return {
      type: "requirements",
      message: `Airflow has no Connection "${connection}", which the workflow needs there.`,
      tip: `Make it in Airflow (Admin, Connections), or have somebody do it who may; then clear the run.`,
    };
  // What our own launcher has to say is a sentence already.
  if (/^Airflow(Fail)?Exception$/.test(last.exc_type))
    return { type: "system", message: last.exc_value, tip: "Clear the run once that is put right." };
  const message = `${last.exc_type}: ${last.exc_value}`;
  if (/Credentials|EndpointConnection|ConnectTimeout|ReadTimeout|ClientError|ConnectionClosed/.test(last.exc_type))
    return {
      type: "system",
      message,
      tip: "The worker can't use the store: test its Connection in Airflow, then clear the run.",
    };
  if (/^(ModuleNotFoundError|ImportError)$/.test(last.exc_type))
    return {
      type: "requirements",
      message,
      tip: "A package is missing on the worker: install it there, then clear the run.",
    };
  if (/Timeout/.test(last.exc_type))
    return {
      type: "system",
      message,
      tip: "Airflow ended it after the time that it allows. Raise execution_timeout there.",
    };
  return {
    type: "system",
    message,
    tip: "It happened in Airflow, outside of the operator: its log there says more.",
  };
}

/** Airflow 2 and 3.0 raise `AirflowNotFoundException: The conn_id \`lake\` isn't defined`, later ones a runtime error that carries its id. */
function missingConnection({ exc_value: value }: LoggedException): string | undefined {
  const found =
    /^The conn_id [`'"]?(.+?)[`'"]? isn't defined/.exec(value) ??
    /^Airflow has no Connection (\S+?)[,.:]/.exec(value) ??
    /CONNECTION_NOT_FOUND.*?['"]conn_id['"]: ['"]([^'"]+)['"]/s.exec(value) ??
    /Connection with ID [`'"]?([^`'"\s]+)[`'"]? (?:was )?not found/i.exec(value);
  return found?.[1];
}

function traceOf({ frames }: LoggedException): Failure["trace"] {
  return (frames ?? [])
    .slice(-mostFrames)
    .map(({ filename, lineno, name }) => ({ file: filename, line: lineno, function: name, text: "" }));
}
