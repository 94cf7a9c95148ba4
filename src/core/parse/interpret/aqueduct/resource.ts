import { spend } from "../meter.js";
import { isSaveMode } from "../../../model/saveModes.js";
import { tagsOf } from "../../../sql/query.js";
import type { RecordedArtifact } from "../../record/recorded.js";
import { unknownName } from "../../record/recorder.js";
import { type Arguments, circumstances, isStale, type Machine, type Site } from "../machine.js";
import { itemsOf } from "../iterating.js";
import { textOf } from "../python.js";
import { artifactsIn, type Mode, none, object, type ResourceValue, type SaveConfig, type Value } from "../values.js";
import { givenTo } from "./given.js";
import { lackingReaders, noteRefused } from "./notThere.js";
import { noteReplaced } from "./replaced.js";
import { writtenArtifactSave, writtenResourceSave } from "./written.js";

/** `db.sql(…)`, `db.config(…)`, `db.save(…)`; other methods give plain objects. */
export function callResource(
  resource: ResourceValue,
  method: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  if (method === "sql") return extract(resource, given, site, machine);
  if (method === "config") return saveConfig(resource, given, site, machine);
  if (method === "collection") return { ...resource, isCollection: true };
  if (lackingReaders.has(method) || (method === "find" && resource.isCollection === true))
    return readLater(resource, method, given, site, machine);
  if (method === "name")
    return resource.name === undefined ? object : { kind: "string", value: resource.name, known: true };
  if (method !== "save") return object;
  const values = givenTo("DatabaseResource.save", given);
  noteTable(values.table_name, site, machine);
  const config: SaveConfig = {
    kind: "saveConfig",
    resource: resource.name,
    table: values.table_name && textOf(values.table_name),
    mode: modeOf(values.update_mode),
  };
  recordSave(
    artifactsIn(values.artifact ?? object),
    config,
    resource.isCollection === true ? "collection.save" : "resource.save",
    site,
    machine,
  );
  return none;
}

/** Records that artifacts are saved. Several: which one is not known. */
export function recordSave(
  artifacts: readonly RecordedArtifact[],
  config: SaveConfig,
  spelling: "artifact.save" | "resource.save" | "collection.save",
  site: Site,
  machine: Machine,
): void {
  const { resource, table, mode } = config;
  if (!isStale(site.frame) && spelling !== "collection.save") {
    const callee = site.call.callee;
    const artifact =
      spelling === "artifact.save" && callee.kind === "attribute" && callee.value.kind === "name"
        ? callee.value.id
        : undefined;
    machine.facts.saves.push({
      range: site.range,
      spelling,
      resource,
      table,
      mode: mode.given,
      artifact,
      written: spelling === "artifact.save" ? writtenArtifactSave(site, machine) : writtenResourceSave(site, machine),
    });
  }
  machine.recorder.record(
    {
      name: `save to ${resource ?? "…"}`,
      kind: "save",
      isKnown: artifacts.length === 1,
      inputs: artifacts,
      outputs: [],
      source: site.range,
      details: {
        ...(resource !== undefined && { resource }),
        ...(table !== undefined && { table }),
        ...(mode.valid !== undefined && { mode: mode.valid }),
        ...circumstances(machine, site.frame, resource === undefined || artifacts.length !== 1),
      },
    },
    noteReplaced(site, machine),
  );
}

function extract(resource: ResourceValue, given: Arguments, site: Site, machine: Machine): Value {
  const { query, name, output, parameters } = givenTo("DatabaseResource.sql", given);
  const texts = query === undefined ? [] : query.kind === "string" ? [query] : itemsOf(query).items;
  const known = texts.map(textOf);
  const certain = query?.kind === "string" ? query.known : !known.includes(undefined) && known.length > 0;
  const operatorName = (name && textOf(name)) ?? `${resource.name ?? "…"} query`;
  const listed = parameters === undefined || parameters.kind === "none" ? [] : artifactsIn(parameters);
  const tags = tagged(texts, machine);
  const queries = known.map((text) => text ?? "");
  if (certain && !isStale(site.frame))
    machine.facts.queries.push({
      range: site.range,
      resource: resource.name,
      texts: queries,
      listed: isListed(parameters) ? listed.map(({ type }) => type) : undefined,
      listedByName: listed.flatMap((one, place) => (tags.some(([, parameter]) => parameter === one) ? [place] : [])),
      tags: tags.map(([tag, { type }]) => ({ name: tag, type })),
      namesKnown: !machine.recorder.parameters.has(unknownName),
    });
  const named = (output && textOf(output)?.trim()) || undefined;
  const [artifact] = machine.recorder.record({
    name: operatorName,
    kind: "extract",
    inputs: [...listed, ...tags.map(([, parameter]) => parameter)],
    outputs: [{ name: named ?? `${operatorName} artifact`, type: "table", isExplicit: named !== undefined }],
    source: site.range,
    details: {
      ...(resource.name !== undefined && { resource: resource.name }),
      ...(certain && { query: query?.kind === "string" ? query.value : queries }),
      ...(tags.length > 0 && { tags: tags.map(([tag]) => tag) }),
      ...circumstances(machine, site.frame, resource.name === undefined || given.open),
    },
  });
  return artifact === undefined ? object : { kind: "artifact", artifact };
}

/** Whether `parameters=` tells exactly which artifacts are listed. */
function isListed(parameters: Value | undefined): boolean {
  if (parameters === undefined || parameters.kind === "none") return true;
  const { items, open } = itemsOf(parameters);
  return !open && items.every(({ kind }) => kind === "artifact");
}

/** The explicit parameters that a query names as `{{ name }}`, each once. */
function tagged(texts: readonly Value[], machine: Machine): (readonly [string, RecordedArtifact])[] {
  const written = texts.flatMap((text) => (text.kind === "string" ? [text.value] : []));
  for (const one of written) spend(one.length);
  return tagsOf(written).flatMap((name) => {
    const parameter = machine.recorder.parameters.get(name);
    return parameter === undefined ? [] : [[name, parameter] as const];
  });
}

/** What Aqueduct read otherwise than by SQL: it is drawn as what it would be, and said to come later. */
function readLater(resource: ResourceValue, method: string, given: Arguments, site: Site, machine: Machine): Value {
  const { name, output } = Object.fromEntries([...given.keywords].map(([key, { value }]) => [key, textOf(value)]));
  const operatorName = name ?? `${resource.name ?? "…"} ${method === "file" ? "file" : "query"}`;
  const [artifact] = machine.recorder.record({
    name: operatorName,
    kind: "extract",
    inputs: [],
    outputs: [{ name: output ?? `${operatorName} artifact`, type: "unknown", isExplicit: output !== undefined }],
    source: site.range,
    details: {
      ...(resource.name !== undefined && { resource: resource.name }),
      ...circumstances(machine, site.frame, true),
    },
  });
  return artifact === undefined ? object : { kind: "artifact", artifact };
}

function noteTable(table: Value | undefined, site: Site, machine: Machine): void {
  if (table?.kind === "artifact") noteRefused("Resource.save(table_name)", site, machine);
}

function saveConfig(resource: ResourceValue, given: Arguments, site: Site, machine: Machine): SaveConfig {
  const { table, mode, update_mode: updateMode, save_mode: saveMode } = givenTo("DatabaseResource.config", given);
  noteTable(table, site, machine);
  return {
    kind: "saveConfig",
    resource: resource.name,
    table: table && textOf(table),
    mode: modeOf(mode ?? updateMode ?? saveMode),
  };
}

function modeOf(value: Value | undefined): Mode {
  if (value === undefined) return { given: undefined, valid: undefined };
  const given = value.kind === "string" ? (value.known ? value.value : null) : (textOf(value) ?? null);
  return { given, valid: given !== null && isSaveMode(given) ? given : undefined };
}
