import { spend } from "../meter.js";
import type { CallShape, InputPlace } from "../../../model/workflow.js";
import type { RecordedArtifact } from "../../record/recorded.js";
import type { Arguments, Machine, Site } from "../machine.js";
import { textOf } from "../python.js";
import { artifactsIn, type FunctionValue, unbound, type Value } from "../values.js";
import { recordParameter } from "./parameters.js";

/** What a call gives: its inputs, and by which arguments the function takes them. */
interface Bound {
  readonly inputs: readonly RecordedArtifact[];
  /** Undefined where the function takes the inputs one by one, in the order of its signature. */
  readonly call: CallShape | undefined;
  readonly certain: boolean;
}

type Parameters = FunctionValue["parameters"];

/** One argument of the function: `keyword` where it can only be given by name. */
interface Given {
  readonly label: string;
  readonly value: Value;
  readonly keyword?: string;
}

/**
 * The inputs in the order of the signature, as `arguments.py` binds them: what is no artifact and holds none, and defaults that are used, become
 * parameters.
 *
 * @param parameters undefined: the function is not seen
 */
export function boundCall(
  name: string,
  parameters: Parameters | undefined,
  given: Arguments,
  site: Site,
  machine: Machine,
): Bound {
  const taking = new Taking(name, site, machine, parameters !== undefined && !given.open);
  const positional: InputPlace[] = [];
  const keywords: [string, InputPlace][] = [];
  for (const { label, value, keyword } of parameters === undefined ? unseen(given) : matched(parameters, given)) {
    const place = taking.take(label, value);
    if (place === undefined) continue;
    if (keyword === undefined) positional.push(place);
    else keywords.push([keyword, place]);
  }
  for (const value of given.unnamed ?? []) if (holdsArtifact(value)) taking.take("", value);
  const hasContainers = [...positional, ...keywords.map(([, place]) => place)].some(
    (place) => typeof place !== "number",
  );
  const isShaped = hasContainers || (keywords.length > 0 && (parameters === undefined || isVariadic(parameters)));
  const { inputs, certain } = taking;
  return { inputs, certain, call: isShaped && certain ? { positional, keywords } : undefined };
}

function isVariadic(parameters: Parameters): boolean {
  return parameters.some(({ form }) => form === "star" || form === "doubleStar");
}

function unseen({ positional, keywords }: Arguments): readonly Given[] {
  return [
    ...positional.map(({ value }) => ({ label: "", value })),
    ...[...keywords].map(([keyword, { value }]) => ({ label: keyword, value, keyword })),
  ];
}

function matched(parameters: Parameters, given: Arguments): readonly Given[] {
  const left = given.positional.map(({ value }) => value);
  const named = new Map([...given.keywords].map(([name, { value }]) => [name, value]));
  const variadic = isVariadic(parameters);
  let byPlace = true;
  return parameters.flatMap(({ name, form, default: fallback }): readonly Given[] => {
    const keyword = form === "keywordOnly" || !byPlace ? { keyword: name } : {};
    if (form === "star") return left.splice(0).map((value, place) => ({ label: `${name}[${place}]`, value }));
    if (form === "doubleStar") {
      const rest = [...named].map(([key, value]) => ({ label: key, value, keyword: key }));
      named.clear();
      return rest;
    }
    const first = left.shift();
    if (first !== undefined) return [{ label: name, value: first, ...keyword }];
    const byName = form === "positionalOnly" ? undefined : named.get(name);
    if (byName !== undefined) {
      named.delete(name);
      return [{ label: name, value: byName, ...keyword }];
    }
    if (variadic) byPlace = false;
    return fallback === undefined || variadic || given.open ? [] : [{ label: name, value: fallback, ...keyword }];
  });
}

/** Deeper than this nobody nests by hand: it is a list that holds itself. */
const deepest = 40;

class Taking {
  readonly inputs: RecordedArtifact[] = [];

  constructor(
    private readonly name: string,
    private readonly site: Site,
    private readonly machine: Machine,
    public certain: boolean,
  ) {}

  /** Where a value of the call comes from; undefined where nothing is drawn of it. */
  take(label: string, value: Value, depth = 0): InputPlace | undefined {
    if (value.kind === "artifact") return this.#input(value.artifact);
    if (depth < deepest && holdsArtifact(value)) {
      const container = this.#container(label, value, depth);
      if (container !== undefined) return container;
    }
    const mayBe = value.kind === "choice" || value.kind === "unknown" || isContainer(value);
    const artifacts = mayBe ? [...new Set(artifactsIn(value))] : [];
    if (value.kind === "unknown" || artifacts.length > 0) this.certain = false;
    if (artifacts.length > 0) {
      this.inputs.push(...artifacts);
      return undefined;
    }
    // A parameter in place of an artifact whose line is being typed would flicker.
    if (value === unbound || label === "") return undefined;
    return this.#input(recordParameter(`${this.name}:${label}`, value, false, this.site, this.machine));
  }

  /** Undefined where its length, or a key, cannot be told. */
  #container(label: string, value: Value, depth: number): InputPlace | undefined {
    if (value.kind === "dictionary") {
      const keys = value.entries.map(({ key }) => keyOf(key));
      if (value.open || keys.includes(undefined)) return undefined;
      const entries = value.entries.map((entry, place) => ({ key: keys[place], value: entry.value }));
      return {
        dict: entries.flatMap(({ key, value: item }) => {
          const taken = this.take(`${label}[${key?.shown ?? ""}]`, item, depth + 1);
          return taken === undefined || key === undefined ? [] : [[key.json, taken] as const];
        }),
      };
    }
    if ((value.kind !== "list" && value.kind !== "tuple") || value.open) return undefined;
    const items = value.items.flatMap((item, place) => this.take(`${label}[${place}]`, item, depth + 1) ?? []);
    return value.kind === "list" ? { list: items } : { tuple: items };
  }

  #input(artifact: RecordedArtifact): number {
    this.inputs.push(artifact);
    return this.inputs.length - 1;
  }
}

function keyOf(key: Value): { readonly json: string | number | boolean | null; readonly shown: string } | undefined {
  const shown = textOf(key);
  if (shown === undefined) return undefined;
  if (key.kind === "none") return { json: null, shown };
  if (key.kind === "string" || key.kind === "boolean" || (key.kind === "number" && !key.float))
    return { json: key.value, shown };
  return undefined;
}

/** Keys that are certainly neither texts, whole numbers, truth values nor None, in dictionaries that hold artifacts. */
export function wrongKeysIn(value: Value, depth = 0): readonly Value[] {
  if (depth > deepest || !holdsArtifact(value)) return [];
  if (value.kind === "list" || value.kind === "tuple")
    return value.items.flatMap((item) => wrongKeysIn(item, depth + 1));
  if (value.kind !== "dictionary") return [];
  return value.entries.flatMap(({ key, value: item }) => [
    ...(isWrongKey(key) ? [key] : []),
    ...wrongKeysIn(item, depth + 1),
  ]);
}

function isWrongKey(key: Value): boolean {
  if (key.kind === "number") return key.float || Math.abs(key.value) > 2 ** 53;
  if (key.kind === "object") return key.whole !== undefined;
  return ["tuple", "bytes", "artifact", "function", "class", "instance", "operator", "resource"].includes(key.kind);
}

function isContainer({ kind }: Value): boolean {
  return kind === "list" || kind === "tuple" || kind === "dictionary" || kind === "set";
}

/** An artifact in a list, tuple or dictionary, however deep. */
export function holdsArtifact(value: Value, depth = 0): boolean {
  if (depth > deepest) return false;
  spend(1);
  if (value.kind === "artifact") return true;
  if (value.kind === "list" || value.kind === "tuple")
    return value.items.some((item) => mayBeArtifact(item) || holdsArtifact(item, depth + 1));
  if (value.kind === "dictionary")
    return value.entries.some((entry) => mayBeArtifact(entry.value) || holdsArtifact(entry.value, depth + 1));
  return false;
}

function mayBeArtifact(value: Value): boolean {
  return (value.kind === "choice" || value.kind === "unknown") && artifactsIn(value).length > 0;
}
