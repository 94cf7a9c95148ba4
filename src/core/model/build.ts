import type { Shipment, Digest } from "./trace.js";
import type { SourceRange } from "./source.js";
import type { Artifact, Operator } from "./workflow.js";

/** A line of a workflow's text. Columns are no part of a build: not every Python tells them, and the same text must give the same build. */
export type BuildLine = Pick<SourceRange, "file" | "line">;

/** An operator of a build: its place in the graph and what travels of it. */
export type BuildOperator = Omit<Operator, "stale" | "repeated" | "unknown" | "source" | "definition"> &
  Omit<Shipment, "id"> & {
    readonly source: BuildLine;
    readonly definition: BuildLine | null;
    /** Of its code and all code before it: while it is the same, what the operator gives keeps its type. Left out where that may change. */
    readonly origin?: Digest;
  };

/** The canonical record of a build; the SHA-256 of its canonical JSON is the build's name (docs/formats.md 4). */
export interface BuildRecord {
  readonly format: 1;
  readonly project: string;
  readonly workflow: string;
  /** Left out: none. */
  readonly description?: string;
  /** Cron of five fields, in UTC, in the form that every reader of cron reads alike; null: none. */
  readonly schedule: string | null;
  readonly operators: readonly BuildOperator[];
  readonly artifacts: readonly Artifact[];
  readonly runtime: { readonly version: string; readonly blob: Digest };
  readonly launcher: number;
}

/** What the launcher in `src/runtime` is called in builds; another number says that DAG file and runtime must change together. From 2 on it reads text in a conf. */
export const launcherVersion = 2;

/** 64 hex digits. */
export type BuildName = string;
