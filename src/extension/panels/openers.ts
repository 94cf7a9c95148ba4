import type { OperatorPart } from "../../formats/graphPanel.js";
import { ids } from "../ids.js";

/** The commands that open what a run has of an operator. */
export const openers: Readonly<Record<OperatorPart, string>> = {
  value: ids.openValue,
  log: ids.openLog,
  trace: ids.openTrace,
};
