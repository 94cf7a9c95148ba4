import type { Shipment, Digest } from "./trace.js";
import type { Artifact, Operator } from "./workflow.js";

/** An operator of a build: its place in the graph and what travels of it. */
export type BuildOperator = Omit<Operator, "stale" | "repeated" | "unknown"> & Omit<Shipment, "id">;

/** The canonical record of a build; the SHA-256 of its canonical JSON is the build's name (docs/formats.md 4). */
export interface BuildRecord {
  readonly format: 1;
  readonly project: string;
  readonly workflow: string;
  readonly schedule: string | null;
  readonly operators: readonly BuildOperator[];
  readonly artifacts: readonly Artifact[];
  readonly runtime: { readonly version: string; readonly blob: Digest };
  readonly launcher: number;
}

/** 64 hex digits. */
export type BuildName = string;
