import type { OperatorPart } from "../../protocol/graphPanel.js";

/** The commands that open what a run has of an operator. */
export const openers: Readonly<Record<OperatorPart, string>> = {
  value: "aqueduct.openValue",
  log: "aqueduct.openLog",
  trace: "aqueduct.openTrace",
};
