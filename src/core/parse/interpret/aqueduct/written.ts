import { type ArgumentOf, type Called, placesOf } from "../../../model/signatures.js";
import type { SourceRange } from "../../../model/source.js";
import type { WrittenPublication, WrittenSave } from "../../../model/facts.js";
import type { Argument, Call, Expression } from "../../syntax/syntax.js";
import type { Frame, Machine, Site } from "../machine.js";

/** The arguments of a call as they are written, by the names of its signature; what `*` and `**` bring along is not. */
export function writtenArguments<Name extends Called>(
  { arguments: list }: Call,
  called: Name,
): ReadonlyMap<ArgumentOf<Name>, Argument> {
  const places: readonly string[] = placesOf(called);
  const byName = new Map<string, Argument>();
  for (const [index, argument] of list.entries()) {
    const name =
      argument.form === "keyword" ? argument.name : argument.form === "positional" ? places[index] : undefined;
    if (name !== undefined) byName.set(name, argument);
  }
  return byName as ReadonlyMap<string, Argument> as ReadonlyMap<ArgumentOf<Name>, Argument>;
}

/** Where a call's method is named: `sql` of `db.sql(…)`. */
export function writtenMethod({ call: { callee }, frame }: Site, machine: Machine): SourceRange | undefined {
  return callee.kind === "attribute" ? machine.rangeOf(callee.nameSpan, frame) : undefined;
}

/** `artifact.save(db.config(table=…, mode=…))`. */
export function writtenArtifactSave({ call, frame }: Site, machine: Machine): WrittenSave {
  const range = ranges(frame, machine);
  const config = writtenArguments(call, "Artifact.save").get("config")?.value;
  const artifact = call.callee.kind === "attribute" ? call.callee.value : undefined;
  if (config?.kind !== "call" || config.callee.kind !== "attribute") return {};
  const resource = config.callee.value;
  const given = writtenArguments(config, "DatabaseResource.config");
  return {
    ...range("artifact", artifact),
    ...range("resource", isPrimary(resource) ? resource : undefined),
    ...range("table", given.get("table")?.value),
    ...range("mode", (given.get("mode") ?? given.get("update_mode") ?? given.get("save_mode"))?.value),
    ...range("settings", config),
  };
}

/** `db.save(artifact, table, mode)`. */
export function writtenResourceSave({ call, frame }: Site, machine: Machine): WrittenSave {
  const range = ranges(frame, machine);
  const given = writtenArguments(call, "DatabaseResource.save");
  return {
    ...range("artifact", given.get("artifact")?.value),
    ...range("table", given.get("table_name")?.value),
    ...range("mode", given.get("update_mode")?.value),
    ...range("settings", call),
  };
}

/** `client.publish_flow(…)`. */
export function writtenPublication({ call, frame }: Site, machine: Machine): WrittenPublication {
  const given = writtenArguments(call, "Client.publish_flow");
  const config = given.get("config");
  const settings = config?.value.kind === "call" && config.value.arguments.length === 1 ? config.value : undefined;
  const engine = settings && writtenArguments(settings, "FlowConfig").get("engine")?.value;
  return {
    values: Object.fromEntries([...given].map(([name, { value }]) => [name, machine.rangeOf(value.span, frame)])),
    ...(config?.form === "keyword" &&
      engine !== undefined &&
      !given.has("engine") && {
        flowConfig: { argument: machine.rangeOf(config.span, frame), engine: machine.rangeOf(engine.span, frame) },
      }),
  };
}

/** A dot may follow it without brackets around it. */
function isPrimary({ kind }: Expression): boolean {
  return kind === "name" || kind === "attribute" || kind === "call" || kind === "subscript";
}

function ranges(
  frame: Frame,
  machine: Machine,
): <Name extends string>(name: Name, expression: Expression | undefined) => Partial<Record<Name, SourceRange>> {
  return (name, expression) =>
    expression === undefined
      ? {}
      : ({ [name]: machine.rangeOf(expression.span, frame) } as Partial<Record<typeof name, SourceRange>>);
}
