import type { Mark, RunStanding } from "./stateWords.js";
import type { TimeStyle } from "./times.js";

/** What a node of the tree stands for, as commands take it. */
export type NodeReference =
  | { readonly kind: "published"; readonly folder: string; readonly workflow: string; readonly target: string }
  | { readonly kind: "run"; readonly folder: string; readonly target: string; readonly rid: string }
  | {
      readonly kind: "operatorRun";
      readonly folder: string;
      readonly target: string;
      readonly rid: string;
      readonly operator: string;
    }
  | {
      readonly kind: "artifact";
      readonly folder: string;
      readonly target: string;
      readonly rid: string;
      readonly operator: string;
      readonly artifact: string;
    };

type NodeKind = "target" | "workflow" | "run" | "operator" | "artifact" | "log" | "trace" | "more" | "unreadable";

/** One line of the *Runs* view, with all that is shown of it. */
export interface HistoryNode {
  /** The same thing has the same id after every change. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly description: string;
  readonly mark: Mark;
  /** For the tooltip, in order. */
  readonly facts: readonly Fact[];
  /** What a screen reader says. */
  readonly spoken: string;
  /** Words by which menus tell what can be done with it, such as `run airflow underway`. */
  readonly context: readonly string[];
  readonly reference: NodeReference | null;
  readonly folder: string;
  readonly children: readonly HistoryNode[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface TreeView {
  /** Only runs that stand so; empty: all. */
  readonly filter: ReadonlySet<RunStanding>;
  /** Rids of runs whose end is told. */
  readonly watched: ReadonlySet<string>;
  readonly style?: TimeStyle;
}
