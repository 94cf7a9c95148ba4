import type { Severity } from "../../../src/core/model/problem.js";

export { kindIcons, typeIcons } from "../../shared/icons.js";

export const severityIcons: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "lightbulb",
};
