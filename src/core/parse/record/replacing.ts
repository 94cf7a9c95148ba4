import type { RecordedArtifact, RecordedOperator } from "./recorded.js";

const replaceable: ReadonlySet<string> = new Set(["save", "metric", "check", "systemMetric"]);

export function mayBeReplaced({ kind }: RecordedOperator): boolean {
  return replaceable.has(kind);
}

/** Whether a later call takes the place of an earlier one; undefined where that cannot be told. */
export function replaces(later: RecordedOperator, former: RecordedOperator): boolean | undefined {
  if (later.kind !== former.kind || !mayBeReplaced(later)) return false;
  if (later.kind === "save") return isSameSave(later, former);
  const known = later.isKnown && former.isKnown;
  if (later.name !== former.name && known) return false;
  if (!known) return haveOneInCommon(later, former) ? undefined : false;
  if (later.inputs.length !== former.inputs.length) return false;
  if (JSON.stringify(later.details.call) !== JSON.stringify(former.details.call)) return false;
  return every(later.inputs.map((input, index) => isSameInput(input, former.inputs[index])));
}

/** One save of an artifact for each table. */
function isSameSave(later: RecordedOperator, former: RecordedOperator): boolean | undefined {
  return every([
    later.isKnown && former.isKnown
      ? later.inputs[0] === former.inputs[0]
      : haveOneInCommon(later, former)
        ? undefined
        : false,
    isSameText(later.details.resource, former.details.resource),
    isSameText(later.details.table, former.details.table),
  ]);
}

function isSameText(one: string | undefined, other: string | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other;
}

/** The same artifact, or literals of one value in the same place. */
function isSameInput(one: RecordedArtifact, other: RecordedArtifact | undefined): boolean | undefined {
  if (one === other) return true;
  if (other === undefined) return false;
  const [left, right] = [one.producer(), other.producer()];
  if (!isLiteral(left) || !isLiteral(right) || left.name !== right.name) return false;
  const [type, otherType] = [left.details.default?.type, right.details.default?.type];
  if (type !== otherType && type !== "unknown" && otherType !== "unknown") return false;
  return isSameText(left.literal, right.literal);
}

function isLiteral({ kind, details }: RecordedOperator): boolean {
  return kind === "parameter" && details.explicit !== true;
}

function haveOneInCommon(one: RecordedOperator, other: RecordedOperator): boolean {
  return one.inputs.some((input) => other.inputs.includes(input));
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
