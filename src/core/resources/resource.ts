import type {
  AirflowEntry,
  DatabaseEntry,
  FolderStoreEntry,
  ProjectFile,
  S3StoreEntry,
} from "../../formats/project.js";

/** A database that extract and save operators use; a relative SQLite path has been made absolute. */
export interface DatabaseResource extends Omit<DatabaseEntry, "type"> {
  readonly kind: "database";
  readonly name: string;
  readonly airflowConnection: string;
}

/** Its folder is absolute. */
interface FolderStoreResource extends Omit<FolderStoreEntry, "type"> {
  readonly kind: "folder";
  readonly name: string;
}

export interface S3StoreResource extends Omit<S3StoreEntry, "type"> {
  readonly kind: "s3";
  readonly name: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  readonly airflowConnection: string;
}

export type StoreResource = FolderStoreResource | S3StoreResource;

/** The address has no slash at its end, and the DAG folder is absolute. */
export interface AirflowResource extends Omit<AirflowEntry, "type"> {
  readonly kind: "airflow";
  readonly name: string;
}

export type Resource = DatabaseResource | StoreResource | AirflowResource;

/** Operators by name of which what they give may have another type than in the last successful run. */
export type MayChangeType = Exclude<NonNullable<ProjectFile["mayChangeType"]>, boolean> | "all";

/** What `aqueduct.json` says of a folder. */
export interface Project {
  /** Absolute path of the folder that relative paths stand for. */
  readonly folder: string;
  /** Undefined until it is first needed. */
  readonly id: string | undefined;
  /** By name, in the order of the file. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly lost: LostResources;
  readonly mayChangeType: MayChangeType;
}

/** Names that stand in `aqueduct.json` with something wrong, so that they are in no map of resources; `any`: the file breaks off, or is refused, and may hold any. */
export type LostResources = ReadonlySet<string> | "any";

/** A folder without `aqueduct.json`, or whose file cannot be read at all: then any resource is lost. */
export function emptyProject(folder: string, lost: LostResources = new Set()): Project {
  return { folder, id: undefined, resources: new Map(), lost, mayChangeType: [] };
}
