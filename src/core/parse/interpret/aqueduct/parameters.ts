import { exactWhole, ofDictionary, ofFloat } from "../../../model/exactJson.js";
import type { ArtifactType, Json } from "../../../model/workflow.js";
import type { RecordedArtifact } from "../../record/recorded.js";
import { circumstances, type Machine, type Site } from "../machine.js";
import { textOf } from "../python.js";
import type { Value } from "../values.js";

/** Records a parameter with its default. */
export function recordParameter(
  name: string,
  value: Value,
  explicit: boolean,
  site: Site,
  machine: Machine,
): RecordedArtifact {
  machine.environment.given(name, value, site);
  const type = typeOf(value);
  const json = value.kind === "number" && value.float ? { value: ofFloat(value.value) } : jsonOf(value);
  const [artifact] = machine.recorder.record({
    name,
    kind: "parameter",
    inputs: [],
    outputs: [{ name, type, isExplicit: explicit }],
    source: site.range,
    literal: explicit ? undefined : literalOf(value),
    details: {
      explicit,
      default: { type, ...(json !== undefined && { json: json.value }) },
      ...circumstances(machine, site.frame, value.kind === "unknown"),
    },
  });
  if (artifact === undefined) throw new Error(`the parameter ${name} was recorded without its artifact`);
  return artifact;
}

/** The value as text, the same for equal values only. */
function literalOf(value: Value): string | undefined {
  switch (value.kind) {
    case "none":
      return "None";
    case "boolean":
      return String(value.value);
    case "number":
      return `${value.float ? "float" : "int"} ${Object.is(value.value, -0) ? "-0" : value.value}`;
    case "object":
      return value.whole === undefined ? undefined : `int ${value.whole}`;
    case "string":
      return value.known ? JSON.stringify(value.value) : undefined;
    case "list":
    case "tuple":
      return value.open ? undefined : literalsOf(value.kind, value.items);
    case "dictionary":
      return value.open
        ? undefined
        : literalsOf(
            value.kind,
            value.entries.flatMap((entry) => [entry.key, entry.value]),
          );
    default:
      return undefined;
  }
}

function literalsOf(kind: string, items: readonly Value[]): string | undefined {
  const texts = items.map(literalOf);
  return texts.includes(undefined) ? undefined : `${kind}(${texts.join(", ")})`;
}

function typeOf(value: Value): ArtifactType {
  switch (value.kind) {
    case "object":
      return value.whole === undefined ? "unknown" : "numeric";
    case "number":
      return "numeric";
    case "boolean":
    case "string":
    case "bytes":
    case "list":
    case "tuple":
    case "dictionary":
      return value.kind;
    case "none":
    case "set":
    case "function":
    case "class":
      return "picklable";
    default:
      return "unknown";
  }
}

/** The value as exact JSON where it can be written: no tuples, no keys that are not text, no NaN within others. */
function jsonOf(value: Value): { readonly value: Json } | undefined {
  switch (value.kind) {
    case "none":
      return { value: null };
    case "boolean":
      return { value: value.value };
    case "number":
      return numberJson(value.value, value.float);
    case "object":
      return value.whole === undefined ? undefined : wholeJson(value.whole);
    case "string":
      return value.known ? { value: value.value } : undefined;
    case "list": {
      const items = value.open ? [undefined] : value.items.map(jsonOf);
      return items.every((item) => item !== undefined) ? { value: items.map((item) => item.value) } : undefined;
    }
    case "dictionary": {
      if (value.open || value.entries.some(({ key }) => key.kind !== "string" || !key.known)) return undefined;
      const entries = value.entries.map((entry) => [textOf(entry.key) ?? "", jsonOf(entry.value)] as const);
      return entries.every(([, item]) => item !== undefined)
        ? { value: ofDictionary(entries.map(([key, item]) => [key, item?.value ?? null])) }
        : undefined;
    }
    default:
      return undefined;
  }
}

function numberJson(value: number, float: boolean): { readonly value: Json } | undefined {
  if (float) return Number.isFinite(value) ? { value: ofFloat(value) } : undefined;
  return wholeJson(BigInt(value).toString());
}

function wholeJson(digits: string): { readonly value: Json } | undefined {
  const read = exactWhole(digits);
  return read.ok ? { value: read.value } : undefined;
}
