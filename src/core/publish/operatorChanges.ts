import { exactText } from "../model/exactJson.js";
import type { BuildOperator } from "../model/build.js";
import { canonicalJson } from "../store/json.js";
import { countOf } from "../model/words.js";

/** In what an operator differs from the one of the same id that is live, each in a few words. Comments and positions are no difference. */
export function operatorChanges(before: BuildOperator, after: BuildOperator): readonly string[] {
  const told = [
    ...meaningChanges(before, after),
    ...inputChanges(before, after),
    ...valueChanges(before, after),
    ...moduleChanges(before, after),
    ...environmentChanges(before, after),
  ];
  return [...codeChanges(before, after, told.length > 0), ...told];
}

/**
 * The reuse digest tells of all code that the operator can reach, and of what else it stands on; the definitions are those of its whole file. So only where
 * nothing else explains another digest it is surely the operator's own code.
 */
function codeChanges(before: BuildOperator, after: BuildOperator, isExplained: boolean): readonly string[] {
  if (before.reuse === after.reuse) return [];
  if (!isExplained) return ["its code"];
  return after.code !== null && before.code?.definitions !== after.code.definitions
    ? [`code in ${after.code.file}`]
    : [];
}

function meaningChanges(before: BuildOperator, after: BuildOperator): readonly string[] {
  const changes: string[] = [];
  const compare = (what: string, from: string | undefined, to: string | undefined): void => {
    if (from !== to)
      changes.push(
        to === undefined
          ? `no ${what} any more`
          : from === undefined
            ? `${what} ${to}`
            : `${what} ${to} instead of ${from}`,
      );
  };
  compare("name", before.name, after.name);
  compare("kind", before.kind, after.kind);
  compare("severity", before.severity, after.severity);
  compare("bound", boundWords(before), boundWords(after));
  compare("resource", before.resource, after.resource);
  compare("table", before.table, after.table);
  compare("mode", before.mode, after.mode);
  if (!isSame(before.query, after.query)) changes.push("its query");
  if (!isSame(before.call, after.call)) changes.push("the way its function is given its inputs");
  if ((before.origin === undefined) !== (after.origin === undefined))
    changes.push(after.origin === undefined ? "its value may change its type" : "its value keeps its type");
  if (before.outputs.length !== after.outputs.length)
    changes.push(`gives ${countOf(after.outputs.length, "value")} instead of ${before.outputs.length}`);
  return [...changes, ...defaultChanges(before, after)];
}

function defaultChanges(before: BuildOperator, after: BuildOperator): readonly string[] {
  if (before.parameter?.blob === after.parameter?.blob && isSame(before.default, after.default)) return [];
  const [from, to] = [shortJson(before), shortJson(after)];
  return [from === undefined || to === undefined || from === to ? "its default" : `default ${to} instead of ${from}`];
}

function inputChanges(before: BuildOperator, after: BuildOperator): readonly string[] {
  if (isSame(before.inputs, after.inputs)) return [];
  return [`reads ${listOf(after.inputs)} instead of ${listOf(before.inputs)}`];
}

function valueChanges(before: BuildOperator, after: BuildOperator): readonly string[] {
  return namedChanges(
    "captured value",
    before.values.map(({ name, blob }) => [asWritten(name), blob]),
    after.values.map(({ name, blob }) => [asWritten(name), blob]),
  );
}

/** As code writes it: `steps.LIMIT` for the `steps:LIMIT` of a module. */
function asWritten(name: string): string {
  return name.replace(":", ".");
}

function moduleChanges(before: BuildOperator, after: BuildOperator): readonly string[] {
  return namedChanges(
    "module",
    before.modules.map(({ path, blob }) => [path, blob]),
    after.modules.map(({ path, blob }) => [path, blob]),
  );
}

function environmentChanges(before: BuildOperator, after: BuildOperator): readonly string[] {
  const added = after.requirements.filter((one) => !before.requirements.includes(one));
  const removed = before.requirements.filter((one) => !after.requirements.includes(one));
  const changes: string[] = [];
  if (added.length > 0)
    changes.push(`requires ${added.join(", ")}${removed.length > 0 ? ` instead of ${removed.join(", ")}` : ""}`);
  else if (removed.length > 0) changes.push(`no longer requires ${removed.join(", ")}`);
  if (before.python !== after.python)
    changes.push(
      after.python === null
        ? "runs on any Python"
        : `runs on Python ${after.python}${before.python === null ? "" : ` instead of ${before.python}`}`,
    );
  return changes;
}

type Named = readonly (readonly [name: string, digest: string])[];

function namedChanges(what: string, before: Named, after: Named): readonly string[] {
  const [from, to] = [new Map(before), new Map(after)];
  const changed = after
    .filter(([name, digest]) => from.has(name) && from.get(name) !== digest)
    .map(([name]) => `${what} ${name}`);
  const added = after.filter(([name]) => !from.has(name)).map(([name]) => `${what} ${name} added`);
  const removed = before.filter(([name]) => !to.has(name)).map(([name]) => `${what} ${name} removed`);
  return [...changed, ...added, ...removed];
}

function boundWords({ bound }: BuildOperator): string | undefined {
  const words = { lessThan: "less than", greaterThan: "greater than", equal: "equal to", notEqual: "other than" };
  return bound === undefined ? undefined : `${words[bound.comparison]} ${exactText(bound.value)}`;
}

/** Undefined where it has no exact JSON, or is too long to be read in passing. */
function shortJson({ default: initial }: BuildOperator): string | undefined {
  const text = initial?.json === undefined ? undefined : exactText(initial.json);
  return text === undefined || text.length > 40 ? undefined : text;
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || (left !== undefined && right !== undefined && canonicalJson(left) === canonicalJson(right));
}
