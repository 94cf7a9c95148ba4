import type { OperatorPart } from "../../protocol/graphPanel.js";
import { ids } from "../ids.js";

/** The commands that open what a run has of an operator. */
export const openers: Readonly<Record<OperatorPart, string>> = {
  value: ids.openValue,
  log: ids.openLog,
  trace: ids.openTrace,
};
