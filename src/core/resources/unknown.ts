import type { Resource } from "./resource.js";

/** Says that there is no such resource, and what to write; `aqueduct/recording/recorder.py` says the same. */
export function unknownResourceText(name: string, resources: ReadonlyMap<string, Resource>): string {
  const known = [...resources.keys()].toSorted().join(", ");
  const entry = `${JSON.stringify(name)}: {"type": "database", "url": "sqlite:///${name}.db"}`;
  return `There is no resource ${JSON.stringify(name)} (known: ${known || "none yet"}). Add it to "resources" in aqueduct.json, such as ${entry}.`;
}
