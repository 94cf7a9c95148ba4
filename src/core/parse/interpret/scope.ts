import type { SourceRange } from "../../model/source.js";
import type { Span } from "../syntax/syntax.js";
import type { Value } from "./values.js";

/** Where code stands, so that its relative positions can be told. */
export interface Origin {
  readonly file: string;
  /** Dotted name; `__main__` for the workflow file. */
  readonly module: string;
  /** Whether relative imports start at this module itself, being a package. */
  readonly isPackage: boolean;
  /** Row of the section's first line in the file, from 0. */
  readonly firstRow: number;
  /** Rows that the section has; positions of older text are held to them. */
  readonly rows: number;
  /** The text is broken now; this is what stood there last. */
  readonly stale: boolean;
}

/** Lines and columns from 1, as everybody outside of this folder counts. */
export function rangeOf(span: Span, { file, firstRow, rows, stale }: Origin): SourceRange {
  const held = (row: number): number => (stale ? Math.min(row, rows - 1) : row) + firstRow + 1;
  return {
    file,
    line: held(span.row),
    column: span.column + 1,
    endLine: held(span.endRow),
    endColumn: span.endColumn + 1,
  };
}

/** The names of a module, a function or a class, inside of those around it. */
export class Scope {
  readonly names: Map<string, Value>;
  readonly #outside = new Map<string, Scope>();
  /** Of a function: its first argument, which `super()` means. */
  first: Value | undefined;
  /** What code that nobody can read may have bound its names to. */
  unseen: Value | undefined;
  /** Names that a walrus binds here are those of the scope around. */
  isComprehension = false;
  /** Of a class's body: the class that it made. */
  makes: Value | undefined;
  /** Of a class's body: the classes that derive from its class. */
  readonly derived: Value[] = [];

  constructor(
    /** The scope that this one's text stands in; a class is skipped by the functions in it. */
    readonly parent: Scope | undefined,
    names: Iterable<readonly [string, Value]> = [],
  ) {
    this.names = new Map(names);
  }

  get module(): Scope {
    return this.parent === undefined ? this : this.parent.module;
  }

  find(name: string): Value | undefined {
    return this.#outside.get(name)?.find(name) ?? this.names.get(name) ?? this.parent?.find(name);
  }

  bind(name: string, value: Value): void {
    const outside = this.#outside.get(name);
    if (outside === undefined) this.names.set(name, value);
    else outside.bind(name, value);
  }

  /** The scope that assigning a name here binds it in. */
  holderOf(name: string): Scope {
    return this.#outside.get(name) ?? this;
  }

  /** The class around the function that runs here, and that function's first argument. */
  owner(): { readonly made: Value; readonly first: Value | undefined } | undefined {
    if (this.parent?.makes !== undefined) return { made: this.parent.makes, first: this.first };
    const around = this.parent?.owner();
    return around && { made: around.made, first: around.first ?? this.first };
  }

  unbind(name: string): void {
    this.names.delete(name);
  }

  /** `global name` or `nonlocal name`. */
  declareOutside(name: string, which: "module" | "enclosing"): void {
    const owner = which === "module" ? this.module : this.#enclosingWith(name);
    if (owner !== undefined && owner !== this) this.#outside.set(name, owner);
  }

  #enclosingWith(name: string): Scope | undefined {
    let scope = this.parent;
    while (scope !== undefined && !scope.names.has(name)) scope = scope.parent;
    return scope;
  }
}
