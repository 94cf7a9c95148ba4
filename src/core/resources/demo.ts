import type { DatabaseResource, Resource } from "./resource.js";

/** Its names in two versions of Aqueduct; the first is ours. A resource of one of them in `aqueduct.json` takes the place of both. */
const demoNames = ["aqueduct_demo", "Demo"] as const;

/** Stands for the demo database's file in the user's data, which `aqueduct/databases/demo.py` makes when it is first needed. */
const demoUrl = "aqueduct:demo";

/** What workflows of a folder can name: its own resources, and the demo database, which is there in every folder. */
export function withDemo(own: ReadonlyMap<string, Resource>): ReadonlyMap<string, Resource> {
  if (demoNames.some((name) => own.has(name))) return own;
  return new Map([...own, ...demoNames.map((name) => [name, demoDatabase(name)] as const)]);
}

/** Whether a resource is the demo database that nobody described: it is on this machine alone. */
export function isBuiltInDemo(resource: Resource | undefined): boolean {
  return resource?.kind === "database" && resource.url === demoUrl;
}

/** The other name of the demo database, under which a folder may describe it. */
export function otherDemoName(name: string): string {
  const [ours, other] = demoNames;
  return name === ours ? other : name === other ? ours : name;
}

function demoDatabase(name: string): DatabaseResource {
  return { kind: "database", name, url: demoUrl, airflowConnection: name };
}
