import type { Reporter } from "../report.js";
import { NothingChosen } from "./chosenSubject.js";

/** Tells why a command had nothing to work on, which is no failure, or what failed. */
export function noticeOr(report: Reporter, error: unknown, sentence: string): void {
  if (error instanceof NothingChosen) report.notice(error.message, ...error.offers);
  else report.failure(`${sentence} ${error instanceof Error ? error.message : String(error)}`, error);
}
