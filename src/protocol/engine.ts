/**
 * What is said between the local engine and its clients, over a local socket: one JSON value a line.
 * A request is `{id, method, params}`; every request gets exactly one reply; `subscribe` gets events besides, under its own id.
 */
import type { Job, JobRecord, JobView } from "../core/model/job.js";

/** What a client may ask. A line added here fails the build until the daemon handles it. */
export interface EngineRequests {
  /** Whether both speak the same protocol, and whether the engine is the user's own: it proves that it knows the token that it keeps in a file of theirs. */
  hello: {
    params: { readonly protocol: number /** Left out by protocol 2. */; readonly nonce?: string };
    result: {
      readonly protocol: number;
      readonly pid: number /** Undefined where no `nonce` was given. */;
      readonly proof?: string;
    };
  };
  /**
   * Takes a job and starts it. `secrets` (resource → database URL) and `environment` (that of the submitter) stay in memory.
   * The same name again is refused.
   */
  submit: {
    params: {
      readonly job: Job;
      readonly secrets: Readonly<Record<string, string>>;
      readonly environment: Readonly<Record<string, string>>;
    };
    result: { readonly name: string };
  };
  /** Ends what runs and drops what waits; the job's `finished` record tells when that is done. A finished job stays as it is. */
  cancel: { params: { readonly job: string }; result: null };
  /** Records from number `from` on, those to come included; `job` null: of every job that the daemon knows. `seq`: the last number there is. */
  subscribe: { params: { readonly job: string | null; readonly from: number }; result: { readonly seq: number } };
  /** The jobs that are under way, and those that finished since the daemon started. */
  list: { params: Readonly<Record<string, never>>; result: readonly JobView[] };
  /** Ends the daemon. `leave`: tasks go on by themselves and the next daemon takes them over; `cancel`: they are ended first. */
  stop: { params: { readonly running: "leave" | "cancel" }; result: null };
}

export type EngineMethod = keyof EngineRequests;

export type EngineRequest = {
  readonly [M in EngineMethod]: {
    readonly id: number;
    readonly method: M;
    readonly params: EngineRequests[M]["params"];
  };
}[EngineMethod];

export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly error: string };

/** One fact of a job's journal; `id` is that of the `subscribe` request. */
export interface EngineEvent {
  readonly event: "journal";
  readonly id: number;
  readonly job: string;
  readonly record: JobRecord;
}

/** What a client needs to speak it: see `connectEngine`. */
export const engineProtocol = { version: 3, isReply, isEvent } as const;

export function isRequest(message: unknown): message is EngineRequest {
  if (!isObject(message) || !Number.isInteger(message["id"]) || !isObject(message["params"])) return false;
  const { method } = message;
  return isMethod(method) && paramsOf[method](message["params"]);
}

function isMethod(method: unknown): method is EngineMethod {
  return typeof method === "string" && Object.hasOwn(paramsOf, method);
}

function isReply(message: unknown): message is EngineReply {
  if (!isObject(message) || !Number.isInteger(message["id"])) return false;
  return message["ok"] === true ? "result" in message : message["ok"] === false && typeof message["error"] === "string";
}

function isEvent(message: unknown): message is EngineEvent {
  if (
    !isObject(message) ||
    message["event"] !== "journal" ||
    !Number.isInteger(message["id"]) ||
    typeof message["job"] !== "string"
  )
    return false;
  const record = message["record"];
  return (
    isObject(record) &&
    Number.isInteger(record["seq"]) &&
    typeof record["type"] === "string" &&
    typeof record["at"] === "string"
  );
}

type Fields = Readonly<Record<string, unknown>>;

const paramsOf: Readonly<Record<EngineMethod, (params: Fields) => boolean>> = {
  hello: ({ protocol, nonce }) => Number.isInteger(protocol) && (nonce === undefined || typeof nonce === "string"),
  submit: ({ job, secrets, environment }) => isJob(job) && isTextMap(secrets) && isTextMap(environment),
  cancel: ({ job }) => typeof job === "string",
  subscribe: ({ job, from }) => (job === null || typeof job === "string") && Number.isInteger(from),
  list: () => true,
  stop: ({ running }) => running === "leave" || running === "cancel",
};

/** Shapes only; whether the job makes sense, and in which words it does not, is core's to say. */
function isJob(value: unknown): value is Job {
  if (!isObject(value) || value["format"] !== 1) return false;
  const { name, folder, tasks, parallel, run } = value;
  const whole =
    typeof name === "string" &&
    typeof folder === "string" &&
    typeof parallel === "number" &&
    Array.isArray(tasks) &&
    (run === null || isRun(run));
  return whole && tasks.every(isTask);
}

function isRun(value: unknown): boolean {
  const texts = ["project", "workflow", "target", "runId", "rid", "life", "build", "store"];
  return (
    isObject(value) && texts.every((name) => typeof value[name] === "string") && Array.isArray(value["parameters"])
  );
}

function isTask(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, dependencies, command, args, cwd, environment, operator } = value;
  const texts =
    [id, command, cwd].every((text) => typeof text === "string") && isTextList(dependencies) && isTextList(args);
  return texts && isTextMap(environment) && (operator === null || isOperatorTask(operator));
}

function isOperatorTask(value: unknown): boolean {
  return (
    isObject(value) &&
    value["format"] === 1 &&
    isObject(value["operator"]) &&
    typeof value["operator"]["id"] === "string" &&
    Array.isArray(value["inputs"])
  );
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

function isTextMap(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((text) => typeof text === "string");
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
