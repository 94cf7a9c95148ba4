import type { CapturedSecret } from "../model/facts.js";
import { listed, problem, type Rule } from "./rule.js";

/** What was read on this machine, or is named like a secret, and is stored with the workflow. The tracer says the same in `shipping/secrets.py`. */
export const capturedSecret: Rule = ({ facts }) =>
  facts.capturedSecrets.map((secret) => problem("captured-secret", "warning", messageOf(secret), secret.range));

const elsewhere = "use a resource of aqueduct.json, or a Connection or Variable of Airflow.";

function messageOf({ known, names, operators }: CapturedSecret): string {
  const what = quoted(names);
  if (operators.length === 0)
    return `The default of ${what} holds a value that was read on this machine: it is stored as plain text with the workflow. Read it inside the operator, ${elsewhere}`;
  const holds = `${names.length === 1 ? "holds" : "hold"} a value that was read on this machine`;
  const takers = quoted(operators);
  const takes = `${takers} ${operators.length === 1 ? "takes" : "take"} it along`;
  return `${what} ${known === "read" ? holds : names.length === 1 ? "looks like a secret" : "look like secrets"}, and ${takes}: it is stored as plain text with the workflow. Read it in ${takers}, ${elsewhere}`;
}

/** Of more than four names the first three. */
function quoted(names: readonly string[]): string {
  const shown = names.slice(0, names.length > 4 ? 3 : 4).map((name) => `\`${name}\``);
  return listed(names.length > 4 ? [...shown, `${String(names.length - 3)} others`] : shown);
}
