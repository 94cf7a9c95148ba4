import { exactText } from "../../model/exactJson.js";
import { countOf, kindWord } from "../../model/words.js";
import type { Operator } from "../../model/workflow.js";
import { code, link, listed } from "../markdown.js";
import type { Subject } from "../subject.js";
import { comparisonWords, modeWords } from "../words.js";
import { defaultText, type Described, inputText, outputText, readersText } from "./described.js";

const mostCalls = 5;
const mostQueryLines = 12;

/** One call, or a definition with its calls. */
export function operatorsText(
  described: Described,
  { name, operators: ids, definition }: Extract<Subject, { kind: "operator" }>,
): string {
  const operators = ids.map((id) => described.file.operators.get(id)).filter((operator) => operator !== undefined);
  const [only] = operators;
  if (only !== undefined && operators.length === 1) return operatorText(described, only);
  const kind =
    only?.kind ??
    described.file.known.names.definitions.find(
      (one) => one.definition.line === definition?.line && one.definition.file === definition.file,
    )?.kind;
  const head = `**${code(name)}** · ${kindWord(kind ?? "function")}`;
  if (operators.length === 0)
    return `${head}\n\nNever called in this file, so no workflow of it has this ${kind === "check" || kind === "metric" ? kind : "operator"}.`;
  const calls = operators
    .slice(0, mostCalls)
    .map(
      (operator) =>
        `- ${link(`line ${String(operator.source.line)}`, described.linkTo(operator.source))}: ${readsText(described, operator)}`,
    );
  const more = operators.length > mostCalls ? [`- and ${String(operators.length - mostCalls)} more`] : [];
  return `${head}\n\nCalled ${countOf(operators.length, "time")}:\n${[...calls, ...more].join("\n")}`;
}

/** What an operator is, what it reads, gives and goes to. */
export function operatorText(described: Described, operator: Operator): string {
  const facts = [
    sourceText(described, operator),
    operator.inputs.length > 0 && operator.kind !== "save" ? `Reads ${readsText(described, operator)}` : undefined,
    givesText(described, operator),
    goesToText(described, operator),
    operator.repeated === true ? "Called as often as its loop runs, which the text does not tell" : undefined,
  ].filter((fact) => fact !== undefined);
  return [
    `**${code(operator.name)}** · ${headWords(operator)}`,
    facts.map((fact) => `- ${fact}`).join("\n"),
    queryText(operator),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function headWords(operator: Operator): string {
  const { kind, severity, explicit, bound } = operator;
  const word = kind === "parameter" && explicit !== true ? "implicit parameter" : kindWord(kind);
  const judged = bound === undefined ? "" : `: ${comparisonWords[bound.comparison]} ${exactText(bound.value)}`;
  const meaning =
    severity === "error" ? ", stops the run where it fails" : severity === "warning" ? ", warns where it fails" : "";
  return `${word}${judged}${meaning}${kind === "parameter" ? defaultText(operator) : ""}`;
}

function sourceText(described: Described, { kind, resource, table, mode, inputs }: Operator): string | undefined {
  if (kind === "extract" && resource !== undefined) return `Queries ${code(resource)}`;
  if (kind !== "save") return undefined;
  const what = listed(inputs.map((id) => inputText(described, id)));
  const where = table === undefined ? "" : ` into the table ${code(table)}`;
  return `Saves ${what}${where}${resource === undefined ? "" : ` of ${code(resource)}`}${mode === undefined ? "" : `; ${modeWords[mode]}`}`;
}

function readsText(described: Described, { inputs }: Operator): string {
  return inputs.length === 0 ? "reads nothing" : listed(inputs.map((id) => inputText(described, id)));
}

function givesText(described: Described, { kind, outputs }: Operator): string | undefined {
  if (kind === "parameter" || kind === "check") return undefined;
  const given = outputs.flatMap((id) => outputText(described, id) ?? []);
  return given.length === 0 ? undefined : `Gives ${listed(given)}`;
}

function goesToText(described: Described, { kind, outputs }: Operator): string | undefined {
  const readers = readersText(described, outputs);
  if (readers !== undefined) return `Read by ${readers}`;
  return kind === "function" || kind === "extract" ? "Read by no other operator" : undefined;
}

function queryText({ query }: Operator): string {
  if (query === undefined) return "";
  const lines = (typeof query === "string" ? query : query.join(";\n")).replaceAll("```", "'''").trim().split("\n");
  return ["```sql", ...lines.slice(0, mostQueryLines), ...(lines.length > mostQueryLines ? ["…"] : []), "```"].join(
    "\n",
  );
}
