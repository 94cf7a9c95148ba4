import type { NotDoneMethod } from "../../../model/facts.js";
import type { RecordedArtifact } from "../../record/recorded.js";
import { unknownName } from "../../record/recorder.js";
import { trimSchedule } from "../../../airflow/cron/schedule.js";
import { type Arguments, isStale, type Machine, type Site } from "../machine.js";
import { itemsOf } from "../iterating.js";
import { textOf, truthOf } from "../python.js";
import { artifactsIn, none, object, text, type Value } from "../values.js";
import { givenTo } from "./given.js";
import { noteIfRefused, noteRefused } from "./notThere.js";
import { recordParameter } from "./parameters.js";
import { noteSettings } from "./settings.js";
import { writtenArguments, writtenMethod, writtenPublication } from "./written.js";

/** A method of the client. What asks a server gives a plain object: nothing is asked here. */
export function callClient(method: string, given: Arguments, site: Site, machine: Machine): Value {
  if (method === "resource" || method === "integration") return resource(method, given, site, machine);
  if (method === "create_param") return createParameter(given, site, machine);
  if (method === "publish_flow") return publish(given, site, machine);
  if (method === "list_resources" || method === "list_integrations") return { kind: "resources" };
  noteIfRefused("Client", method, site, machine);
  const called = notDone[method];
  if (called !== undefined && !isStale(site.frame)) {
    const name =
      called === "connect_resource" || called === "delete_resource"
        ? givenTo(`Client.${called}`, given).name
        : undefined;
    machine.facts.notDone.push({ range: site.range, method: called, resource: name && textOf(name) });
  }
  return called === undefined ? object : none;
}

/** A method of what `publish_flow` gives. */
export function callFlow(flow: Extract<Value, { kind: "flow" }>, method: string, site: Site, machine: Machine): Value {
  noteIfRefused("Flow", method, site, machine);
  const isName = method === "name" || method === "id";
  return isName && flow.name !== undefined ? text(flow.name) : object;
}

/** A method of the dictionary of handles that the client lists. */
export function callResources(method: string, given: Arguments): Value {
  const name = given.positional[0]?.value;
  return method === "get" || method === "pop" ? { kind: "resource", name: name && textOf(name) } : { kind: "unknown" };
}

/** What no workflow file does, by the names that it has had. */
const notDone: Readonly<Partial<Record<string, NotDoneMethod>>> = {
  trigger: "trigger",
  delete_flow: "delete_flow",
  connect_resource: "connect_resource",
  connect_integration: "connect_resource",
  delete_resource: "delete_resource",
  delete_integration: "delete_resource",
};

function resource(method: "resource" | "integration", given: Arguments, site: Site, machine: Machine): Value {
  const value = givenTo(`Client.${method}`, given).name;
  const name = value && textOf(value);
  if (!isStale(site.frame)) {
    const written = writtenArguments(site.call, `Client.${method}`).get("name");
    machine.facts.resourceUses.push({
      range: site.range,
      method,
      name,
      written: {
        method: writtenMethod(site, machine),
        name: written && machine.rangeOf(written.value.span, site.frame),
      },
    });
  }
  return { kind: "resource", name };
}

function createParameter(given: Arguments, site: Site, machine: Machine): Value {
  const { name, default: value, use_local: useLocal } = givenTo("Client.create_param", given);
  if (useLocal !== undefined && truthOf(useLocal) === true)
    noteRefused("Client.create_param(use_local)", site, machine);
  noteSettings("create_param", given, site, machine);
  const known = ((name && textOf(name)) ?? unknownName).trim();
  const artifact = recordParameter(known, value ?? object, true, site, machine);
  machine.recorder.parameters.set(known, artifact);
  return { kind: "artifact", artifact };
}

function publish(given: Arguments, site: Site, machine: Machine): Value {
  const values = givenTo("Client.publish_flow", given);
  const { name, description, schedule, engine, artifacts, metrics, checks, config, source_flow: source } = values;
  const isRefused = source !== undefined && source.kind !== "none" && source.kind !== "unknown";
  if (isRefused) noteRefused("Client.publish_flow(source_flow)", site, machine);
  const flow: Value = { kind: "flow", name: name && textOf(name) };
  const wanted = config?.kind === "flowConfig" && config.engine !== undefined ? config.engine : engine;
  for (const value of [artifacts, metrics, checks]) if (value !== undefined) doubtChoices(value);
  const publication = {
    name: name?.kind === "string" ? name.value : "…",
    description: (description?.kind === "string" && description.value) || undefined,
    engine: wanted === undefined || wanted.kind === "none" ? machine.recorder.engine : engineName(wanted),
    schedule: scheduleOf(schedule, given),
    source: site.range,
  };
  machine.recorder.publish({
    ...publication,
    artifacts: listed(artifacts ?? none),
    metrics: optional(metrics),
    checks: optional(checks),
  });
  if (isStale(site.frame)) return flow;
  for (const names of machine.recorder.publications.at(-1)?.equalNames ?? [])
    machine.facts.equalNames.push({ workflow: publication.name, ...names });
  const artifactsAsDescription =
    description !== undefined && description.kind !== "unknown" && artifactsIn(description).length > 0;
  noteSettings("publish_flow", given, site, machine, artifactsAsDescription ? "description" : undefined);
  machine.facts.publications.push({
    range: site.range,
    name: publication.name,
    isCertain: machine.certainty.unknown === 0,
    engine: publication.engine,
    schedule: publication.schedule,
    publishesNothing:
      artifacts === undefined ||
      artifacts.kind === "none" ||
      (isSequence(artifacts) && artifacts.items.length === 0 && !artifacts.open),
    flowConfig: config !== undefined && config.kind !== "none",
    artifactsAsDescription,
    noTextAsDescription: !artifactsAsDescription && noTexts.has(description?.kind ?? "none"),
    written: writtenPublication(site, machine),
  });
  return flow;
}

/** Values that are certainly no text. */
const noTexts: ReadonlySet<Value["kind"]> = new Set<Value["kind"]>([
  "number",
  "boolean",
  "bytes",
  "list",
  "tuple",
  "set",
  "dictionary",
  "function",
  "class",
]);

/** What of several is published cannot be told: then none of them is for certain. */
function doubtChoices(value: Value): void {
  const values = isSequence(value) ? value.items : [value];
  for (const one of values) {
    const several = one.kind === "choice" || one.kind === "unknown" ? artifactsIn(one) : [];
    if (several.length < 2) continue;
    for (const artifact of several) artifact.producer().details = { ...artifact.producer().details, unknown: true };
  }
}

/** Null: none; undefined: it cannot be told. What is no text is taken as it is printed, so that the rule about schedules names it. */
function scheduleOf(schedule: Value | undefined, given: Arguments): string | null | undefined {
  if (schedule === undefined) return given.open ? undefined : null;
  if (schedule.kind === "none") return null;
  const cron = textOf(schedule);
  return cron === undefined ? undefined : trimSchedule(cron) || null;
}

/** The name of an engine; null for the local one under any of its names, and where it cannot be told. */
export function engineName(engine: Value): string | null {
  const name = engine.kind === "resource" ? engine.name : textOf(engine);
  return name === undefined || engine.kind === "none" || ["", "aqueduct", "local"].includes(name.toLowerCase())
    ? null
    : name;
}

/** Undefined: some of them are not known. */
function listed(value: Value): readonly RecordedArtifact[] | undefined {
  if (value.kind === "unknown" && artifactsIn(value).length === 0) return undefined;
  if (
    isSequence(value) &&
    (itemsOf(value).open || value.items.some((item) => item.kind === "unknown")) &&
    artifactsIn(value).length === 0
  )
    return undefined;
  return artifactsIn(value);
}

function optional(value: Value | undefined): readonly RecordedArtifact[] | undefined {
  return value === undefined || value.kind === "none" ? undefined : listed(value);
}

function isSequence(value: Value): value is Extract<Value, { kind: "list" | "tuple" | "set" }> {
  return value.kind === "list" || value.kind === "tuple" || value.kind === "set";
}
