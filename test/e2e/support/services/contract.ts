/** What the files of the e2e tests share: one Airflow, one S3 server, one VS Code server for all windows of the same kind. */

/** The user of the S3 server that workflows work as; its secret is made anew for each run. */
export const accessKeyId = "AKIAAQUEDUCTTEST";

/** Secrets of the other users of the S3 server; READER may only read. */
export const s3Users = { ANN: "ann-secret", READER: "reader-secret" } as const;

/** What is asked of the host, and what it answers. It starts a server when somebody first asks for it. */
export interface ServiceRequests {
  /** The S3 server, and the home folder whose AWS profile `lake` may use it. */
  s3: { readonly asked: null; readonly answer: SharedS3 };
  /** The Airflow, empty: nobody else has it until it is given back. */
  borrowAirflow: { readonly asked: null; readonly answer: SharedAirflow };
  returnAirflow: { readonly asked: null; readonly answer: null };
  haltAirflow: { readonly asked: null; readonly answer: null };
  resumeAirflow: { readonly asked: null; readonly answer: null };
  /** A VS Code server that opens any folder. */
  workbench: { readonly asked: WorkbenchWish; readonly answer: SharedWorkbench };
}

export interface SharedS3 {
  readonly endpoint: string;
  readonly secret: string;
  readonly home: string;
}

export interface SharedAirflow {
  readonly url: string;
  readonly username: string;
  readonly passwords: Readonly<Record<string, string>>;
  readonly home: string;
  readonly dagsFolder: string;
  /** The SQLite file that its Connection `aqueduct_demo` leads to, as the demo makes it. */
  readonly database: string;
  /** A file that holds the one build that the administrator's policy allows, while it is there. */
  readonly allowedBuild: string;
}

export interface WorkbenchWish {
  readonly trust: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface SharedWorkbench {
  /** `host:port` */
  readonly authority: string;
  /** Settings, extensions and logs of the editor. */
  readonly folder: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the host. */
    readonly services: string;
  }
}
