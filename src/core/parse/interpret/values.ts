import type { SourceRange } from "../../model/source.js";
import type { CheckSeverity, OperatorKind, SaveMode } from "../../model/workflow.js";
import type { Expression, FunctionDefinition, Parameter, Statement } from "../syntax/syntax.js";
import type { RecordedArtifact } from "../record/recorded.js";
import { spend } from "./meter.js";
import type { Origin, Scope } from "./scope.js";

/** What a Python expression may be, as far as a workflow is concerned. */
export type Value =
  | UnknownValue
  /** Some Python object that is none of ours and holds no artifact. */
  | ObjectValue
  | { readonly kind: "none" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number; readonly float: boolean }
  /** `known` false: parts of it are not known and stand as `…`. */
  | {
      readonly kind: "string";
      readonly value: string;
      readonly known: boolean;
      readonly environment?: readonly EnvironmentRead[];
    }
  | { readonly kind: "bytes" }
  | SequenceValue
  | DictionaryValue
  | FunctionValue
  | OperatorFunction
  | { readonly kind: "decorator"; readonly settings: OperatorSettings }
  | { readonly kind: "builtin"; readonly name: string }
  /** The package `aqueduct`, or a module of it, by its dotted name. */
  | { readonly kind: "aqueduct"; readonly path: string }
  /** Something that `aqueduct` exports, by its name there. */
  | { readonly kind: "api"; readonly name: string }
  | { readonly kind: "module"; readonly path: string; readonly scope: Scope }
  | { readonly kind: "client" }
  /** What `publish_flow` gives; the name is undefined where it cannot be told. */
  | { readonly kind: "flow"; readonly name: string | undefined }
  /** `client.list_resources()`: handles by their names. */
  | { readonly kind: "resources" }
  | ResourceValue
  | SaveConfig
  | { readonly kind: "flowConfig"; readonly engine: Value | undefined }
  | { readonly kind: "artifact"; readonly artifact: RecordedArtifact }
  /** One of several, which one is not known. */
  | { readonly kind: "choice"; readonly options: readonly Value[] }
  | { readonly kind: "method"; readonly receiver: Value; readonly name: string }
  | ClassValue
  | InstanceValue
  | IteratorValue
  | Descriptor
  /** `functools.partial(callee, …)`. */
  | { readonly kind: "partial"; readonly of: Value; readonly given: Arguments }
  /** What calling an `async def` gives: nothing has run yet. */
  | { readonly kind: "coroutine"; readonly body: Value }
  /** `globals()`, `vars(value)`: names as a dictionary, which is no copy. */
  | { readonly kind: "names"; readonly names: Map<string, Value> }
  /** `super()`: what stands behind `owner` in the order of `self`'s classes. */
  | { readonly kind: "super"; readonly owner: ClassValue; readonly self: Value };

/** Nothing is known; it may be an artifact. `of`: what it was made of, and may be or hold. */
interface UnknownValue {
  readonly kind: "unknown";
  readonly of?: readonly Value[];
}

export interface ClassValue {
  readonly kind: "class";
  readonly name: string;
  readonly scope: Scope;
  readonly bases: readonly Value[];
  readonly meta?: Value | undefined;
  /** Names that the body annotates, in order: the fields of a dataclass or a named tuple. */
  readonly annotated: readonly string[];
  /** What its calls do where no `__init__` says so; mutable, since a decorator says it. */
  makes: "object" | "dataclass" | "named tuple";
}

export interface InstanceValue {
  readonly kind: "instance";
  readonly of: Value;
  readonly attributes: Map<string, Value>;
  /** Of an object of a class that derives from Python's own: its items. */
  readonly holds?: SequenceValue | DictionaryValue;
}

/** Items that are made one at a time, each once. */
export interface IteratorValue {
  readonly kind: "iterator";
  /** Undefined: there are no more. `sent` is what `send` gives to a generator. */
  readonly next: (sent?: Value) => Value | undefined;
  /** There may be more or fewer items than it gives. */
  readonly open: () => boolean;
  /** What a generator returned, once it has ended. */
  readonly returned?: () => Value;
}

/** What Python calls, or binds, when an attribute of a class is read or set. */
export interface Descriptor {
  readonly kind: "descriptor";
  readonly how: "property" | "cached" | "classmethod" | "staticmethod";
  readonly get: Value;
  readonly set?: Value | undefined;
}

export interface GivenArgument {
  readonly value: Value;
  readonly range: SourceRange;
}

/** The arguments of a call, evaluated. `open`: there are more, whose number or names are not known. */
export interface Arguments {
  readonly positional: readonly GivenArgument[];
  readonly keywords: ReadonlyMap<string, GivenArgument>;
  readonly open: boolean;
  /** Given by names that the text does not settle, as in `f(**{name: value})`; the arguments are open then. */
  readonly unnamed?: readonly Value[];
}

export interface ObjectValue {
  readonly kind: "object";
  /** What it is called where it comes from a package outside of the folder, such as `os.environ` or `decimal.getcontext()`. */
  readonly path?: string;
  readonly environment?: readonly EnvironmentRead[];
  /** A whole number that no double holds, in digits: nothing is calculated with it. */
  readonly whole?: string;
}

/** Something that was read from this machine's environment, a `.env` file or a keyboard: it is in what is made of it. */
export interface EnvironmentRead {
  readonly range: SourceRange;
  /** The name that it is read by; undefined where it is not known, or where everything is read. */
  readonly name: string | undefined;
}

/** Mutable, because Python's lists are; `open`: there may be more items than these. */
export interface SequenceValue {
  readonly kind: "list" | "tuple" | "set";
  readonly items: Value[];
  open: boolean;
}

export interface DictionaryValue {
  readonly kind: "dictionary";
  readonly entries: { readonly key: Value; value: Value }[];
  open: boolean;
  /** Of a defaultdict: what makes the value of a key that is missing. */
  readonly make?: Value;
}

export interface FunctionValue {
  readonly kind: "function";
  readonly name: string;
  readonly parameters: readonly (Omit<Parameter, "default"> & { readonly default: Value | undefined })[];
  readonly returns?: Expression | undefined;
  readonly code: { readonly body: readonly Statement[] } | { readonly expression: Expression };
  readonly scope: Scope;
  readonly origin: Origin;
  readonly definition: SourceRange;
  readonly runs: FunctionDefinition["runs"];
  /** An object's method: what `self` is. */
  readonly self?: Value | undefined;
  /** The text between its quotes, where it has one. */
  readonly documentation?: string | undefined;
  /** Attributes that were set on it; shared by all that stand for the same function. */
  readonly attributes: Map<string, Value>;
  /** What it gave for arguments that it was called with: it is not run again with these. */
  readonly results?: { readonly given: readonly Value[]; readonly result: Value }[];
}

export interface OperatorSettings {
  readonly kind: Extract<OperatorKind, "function" | "metric" | "check">;
  readonly name: string | undefined;
  readonly severity: CheckSeverity;
  /** Names of the outputs where they are given, else undefined for each. */
  readonly outputs: readonly (string | undefined)[];
  /** False: a name or the number of outputs could not be told. */
  readonly known: boolean;
}

export interface OperatorFunction {
  readonly kind: "operator";
  readonly settings: OperatorSettings;
  readonly name: string;
  /** Undefined: defined where we cannot see it. */
  readonly function: FunctionValue | undefined;
  /** It was made of an object that can be called, which no `def` defines. */
  readonly isObject?: true;
}

export interface ResourceValue {
  readonly kind: "resource";
  /** Undefined: not known. */
  readonly name: string | undefined;
  /** A collection of MongoDB's in it, as Aqueduct had them. */
  readonly isCollection?: true;
}

export interface SaveConfig {
  readonly kind: "saveConfig";
  readonly resource: string | undefined;
  readonly table: string | undefined;
  readonly mode: Mode;
}

/** `given` undefined: none is given; null: it cannot be told. */
export interface Mode {
  readonly given: string | null | undefined;
  readonly valid: SaveMode | undefined;
}

export const unknown: Value = { kind: "unknown" };
/** What a name gives that nothing binds: its line is broken, or was never written. Told from {@link unknown} by identity. */
export const unbound: Value = { kind: "unknown" };
export const object: Value = { kind: "object" };
export const none: Value = { kind: "none" };

export function text(value: string): Value {
  return { kind: "string", value, known: true };
}

export function integer(value: number): Value {
  return { kind: "number", value, float: false };
}

export function truth(value: boolean): Value {
  return { kind: "boolean", value };
}

export function listOf(items: Value[], open = false): SequenceValue {
  return { kind: "list", items, open };
}

export function tupleOf(items: Value[]): SequenceValue {
  return { kind: "tuple", items, open: false };
}

const mostOptions = 16;

/** One of the given values; equal ones count once. */
export function choiceOf(values: readonly Value[]): Value {
  const options: Value[] = [];
  spend(values.length);
  for (const option of values.flatMap((value) => (value.kind === "choice" ? value.options : [value]))) {
    spend(options.length);
    if (!options.some((known) => same(known, option))) options.push(option);
    // More of them are not kept, so that the others need not be compared.
    if (options.length > mostOptions) break;
  }
  const [only] = options;
  if (only === undefined) return unknown;
  return options.length === 1 ? only : { kind: "choice", options: options.slice(0, mostOptions) };
}

/** Whether two values are certainly the same one. */
export function same(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind) return false;
  if (one.kind === "artifact" && other.kind === "artifact") return one.artifact === other.artifact;
  if (one.kind === "string" && other.kind === "string")
    return one.known && other.known && one.value === other.value && sameReads(one, other);
  if (one.kind === "number" && other.kind === "number") return one.value === other.value && one.float === other.float;
  if (one.kind === "boolean" && other.kind === "boolean") return one.value === other.value;
  if (one.kind === "resource" && other.kind === "resource") return one.name === other.name && one.name !== undefined;
  if (one.kind === "object" && other.kind === "object") return sameReads(one, other);
  if (one.kind === "unknown" && other.kind === "unknown") return one.of === other.of;
  if (one.kind === "aqueduct" && other.kind === "aqueduct") return one.path === other.path;
  return ["none", "client", "resources"].includes(one.kind);
}

/** Whether a value is certainly a Python object that is none of ours. */
export function isObject(value: Value): boolean {
  return value.kind === "object" || (value.kind === "choice" && value.options.every(({ kind }) => kind === "object"));
}

function sameReads({ environment: one = [] }: Reads, { environment: other = [] }: Reads): boolean {
  return one.length === other.length && one.every((read, index) => read === other[index]);
}

type Reads = Pick<ObjectValue, "environment">;

/** The artifacts that a value is, may be, or holds. */
export function artifactsIn(value: Value, depth = 0): RecordedArtifact[] {
  if (depth > 4) return [];
  if (value.kind === "artifact") return [value.artifact];
  return heldBy(value).flatMap((item) => artifactsIn(item, depth + 1));
}

/** The values that a value may be, or holds; of a dictionary those under its keys. */
export function heldBy(value: Value): readonly Value[] {
  const held = partsOf(value);
  spend(1 + held.length);
  return held;
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "choice":
      return value.options;
    case "list":
    case "tuple":
    case "set":
      return value.items;
    case "dictionary":
      return value.entries.map((entry) => entry.value);
    case "instance":
      return [...value.attributes.values(), ...(value.holds === undefined ? [] : [value.holds])];
    case "names":
      return [...value.names.values()];
    case "coroutine":
      return [value.body];
    case "unknown":
      return value.of ?? [];
    case "partial":
      return [value.of, ...[...value.given.positional, ...value.given.keywords.values()].map((one) => one.value)];
    default:
      return [];
  }
}

/** Whether what a function outside of the folder makes of these values can be an artifact. */
export function mayHoldArtifact(value: Value, depth = 0): boolean {
  spend(1);
  if (depth > 4) return true;
  switch (value.kind) {
    case "unknown":
    case "artifact":
    case "operator":
    case "client":
    case "resource":
    case "function":
    case "iterator":
    case "partial":
    case "names":
    case "coroutine":
      return true;
    case "choice":
      return value.options.some((option) => mayHoldArtifact(option, depth + 1));
    case "list":
    case "tuple":
    case "set":
      return value.items.some((item) => mayHoldArtifact(item, depth + 1));
    case "dictionary":
      return value.entries.some((entry) => mayHoldArtifact(entry.value, depth + 1));
    case "instance":
      return [...value.attributes.values()].some((attribute) => mayHoldArtifact(attribute, depth + 1));
    case "method":
      return mayHoldArtifact(value.receiver, depth + 1);
    default:
      return false;
  }
}
