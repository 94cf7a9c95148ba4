import type { BuildName } from "../model/build.js";
import { slugOf } from "../model/slug.js";
import type { Digest } from "../model/trace.js";
import type { OperatorId } from "../model/workflow.js";
import type { Hash } from "../ports.js";

/** A part of a key is not what such a part can be; it came from a store, a server or a file that somebody changed. */
export class BadKey extends Error {
  override readonly name = "BadKey";
}

/** The key itself. @throws {@link BadKey} for one that could leave the store, or that not every store keeps as it is */
export function checkedKey(key: string): string {
  const isKey = /^[A-Za-z0-9._=/-]+$/.test(key) && key.split("/").every((part) => !["", ".", ".."].includes(part));
  if (isKey) return key;
  throw new BadKey(`"${key}" cannot be a key of a store.`);
}

/** Whether a text can be a SHA-256: 64 digits in lower-case hex. */
export function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function digestPart(text: string): string {
  if (isDigest(text)) return text;
  throw new BadKey(`"${text}" is not a SHA-256, so nothing in a store is named by it.`);
}

/** One name between two slashes. A hidden one is none of ours. */
function part(text: string, what: string): string {
  if (/^[A-Za-z0-9_=-][A-Za-z0-9._=-]*$/.test(text)) return text;
  throw new BadKey(`"${text}" cannot be ${what}, so nothing in a store is kept under it.`);
}

/** A workflow in the store: the project that it belongs to and its own folder there. */
export interface WorkflowPlace {
  readonly project: string;
  /** `<slug>-<8 hex>`. */
  readonly key: string;
}

/** One attempt of one operator. */
export interface AttemptPlace {
  readonly rid: string;
  readonly life: string;
  readonly operator: OperatorId;
  /** From 1. */
  readonly try: number;
}

/** The folder name of a workflow: slug and the first 8 hex digits of its name's SHA-256. */
export function workflowKey(name: string, hash: Hash): string {
  return `${slugOf(name, "workflow")}-${hash.sha256(name).slice(0, 8)}`;
}

/** Names a run in the store and in the history, whatever the engine: 20 hex digits. */
export function runKey(
  run: { readonly project: string; readonly workflow: string; readonly target: string; readonly runId: string },
  hash: Hash,
): string {
  return hash.sha256([run.project, run.workflow, run.target, run.runId].join("\0")).slice(0, 20);
}

/**
 * A time as it stands in keys: `20261121T012301.048772Z`, sortable as text.
 *
 * @param time RFC 3339 with any offset and up to nanoseconds, which are cut to microseconds
 */
export function lifeOf(time: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(time);
  const seconds = match === null ? Number.NaN : Date.parse(`${match[1] ?? ""}T${match[2] ?? ""}${match[4] ?? ""}`);
  if (match === null || Number.isNaN(seconds)) throw new Error(`"${time}" is not a time in RFC 3339.`);
  const whole = new Date(seconds).toISOString().slice(0, 19).replace(/[-:]/g, "");
  return `${whole}.${(match[3] ?? "").padEnd(6, "0").slice(0, 6)}Z`;
}

/** The time that a life stands for, in RFC 3339. */
export function timeOfLife(life: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d+)Z$/.exec(life);
  if (match === null) throw new Error(`"${life}" is not the start of a run.`);
  const [, year, month, day, hour, minute, second] = match;
  return `${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`;
}

/** `aqueduct__<start>__<6 hex>`: the raw id of a run that we start; sorts by time. */
export function newRunId(startedBy: "local" | "aqueduct", time: string, random: string): string {
  return `${startedBy}__${lifeOf(time)}__${random}`;
}

export function blobKey(digest: Digest): string {
  return `blobs/sha256/${digestPart(digest)}`;
}

export function buildKey(place: WorkflowPlace, build: BuildName): string {
  return `${workflowFolder(place)}builds/${digestPart(build)}.json`;
}

export function currentKey(place: WorkflowPlace, target: string): string {
  return `${targetFolder(place, target)}current.json`;
}

export function publishingKey(place: WorkflowPlace, target: string): string {
  return `${targetFolder(place, target)}publishing.json`;
}

/** @param publishedAt RFC 3339 */
export function historyKey(place: WorkflowPlace, target: string, publishedAt: string, build: BuildName): string {
  return `${historyFolder(place, target)}${lifeOf(publishedAt)}-${build.slice(0, 12)}.json`;
}

function historyFolder(place: WorkflowPlace, target: string): string {
  return `${targetFolder(place, target)}history/`;
}

/** The empty marker by which a run is found without reading all of them. */
export function markerKey(place: WorkflowPlace, start: string, rid: string): string {
  return `${markerFolder(place)}${part(start.slice(0, 6), "a month")}/${part(`${start}-${rid}`, "the marker of a run")}`;
}

export function markerFolder(place: WorkflowPlace): string {
  return `${workflowRunsFolder(place)}by-time/`;
}

/** Each workflow of the project that ever ran has a folder in it. */
export function runsFolder(project: string): string {
  return `runs/${part(project, "a project")}/`;
}

/** Each run of the workflow has a folder in it, named by its id. */
export function workflowRunsFolder({ project, key }: WorkflowPlace): string {
  return `${runsFolder(project)}${part(key, "the folder of a workflow")}/`;
}

export function runFolder(place: WorkflowPlace, rid: string): string {
  return `${workflowRunsFolder(place)}${part(rid, "the id of a run")}/`;
}

export function lifeFolder(place: WorkflowPlace, rid: string, life: string): string {
  return `${runFolder(place, rid)}${part(life, "the start of a run")}/`;
}

export function runRecordKey(place: WorkflowPlace, rid: string, life: string): string {
  return `${lifeFolder(place, rid, life)}run.json`;
}

/** The manifests whose types this life is held to. */
export function lastGoodKey(place: WorkflowPlace, rid: string, life: string): string {
  return `${lifeFolder(place, rid, life)}lastGood.json`;
}

/** Empty; there where somebody cancelled this life of a run on an engine that does not tell that from a failure. */
export function cancelledKey(place: WorkflowPlace, rid: string, life: string): string {
  return `${lifeFolder(place, rid, life)}cancelled`;
}

/** Holds one folder for each try of an operator. */
export function operatorFolder(place: WorkflowPlace, { rid, life, operator }: Omit<AttemptPlace, "try">): string {
  return `${lifeFolder(place, rid, life)}${part(operator, "the id of an operator")}/`;
}

/** Without a slash at its end. */
export function attemptKey(place: WorkflowPlace, attempt: AttemptPlace): string {
  return `${operatorFolder(place, attempt)}${String(attempt.try).padStart(4, "0")}`;
}

export function manifestKey(place: WorkflowPlace, attempt: AttemptPlace): string {
  return `${attemptKey(place, attempt)}/manifest.json`;
}

/** The bytes of a value of the workflow's runs: equal ones lie there once, whichever attempts gave them. */
export function valueKey({ project, key }: WorkflowPlace, digest: Digest): string {
  return `values/${part(project, "a project")}/${part(key, "the folder of a workflow")}/sha256/${digestPart(digest)}`;
}

/** @param number from 1, in the order of the operator's outputs */
export function sampleKey(place: WorkflowPlace, attempt: AttemptPlace, number: number): string {
  return `${attemptKey(place, attempt)}/samples/${number}.json`;
}

export function logKey(place: WorkflowPlace, attempt: AttemptPlace, stream: "stdout" | "stderr"): string {
  return `${attemptKey(place, attempt)}/${stream}.log`;
}

function workflowFolder({ project, key }: WorkflowPlace): string {
  return `workflows/${part(project, "a project")}/${part(key, "the folder of a workflow")}/`;
}

function targetFolder(place: WorkflowPlace, target: string): string {
  return `${workflowFolder(place)}targets/${part(target, "the name of a target")}/`;
}
