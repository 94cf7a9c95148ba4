import type { BuildOperator, BuildRecord } from "../model/build.js";
import { firstLine } from "../model/firstLine.js";
import { operatorChanges } from "./operatorChanges.js";
import { countOf } from "../model/words.js";

/** One thing that a publication changes, in words. */
export interface PublishChange {
  readonly kind: "added" | "changed" | "removed" | "same";
  /** Of an operator, or of what belongs to the workflow as a whole. */
  readonly name: string;
  readonly detail: string;
}

/** What will differ once `next` takes the place of the build that is live: the workflow first, then its operators in their order, then what stays. */
export function changesBetween(live: BuildRecord, next: BuildRecord): readonly PublishChange[] {
  const before = new Map(live.operators.map((operator) => [operator.id, operator]));
  const after = new Set(next.operators.map(({ id }) => id));
  const changes = [
    ...workflowChanges(live, next),
    ...next.operators.flatMap((operator) => changeOf(before.get(operator.id), operator)),
    ...live.operators
      .filter(({ id }) => !after.has(id))
      .map((operator): PublishChange => ({ kind: "removed", name: operator.name, detail: describe(operator) })),
  ];
  const touched = changes.length;
  const kept = next.operators.filter((operator) => changeOf(before.get(operator.id), operator).length === 0).length;
  return [...changes, ...same(kept, touched)];
}

/** What a first publication brings. */
export function firstChanges(next: BuildRecord): readonly PublishChange[] {
  return next.operators.map((operator) => ({ kind: "added", name: operator.name, detail: describe(operator) }));
}

function changeOf(before: BuildOperator | undefined, after: BuildOperator): readonly PublishChange[] {
  if (before === undefined) return [{ kind: "added", name: after.name, detail: describe(after) }];
  const differences = operatorChanges(before, after);
  return differences.length === 0 ? [] : [{ kind: "changed", name: after.name, detail: differences.join("; ") }];
}

function workflowChanges(live: BuildRecord, next: BuildRecord): readonly PublishChange[] {
  const changes: PublishChange[] = [];
  if (live.schedule !== next.schedule)
    changes.push({
      kind: "changed",
      name: "Schedule",
      detail: `${scheduleWords(next.schedule)} instead of ${scheduleWords(live.schedule)}`,
    });
  if (live.description !== next.description) {
    const quoted = (text: string | undefined): string => (text === undefined ? "none" : `“${firstLine(text.trim())}”`);
    changes.push({
      kind: "changed",
      name: "Description",
      detail: `${quoted(next.description)} instead of ${quoted(live.description)}`,
    });
  }
  if (live.runtime.blob !== next.runtime.blob || live.launcher !== next.launcher) {
    const versions =
      live.runtime.version === next.runtime.version
        ? "another build of the same version"
        : `${next.runtime.version} instead of ${live.runtime.version}`;
    changes.push({ kind: "changed", name: "Aqueduct’s runtime", detail: versions });
  }
  return changes;
}

function scheduleWords(schedule: string | null): string {
  return schedule === null ? "by hand only" : `“${schedule}” in UTC`;
}

function same(kept: number, touched: number): readonly PublishChange[] {
  if (kept === 0) return [];
  // Then only lines have moved, or comments have changed: another build, and nothing else.
  const detail = touched === 0 ? "run as they do: only comments or the places of lines are others" : "as they are";
  return [{ kind: "same", name: countOf(kept, "operator"), detail }];
}

function describe({ kind, severity, resource, table }: BuildOperator): string {
  switch (kind) {
    case "check":
      return severity === undefined ? "check" : `check, ${severity}`;
    case "extract":
      return resource === undefined ? "extract" : `extract from ${resource}`;
    case "save":
      return `save to ${[resource, table].filter((part) => part !== undefined).join(", table ")}`;
    case "systemMetric":
      return "system metric";
    default:
      return kind;
  }
}
