import { handleNames, isHandleName, moduleNames } from "../model/apiNames.js";
import type { NotThere } from "../model/facts.js";
import { meant } from "../model/nearest.js";
import { notThereText } from "../model/notThere.js";
import type { Resource } from "../resources/resource.js";
import { listed, problem, type Rule } from "./rule.js";
import { resourceNamed } from "./unknownResource.js";

/** Names that the authoring API does not have, and calls that it refuses: tracing the file ends there. */
export const notThere: Rule = ({ facts, resources }) =>
  facts.notThere.flatMap((one) => {
    const found = one.owner === "Resource" ? ofResource(one, kindOf(one.resource, resources)) : ofOthers(one);
    if (found === undefined) return [];
    return [problem(found.code, one.isCertain ? "error" : "warning", found.message, one.range)];
  });

interface Found {
  readonly code: "not-there" | "no-such-name";
  readonly message: string;
}

function ofOthers({ name, owner, asked }: NotThere): Found {
  const known = notThereText(name);
  if (known !== undefined) return { code: "not-there", message: known };
  const others = isHandleName(owner) ? handleNames[owner] : (moduleNames[owner] ?? []);
  const other = meant(asked, others);
  const shown = shownOwners[owner] ?? `\`${owner}\``;
  const instead = other === undefined ? (advice[owner] ?? "Take it out.") : `Is \`${other}\` meant?`;
  return { code: "no-such-name", message: `${shown} has no \`${asked}\`. ${instead}` };
}

const shownOwners: Readonly<Partial<Record<string, string>>> = {
  Client: "The client",
  Flow: "What publish_flow() gives",
  Artifact: "An artifact",
  DecoratedFunction: "An operator",
};

const advice: Readonly<Partial<Record<string, string>>> = {
  Artifact: "What it stands for is known when the workflow runs: do this in an operator that takes it.",
};

const handles = { database: "DatabaseResource", store: "StoreResource", airflow: "EngineResource" } as const;
const words = { database: "A database", store: "A store", airflow: "An Airflow server" } as const;
type Kind = keyof typeof handles;
const kinds: readonly Kind[] = ["database", "store", "airflow"];
const allNames = [...new Set(kinds.flatMap((kind) => handleNames[handles[kind]]))];

/** Undefined: it is there, or may be. */
function ofResource({ asked }: NotThere, kind: Kind | undefined): Found | undefined {
  const having = kinds.filter((one) => handleNames[handles[one]].includes(asked));
  const isOfStore = having.includes("store") && (kind === "store" || (kind === undefined && having.length === 1));
  const known = notThereText(isOfStore ? `StoreResource.${asked}` : `Resource.${asked}`);
  if (known !== undefined) return { code: "not-there", message: known };
  if (kind === undefined ? having.length > 0 : having.includes(kind)) return undefined;
  const other = meant(asked, allNames);
  const has = kind === undefined ? [] : ownFirst(handleNames[handles[kind]]).map((name) => `${name}()`);
  const message =
    kind === undefined
      ? `No resource has \`${asked}\`. ${other === undefined ? "Take it out." : `Is \`${other}\` meant?`}`
      : `${words[kind]} has no \`${asked}\`: it has ${listed(has)}.`;
  return { code: "no-such-name", message };
}

function ownFirst(names: readonly string[]): readonly string[] {
  const ofEvery = new Set(handleNames.Resource);
  return [...names.filter((name) => !ofEvery.has(name)), ...names.filter((name) => ofEvery.has(name))];
}

/** What a file has of a resource of this name; undefined: which resource it is, or whether it is there, cannot be told. */
export function handleNamed(
  resource: string | undefined,
  resources: ReadonlyMap<string, Resource> | undefined,
): (typeof handles)[Kind] | undefined {
  const kind = kindOf(resource, resources);
  return kind && handles[kind];
}

function kindOf(resource: string | undefined, resources: ReadonlyMap<string, Resource> | undefined): Kind | undefined {
  const kind = resource === undefined ? undefined : resourceNamed(resources, resource)?.kind;
  return kind === "folder" || kind === "s3" ? "store" : kind;
}
