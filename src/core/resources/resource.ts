/** A database that extract and save operators use. */
export interface DatabaseResource {
  readonly kind: "database";
  readonly name: string;
  /** SQLAlchemy URL without password; a relative SQLite path has been made absolute. */
  readonly url: string;
  readonly airflowConnection: string;
}

interface FolderStoreResource {
  readonly kind: "folder";
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

export interface S3StoreResource {
  readonly kind: "s3";
  readonly name: string;
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  readonly region?: string;
  readonly endpoint?: string;
  readonly profile?: string;
  readonly airflowConnection: string;
}

export type StoreResource = FolderStoreResource | S3StoreResource;

export interface AirflowResource {
  readonly kind: "airflow";
  readonly name: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly username?: string;
  /** Absolute. */
  readonly dagFolder?: string;
  /** Name of a store resource. */
  readonly store?: string;
}

export type Resource = DatabaseResource | StoreResource | AirflowResource;

/** Operators by name of which what they give may have another type than in the last successful run. */
export type MayChangeType = readonly string[] | "all";

/** What `aqueduct.json` says of a folder. */
export interface Project {
  /** Absolute path of the folder that relative paths stand for. */
  readonly folder: string;
  /** Undefined until it is first needed. */
  readonly id: string | undefined;
  /** By name, in the order of the file. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly mayChangeType: MayChangeType;
}

/** A folder without `aqueduct.json`, or whose file cannot be read at all. */
export function emptyProject(folder: string): Project {
  return { folder, id: undefined, resources: new Map(), mayChangeType: [] };
}
