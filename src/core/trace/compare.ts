import type { Problem } from "../model/problem.js";
import { type Graph, isUnknownCall, type Operator, type Workflow } from "../model/workflow.js";

/**
 * Where tracing found another workflow than the text told. The traced one stands; each difference is shown where it is.
 *
 * A static node that is `repeated` or `unknown` covers every traced one of its kind on its line, a call that the text cannot follow every one on its lines. After such a node ids may be shifted, so that only kinds
 * and lines are compared in its workflow.
 */
export function compareWithTrace(text: Graph, traced: Graph): readonly Problem[] {
  const [inText, inTrace] = [byName(text), byName(traced)];
  return [
    ...[...inTrace].flatMap(([key, workflow]) => compareWorkflow(inText.get(key), workflow)),
    ...[...inText].filter(([key]) => !inTrace.has(key)).flatMap(([, workflow]) => compareWorkflow(workflow, undefined)),
  ];
}

/** Of several publications of one name, the first is that of the first, and so on. */
function byName({ workflows }: Graph): ReadonlyMap<string, Workflow> {
  const named = new Map<string, Workflow>();
  for (const workflow of workflows) {
    let key = JSON.stringify(workflow.name);
    while (named.has(key)) key += "+";
    named.set(key, workflow);
  }
  return named;
}

function compareWorkflow(text: Workflow | undefined, traced: Workflow | undefined): readonly Problem[] {
  const expected = text?.operators ?? [];
  const found = traced?.operators ?? [];
  const open = expected.filter(isOpen);
  const same = open.length === 0 ? sameOperator : sameLine;
  const covered = (operator: Operator): boolean =>
    open.some((one) => (isUnknownCall(one) ? spans(one, operator) : sameLine(one, operator)));
  return [
    ...found
      .filter((operator) => !covered(operator) && !expected.some((one) => same(one, operator)))
      .map((operator) => difference(operator, expected)),
    ...expected
      .filter((operator) => !isOpen(operator) && !found.some((one) => same(one, operator) || one.id === operator.id))
      .map(missing),
  ];
}

function isOpen({ repeated, unknown }: Operator): boolean {
  return repeated === true || unknown === true;
}

function spans({ source }: Operator, { source: { file, line } }: Operator): boolean {
  return source.file === file && source.line <= line && line <= source.endLine;
}

function sameLine(left: Operator, right: Operator): boolean {
  return left.kind === right.kind && left.source.file === right.source.file && left.source.line === right.source.line;
}

function sameOperator(left: Operator, right: Operator): boolean {
  return (
    left.id === right.id &&
    left.name === right.name &&
    sameLine(left, right) &&
    left.inputs.join(" ") === right.inputs.join(" ")
  );
}

function difference(operator: Operator, expected: readonly Operator[]): Problem {
  const other = expected.find(({ id }) => id === operator.id);
  const message =
    other === undefined
      ? `Running the file recorded "${operator.name}" here, which its text alone does not show. The recorded workflow is used.`
      : `Running the file recorded "${operator.name}" otherwise than its text alone shows (${whatDiffers(other, operator)}). The recorded one is used.`;
  return { code: "trace-differs", severity: "information", message, ...operator.source };
}

function missing(operator: Operator): Problem {
  return {
    code: "trace-differs",
    severity: "information",
    message: `Running the file did not record "${operator.name}" here. The recorded workflow is used.`,
    ...operator.source,
  };
}

function whatDiffers(text: Operator, traced: Operator): string {
  if (text.kind !== traced.kind) return `as a ${traced.kind}, not a ${text.kind}`;
  if (text.inputs.join(" ") !== traced.inputs.join(" "))
    return `reading ${traced.inputs.join(", ") || "nothing"} instead of ${text.inputs.join(", ") || "nothing"}`;
  if (text.name !== traced.name) return `called "${traced.name}" instead of "${text.name}"`;
  return `on line ${traced.source.line} instead of ${text.source.line}`;
}
