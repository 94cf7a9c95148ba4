import { exactText, exactWhole, ofFloat } from "../../../model/exactJson.js";
import { numberText } from "../../../model/pythonNumber.js";
import { type ArgumentOf, takesKeyword } from "../../../model/signatures.js";
import type { Bound, Json, OperatorKind } from "../../../model/workflow.js";
import type { RecordedArtifact } from "../../record/recorded.js";
import { type Arguments, circumstances, isStale, type Machine, type Site } from "../machine.js";
import { textOf } from "../python.js";
import { artifactsIn, none, object, type SaveConfig, text, type Value } from "../values.js";
import { severityOf } from "./decorators.js";
import { givenTo } from "./given.js";
import { noteIfRefused } from "./notThere.js";
import { noteReplaced } from "./replaced.js";
import { recordSave } from "./resource.js";

/** A method of an artifact, or of what is one of several artifacts. What gives values (`get`, `head`) is known only in a run. */
export function callArtifact(receiver: Value, method: string, given: Arguments, site: Site, machine: Machine): Value {
  const artifacts = artifactsIn(receiver);
  if (method === "save") {
    const { config } = givenTo("Artifact.save", given);
    const nowhere: SaveConfig = {
      kind: "saveConfig",
      resource: undefined,
      table: undefined,
      mode: { given: null, valid: undefined },
    };
    recordSave(artifacts, config?.kind === "saveConfig" ? config : nowhere, "artifact.save", site, machine);
    return none;
  }
  if (method === "set_name") {
    const { name } = givenTo("Artifact.set_name", given);
    if (name !== undefined || given.open) rename(artifacts, name && textOf(name), site, machine);
    return none;
  }
  if (method === "name") {
    const [only] = artifacts;
    return artifacts.length === 1 && only !== undefined ? text(only.name) : object;
  }
  if (method === "bound") return bind(artifacts, given, site, machine);
  noteIfRefused("Artifact", method, site, machine);
  const preset = presets[method];
  return preset === undefined ? object : derive(preset(given), artifacts, site, machine);
}

/** Where it cannot be told which artifact has the name, or whether the line runs, those that may have it are not exact. */
function rename(artifacts: readonly RecordedArtifact[], name: string | undefined, site: Site, machine: Machine): void {
  const isCertain = artifacts.length === 1 && name !== undefined && circumstances(machine, site.frame).unknown !== true;
  for (const artifact of artifacts) {
    if (isCertain) [artifact.name, artifact.namedAt] = [name.trim(), site.range];
    else artifact.producer().details = { ...artifact.producer().details, unknown: true };
  }
}

interface Derived {
  readonly kind: Extract<OperatorKind, "metric" | "check" | "systemMetric">;
  /** `…` stands for what is not known. */
  readonly name: string;
  readonly details?: { readonly severity: "warning" | "error"; readonly bound?: Bound };
}

function ofColumn(name: "max" | "min" | "mean" | "std"): (given: Arguments) => Derived {
  return (given) => ({ kind: "metric", name: `${name}(${shown(givenTo(`Artifact.${name}`, given).column_id)})` });
}

const presets: Readonly<Partial<Record<string, (given: Arguments) => Derived>>> = {
  number_of_rows: () => ({ kind: "metric", name: "num_rows" }),
  max: ofColumn("max"),
  min: ofColumn("min"),
  mean: ofColumn("mean"),
  std: ofColumn("std"),
  number_of_missing_values: (given) => {
    const { column_id: column, row_id: row } = givenTo("Artifact.number_of_missing_values", given);
    return {
      kind: "metric",
      name:
        column === undefined || column.kind === "none"
          ? `num_row_missing_val(${shown(row)})`
          : `num_col_missing_val(${shown(column)})`,
    };
  },
  system_metric: (given) => {
    return { kind: "systemMetric", name: shown(givenTo("Artifact.system_metric", given).metric_name) };
  },
  validate_with_expectation: (given) => {
    const { expectation_name: name, severity } = givenTo("Artifact.validate_with_expectation", given);
    return { kind: "check", name: `ge_table_check: ${shown(name)}`, details: { severity: severityOf(severity) } };
  },
};

function shown(value: Value | undefined): string {
  return (value && textOf(value)) ?? "…";
}

const comparisons = {
  upper: { comparison: "lessThan", words: "less than" },
  lower: { comparison: "greaterThan", words: "greater than" },
  equal: { comparison: "equal", words: "equal to" },
  notequal: { comparison: "notEqual", words: "not equal to" },
} as const satisfies Readonly<Partial<Record<ArgumentOf<"Artifact.bound">, unknown>>>;

function bind(artifacts: readonly RecordedArtifact[], given: Arguments, site: Site, machine: Machine): Value {
  const values = givenTo("Artifact.bound", given);
  const kinds = (Object.keys(comparisons) as (keyof typeof comparisons)[]).filter(
    (kind) => values[kind] !== undefined && values[kind].kind !== "none",
  );
  const [kind = "upper"] = kinds;
  const limit = values[kind];
  if (!isStale(site.frame)) {
    machine.facts.bounds.push({
      range: site.range,
      comparisons: kinds,
      hasUnknown: [...given.keywords.keys()].some((name) => !takesKeyword("Artifact.bound", name)),
      numeric:
        limit === undefined || !["string", "boolean", "list", "tuple", "dictionary", "artifact"].includes(limit.kind),
      ofNumber:
        artifacts.length === 0 ||
        artifacts.some((artifact) => !["check", "extract"].includes(artifact.producer().kind)),
    });
  }
  const { comparison, words } = comparisons[kind];
  const known = limit && numberOf(limit);
  const name = `${words} ${known?.text ?? "…"}`;
  return derive(
    {
      kind: "check",
      name,
      details: {
        severity: severityOf(values.severity),
        ...(known && { bound: { comparison, value: known.value } }),
      },
    },
    artifacts,
    site,
    machine,
  );
}

function numberOf(limit: Value): { readonly text: string; readonly value: Json } | undefined {
  if (limit.kind === "number") {
    const { value, float } = limit;
    return { text: numberText(value, float), value: Number.isFinite(value) ? value : ofFloat(value) };
  }
  const read = limit.kind === "object" && limit.whole !== undefined ? exactWhole(limit.whole) : undefined;
  return read?.ok === true ? { text: exactText(read.value), value: read.value } : undefined;
}

function derive(
  { kind, name, details }: Derived,
  artifacts: readonly RecordedArtifact[],
  site: Site,
  machine: Machine,
): Value {
  const isKnown = !name.includes("…") && artifacts.length === 1;
  const [artifact] = machine.recorder.record(
    {
      name,
      kind,
      isKnown,
      inputs: artifacts,
      outputs: [{ name: `${name} artifact`, type: kind === "check" ? "boolean" : "numeric" }],
      source: site.range,
      details: { ...details, ...circumstances(machine, site.frame, !isKnown) },
    },
    noteReplaced(site, machine),
  );
  return artifact === undefined ? object : { kind: "artifact", artifact };
}
