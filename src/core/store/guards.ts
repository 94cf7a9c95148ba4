import type { BuildRecord } from "../model/build.js";
import type { LastGood } from "../model/job.js";
import type { Manifest, RunRecord } from "../model/manifest.js";

type Fields = Readonly<Record<string, unknown>>;

/** Enough of a look to refuse what is no manifest; fields that we do not know are let through. */
export function isManifest(value: unknown): value is Manifest {
  return (
    isFormat1(value) &&
    areStrings(value, ["operator", "kind", "status", "build", "life", "startedAt", "endedAt"]) &&
    typeof value["try"] === "number" &&
    Array.isArray(value["artifacts"])
  );
}

export function isRunRecord(value: unknown): value is RunRecord {
  return (
    isFormat1(value) &&
    areStrings(value, ["project", "workflow", "target", "runId", "life", "build"]) &&
    isObject(value["parameters"])
  );
}

export function isLastGood(value: unknown): value is { readonly manifests: LastGood } {
  if (!isFormat1(value)) return false;
  const { manifests } = value;
  return isObject(manifests) && areStrings(manifests, Object.keys(manifests));
}

export function isBuildRecord(value: unknown): value is BuildRecord {
  return (
    isFormat1(value) &&
    areStrings(value, ["project", "workflow"]) &&
    Array.isArray(value["operators"]) &&
    Array.isArray(value["artifacts"]) &&
    isObject(value["runtime"])
  );
}

export function isFormat1(value: unknown): value is Fields {
  return isObject(value) && value["format"] === 1;
}

export function isNumbered(value: unknown): value is { readonly format: number } {
  return isObject(value) && Number.isInteger(value["format"]);
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function areStrings<Name extends string>(
  value: Fields,
  names: readonly Name[],
): value is Fields & Readonly<Record<Name, string>> {
  return names.every((name) => typeof value[name] === "string");
}
