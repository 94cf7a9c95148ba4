import type { AirflowDraft, AirflowResource, StoreDraft } from "../../core/index.js";
import { bucketOf } from "../../core/index.js";

/** Everything that is asked about an Airflow, as typed so far; it lives as long as its questions, and so does the password in it. */
export interface ConnectDraft {
  readonly name: string;
  readonly url: string;
  readonly signIn: "password";
  readonly username: string;
  readonly passwordFrom: PasswordSource;
  readonly password: string;
  readonly store: StoreChoice;
  /** `s3://bucket/prefix`. */
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string;
  readonly profile: string;
  readonly storeFolder: string;
  /** Of a new store. */
  readonly storeName: string;
  readonly dagFolder: string;
}

export type PasswordSource = "typed" | "kept" | "environment";

/** `existing:` is followed by the name of a store in aqueduct.json. */
export type StoreChoice = "s3" | "folder" | `existing:${string}`;

/** @param name of the new resource */
export function emptyDraft(name: string): ConnectDraft {
  return {
    name,
    url: "",
    signIn: "password",
    username: "",
    passwordFrom: "typed",
    password: "",
    store: "s3",
    bucket: "",
    region: "",
    endpoint: "",
    profile: "",
    storeFolder: "",
    storeName: "",
    dagFolder: "",
  };
}

/** A draft that begins with what aqueduct.json says of the Airflow already; what was typed before stays. */
export function begunWith(
  draft: ConnectDraft,
  { name, url, username = "", dagFolder = "", store }: AirflowResource,
): ConnectDraft {
  return {
    ...draft,
    name,
    url: draft.url || url,
    username: draft.username || username,
    dagFolder: draft.dagFolder || dagFolder,
    store: store === undefined || draft.store !== "s3" ? draft.store : `existing:${store}`,
  };
}

export function airflowDraftOf(draft: ConnectDraft): AirflowDraft {
  const { name, url, username, dagFolder } = draft;
  return { name, url, username, dagFolder, store: storeDraftOf(draft) };
}

function storeDraftOf({ store, storeName, storeFolder, bucket, region, endpoint, profile }: ConnectDraft): StoreDraft {
  if (store === "folder") return { kind: "folder", name: storeName, folder: storeFolder };
  if (store === "s3") return { kind: "s3", name: storeName, ...bucketOf(bucket), region, endpoint, profile };
  return { kind: "existing", name: store.slice("existing:".length) };
}
