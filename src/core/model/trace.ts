import type { ArtifactType, Graph, OperatorId } from "./workflow.js";

/** Lower-case hex SHA-256 of a blob's bytes. */
export type Digest = string;

export type Encoding = "parquet" | "table-json" | "json" | "text" | "bytes" | "pickle";

export interface TraceFrame {
  /** Relative to the folder where it lies under it. */
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly text: string;
}

/** Where an operator's function is found; all of it goes to the runner (docs/formats.md 3). */
export interface ShippedCode {
  /** Blob of the definitions of one file. */
  readonly definitions: Digest;
  /** Relative to the folder. */
  readonly file: string;
  readonly function: string;
  /** Of the definition, decorators included; the end is that of its last line. */
  readonly line: number;
  readonly endLine: number;
  /** The module that defines it, where that is not the workflow file. */
  readonly module: string | null;
  /** Folders that imports start from, relative to the folder. */
  readonly roots: readonly string[];
  /** Folders that modules among `file_dependencies` are imported from, after all else; left out by older builds. */
  readonly laterRoots?: readonly string[];
  /** Where it runs, relative to the folder; left out by older builds. */
  readonly workingFolder?: string;
}

interface CapturedValue {
  readonly name: string;
  readonly blob: Digest;
  readonly encoding: Encoding;
  /** Bytes. */
  readonly size: number;
}

export interface ShippedModule {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly blob: Digest;
}

/** What travels of one operator (docs/formats.md 2). */
export interface Shipment {
  readonly id: OperatorId;
  readonly code: ShippedCode | null;
  readonly values: readonly CapturedValue[];
  readonly modules: readonly ShippedModule[];
  /** The Python minor that it is bound to, where anything pickled is shipped. */
  readonly python: string | null;
  readonly requirements: readonly string[];
  /** Digest of all code that it can reach, without comments, blank lines and positions. */
  readonly reuse: Digest;
  /** False: its bytes change at every trace. */
  readonly stable: boolean;
  readonly parameter?: { readonly blob: Digest; readonly encoding: Encoding; readonly type: ArtifactType };
}

interface WorkflowShipment {
  readonly workflow: string | null;
  readonly operators: readonly Shipment[];
}

interface TraceFailure {
  readonly message: string;
  readonly tip: string;
  readonly trace: readonly TraceFrame[];
  /** Of the problem that reading the text tells of the same; absent where it is none. */
  readonly code?: string;
}

export interface TraceResult {
  readonly format: 1;
  readonly python: string;
  /** Digest of everything that can be imported and is not shipped; null where it cannot be told. */
  readonly environment: Digest | null;
  readonly graph: Graph;
  readonly failure: TraceFailure | null;
  readonly shipments: readonly WorkflowShipment[];
}
