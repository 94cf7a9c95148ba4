import { localEngine, projectValues } from "../../formats/project.js";
import { nounAgainst } from "../../formats/written.js";
import { urlFault } from "./account.js";
import type { ResourceEntry } from "./edit.js";
import type { Project, Resource } from "./resource.js";

/** The store of a connection that is being made: one that is there, or a new one. Empty texts count as left out. */
export type StoreDraft =
  | { readonly kind: "existing"; readonly name: string }
  | { readonly kind: "folder"; readonly name: string; readonly folder: string }
  | {
      readonly kind: "s3";
      readonly name: string;
      readonly bucket: string;
      readonly prefix: string;
      readonly region: string;
      readonly endpoint: string;
      readonly profile: string;
    };

/** An Airflow as a person describes it. */
export interface AirflowDraft {
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly dagFolder: string;
  readonly store: StoreDraft;
}

/** What `aqueduct.json` is to say of it: a new store first, since the server names it. */
export function airflowEntries({ name, url, username, dagFolder, store }: AirflowDraft): readonly ResourceEntry[] {
  const airflow = { name, members: filled({ type: "airflow", url, username, dagFolder, store: store.name }) };
  if (store.kind === "existing") return [airflow];
  const { kind: _, name: storeName, ...place } = store;
  return [{ name: storeName, members: filled({ type: "store", ...place }) }, airflow];
}

/** Why a value cannot stand under that member, as a sentence; undefined where it can. */
export function objectionTo(member: keyof typeof projectValues, label: string, value: string): string | undefined {
  const noun = nounAgainst(projectValues[member], value);
  return noun === undefined ? undefined : `${label} is not ${noun}.`;
}

/** Why a resource of that kind cannot have the name; one of the same kind that is there already is changed. */
export function objectionToName(
  name: string,
  kind: Resource["kind"],
  resources: Project["resources"],
): string | undefined {
  const objection = objectionTo("name", "The name", name);
  if (objection !== undefined) return objection;
  const taken = resources.get(name);
  return taken === undefined || taken.kind === kind
    ? undefined
    : `"${name}" is a ${taken.kind === "airflow" ? "server" : taken.kind === "database" ? "database" : "store"} in aqueduct.json. Choose another name.`;
}

/**
 * Why a new store cannot have the name: one that is there is not changed by the way.
 *
 * @param airflow name of the server that is described with it
 */
export function objectionToStoreName(
  name: string,
  airflow: string,
  resources: Project["resources"],
): string | undefined {
  if (name === airflow) return `"${name}" is the name of this Airflow. Choose another one for its store.`;
  return resources.has(name)
    ? `"${name}" is in aqueduct.json already. Choose another name.`
    : objectionToName(name, "s3", resources);
}

/**
 * `wanted`, or `wanted_2` and so on where it is taken.
 *
 * @param other a name that is about to be taken
 */
export function freeName(wanted: string, resources: Project["resources"], other?: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!resources.has(name) && name !== localEngine && name !== other) return name;
  }
}

/** An address as people copy it from the browser: without query, anchor and slashes at its end. */
export function airflowUrlOf(text: string): string {
  return text
    .trim()
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}

/** Bucket and prefix of `s3://bucket/prefix`, or of that without `s3://`. */
export function bucketOf(text: string): { readonly bucket: string; readonly prefix: string } {
  const [bucket = "", ...prefix] = text
    .trim()
    .replace(/^s3a?:\/\//, "")
    .split("/");
  return { bucket, prefix: prefix.join("/").replace(/^\/+|\/+$/g, "") };
}

/** Why a database cannot have the typed URL: a password in front of the server is taken out of it, any other one cannot be. */
export function objectionToDatabaseUrl(typed: string): string | undefined {
  const objection = objectionTo("databaseUrl", "This", typed);
  if (objection !== undefined) return objection;
  const { url, password } = withoutPassword(typed);
  // A password ends at the first `@`, so the rest of it would be written to the file.
  if (password !== undefined && /^[^?]*@[^?]*@/.test(url)) return "Write %40 for each @ of the password.";
  switch (urlFault(url)) {
    case "password":
      return "Take the password out of the query: it is asked for next, and goes to no file.";
    case "encoding":
      return "The user has a % that begins no character. Write %25 for it.";
    case undefined:
      return undefined;
  }
}

/** A database's URL without its password, and the password that stood in it. */
export function withoutPassword(url: string): { readonly url: string; readonly password: string | undefined } {
  const match = /^([^:]+:\/\/[^:/]*):([^@]*)@/.exec(url);
  if (match === null) return { url, password: undefined };
  return { url: `${match[1] ?? ""}@${url.slice(match[0].length)}`, password: decoded(match[2] ?? "") };
}

/** Names of the profiles in an AWS configuration or credentials file. */
export function awsProfiles(text: string): readonly string[] {
  return [...text.matchAll(/^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => !/^(sso-session|services)\s/.test(name));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % stands for itself, as drivers take it.
    return text;
  }
}

function filled(members: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== ""));
}
