import { refusalAnswer } from "../../formats/airflow.js";
import type { AirflowFailure } from "../../formats/history.js";
import { hintOf } from "../../formats/reader.js";

export type { AirflowFailure } from "../../formats/history.js";

/** `message` is a sentence that says what failed and what to do. */
export class AirflowError extends Error {
  override readonly name = "AirflowError";
  constructor(
    readonly kind: AirflowFailure,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Whether an error is one of Airflow's of these kinds. */
export function isAirflowError(error: unknown, ...kinds: readonly AirflowFailure[]): error is AirflowError {
  return error instanceof AirflowError && (kinds.length === 0 || kinds.includes(error.kind));
}

/** Airflow's own words in an answer that is no success: `detail` is a text, an object, or a list of what was wrong with a request. */
export function detailOf(text: string): string {
  // An error page of a proxy is not JSON; its status says enough.
  const detail = hintOf(refusalAnswer, text)?.detail;
  if (typeof detail === "string") return detail;
  if (Array.isArray(detail)) return detail.map(faultOf).join("; ");
  if (typeof detail === "object" && detail !== null && "reason" in detail)
    return typeof detail["reason"] === "string" ? detail["reason"] : JSON.stringify(detail["reason"]);
  return text.startsWith("<") ? "" : text.slice(0, 300);
}

/** What was wrong with one part of a request. */
function faultOf(one: unknown): string {
  if (typeof one !== "object" || one === null || !("msg" in one)) return JSON.stringify(one);
  const place = "loc" in one && Array.isArray(one.loc) ? one.loc.join(".") : "";
  return `${place}: ${String(one.msg)}`;
}
