/**
 * Python as this analysis sees it: what matters to a workflow by name, everything else as {@link Other}.
 *
 * Independent of tree-sitter, plain data, so that a statement that did not change is kept between keystrokes.
 */

/** Rows count from 0 and from the section's first row, columns from 0 in UTF-16 units, ends are exclusive. */
export interface Span {
  readonly row: number;
  readonly column: number;
  readonly endRow: number;
  readonly endColumn: number;
}

interface Placed {
  readonly span: Span;
}

interface NumberLiteral extends Placed {
  readonly kind: "number";
  readonly value: number;
  /** Python tells `1` from `1.0`. */
  readonly float: boolean;
  /** Of a whole number that `value` does not hold exactly. */
  readonly digits?: string;
}

interface StringLiteral extends Placed {
  readonly kind: "string";
  readonly value: string;
}

export interface FormattedString extends Placed {
  readonly kind: "formatted";
  /** Texts and the expressions between them. */
  readonly parts: readonly (string | FormattedPart)[];
}

/** `{expression!conversion:format}` in an f-string. */
export interface FormattedPart {
  readonly expression: Expression;
  readonly conversion: string | undefined;
  readonly format: FormattedString | undefined;
}

/** `True`, `False`, `None`, `...` and bytes, whose value nobody needs. */
interface Constant extends Placed {
  readonly kind: "constant";
  readonly value: boolean | null | "ellipsis" | "bytes";
}

export interface Name extends Placed {
  readonly kind: "name";
  readonly id: string;
}

interface Attribute extends Placed {
  readonly kind: "attribute";
  readonly value: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

export interface Argument {
  /** `x`, `*x`, `name=x`, `**x`. */
  readonly form: "positional" | "star" | "keyword" | "doubleStar";
  readonly name?: string;
  readonly value: Expression;
  readonly span: Span;
}

export interface Call extends Placed {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
}

interface Sequence extends Placed {
  readonly kind: "list" | "tuple" | "set";
  readonly items: readonly Expression[];
}

interface Dictionary extends Placed {
  readonly kind: "dictionary";
  /** `key` undefined: `**value`. */
  readonly entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[];
}

export interface Comprehension extends Placed {
  readonly kind: "comprehension";
  readonly makes: "list" | "set" | "dictionary" | "generator";
  readonly key?: Expression;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}

export type ComprehensionClause =
  | { readonly kind: "for"; readonly target: Expression; readonly iterable: Expression }
  | { readonly kind: "if"; readonly condition: Expression };

interface Subscript extends Placed {
  readonly kind: "subscript";
  readonly value: Expression;
  readonly index: Expression;
}

interface Slice extends Placed {
  readonly kind: "slice";
  readonly from: Expression | undefined;
  readonly to: Expression | undefined;
  readonly step: Expression | undefined;
}

interface Unary extends Placed {
  readonly kind: "unary";
  readonly operator: string;
  readonly operand: Expression;
}

/** Arithmetic, `and`, `or`, and a comparison of two. */
interface Binary extends Placed {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

interface Conditional extends Placed {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

interface Lambda extends Placed {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

interface Named extends Placed {
  readonly kind: "named";
  readonly target: Name;
  readonly value: Expression;
}

/** `a < b < c`. */
interface Comparison extends Placed {
  readonly kind: "comparison";
  readonly operands: readonly Expression[];
  /** One fewer than the operands. */
  readonly operators: readonly string[];
}

/** `yield value`, `yield from value`. */
export interface Yield extends Placed {
  readonly kind: "yield";
  readonly value: Expression | undefined;
  readonly from: boolean;
}

/** `await value`. */
interface Await extends Placed {
  readonly kind: "await";
  readonly value: Expression;
}

/** `*x` on either side of an assignment, or in a list. */
interface Starred extends Placed {
  readonly kind: "starred";
  readonly value: Expression;
}

/** Anything else; its parts are still evaluated, because a call may stand in them. */
interface Other extends Placed {
  readonly kind: "other";
  readonly parts: readonly Expression[];
}

export type Expression =
  | NumberLiteral
  | StringLiteral
  | FormattedString
  | Constant
  | Name
  | Attribute
  | Call
  | Sequence
  | Dictionary
  | Comprehension
  | Subscript
  | Slice
  | Unary
  | Binary
  | Conditional
  | Lambda
  | Named
  | Comparison
  | Yield
  | Await
  | Starred
  | Other;

export interface Parameter {
  readonly name: string;
  readonly form: "plain" | "positionalOnly" | "keywordOnly" | "star" | "doubleStar";
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
}

export interface FunctionDefinition extends Placed {
  readonly kind: "function";
  readonly name: string;
  readonly nameSpan: Span;
  readonly parameters: readonly Parameter[];
  /** Behind `->`. */
  readonly returns?: Expression;
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
  /** What a call gives: a generator runs when it is asked for its items, a coroutine when it is awaited. */
  readonly runs: "now" | "as a generator" | "as a coroutine";
}

export interface ClassDefinition extends Placed {
  readonly kind: "class";
  readonly name: string;
  readonly bases: readonly Argument[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

export interface Import extends Placed {
  readonly kind: "import";
  readonly modules: readonly { readonly path: string; readonly alias: string | undefined }[];
}

export interface ImportFrom extends Placed {
  readonly kind: "importFrom";
  /** Dots before the module's name: 0 for an absolute import. */
  readonly level: number;
  readonly path: string;
  /** `"all"`: `*`. */
  readonly names: "all" | readonly { readonly name: string; readonly alias: string | undefined }[];
}

export type Statement =
  | FunctionDefinition
  | ClassDefinition
  | Import
  | ImportFrom
  | (Placed & { readonly kind: "expression"; readonly value: Expression })
  | (Placed & {
      readonly kind: "assign";
      readonly targets: readonly Expression[];
      readonly value: Expression | undefined;
      readonly annotation: Expression | undefined;
    })
  | (Placed & {
      readonly kind: "augmented";
      readonly target: Expression;
      readonly operator: string;
      readonly value: Expression;
    })
  | (Placed & {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    })
  | (Placed & {
      readonly kind: "for";
      readonly target: Expression;
      readonly iterable: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    })
  | (Placed & {
      readonly kind: "while";
      readonly condition: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    })
  | (Placed & {
      readonly kind: "try";
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly otherwise: readonly Statement[];
      readonly last: readonly Statement[];
    })
  | (Placed & {
      readonly kind: "with";
      readonly items: readonly { readonly value: Expression; readonly target: Expression | undefined }[];
      readonly body: readonly Statement[];
    })
  | (Placed & {
      readonly kind: "match";
      readonly subject: Expression;
      readonly cases: readonly Case[];
    })
  | (Placed & { readonly kind: "assert"; readonly condition: Expression; readonly message: Expression | undefined })
  | (Placed & { readonly kind: "return"; readonly value: Expression | undefined })
  | (Placed & { readonly kind: "global"; readonly names: readonly string[]; readonly scope: "module" | "enclosing" })
  | (Placed & { readonly kind: "delete"; readonly targets: readonly Expression[] })
  | (Placed & {
      readonly kind: "leave";
      readonly how: "break" | "continue" | "raise";
      readonly parts: readonly Expression[];
    })
  | (Placed & { readonly kind: "otherStatement"; readonly parts: readonly Expression[] });

export interface Case {
  readonly pattern: Pattern;
  readonly guard: Expression | undefined;
  readonly body: readonly Statement[];
}

export type Pattern =
  | { readonly kind: "value"; readonly value: Expression }
  /** `name` undefined: `_`. */
  | { readonly kind: "capture"; readonly name: string | undefined; readonly inner?: Pattern }
  | { readonly kind: "rest"; readonly name: string | undefined }
  | { readonly kind: "sequence"; readonly items: readonly Pattern[] }
  | {
      readonly kind: "mapping";
      readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
      readonly rest: string | undefined;
    }
  | {
      readonly kind: "class";
      readonly type: Expression;
      readonly positional: readonly Pattern[];
      readonly keywords: readonly { readonly name: string; readonly pattern: Pattern }[];
    }
  | { readonly kind: "either"; readonly options: readonly Pattern[] };

export interface Handler {
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly body: readonly Statement[];
  /** `except*`: it takes those of a group that it catches. */
  readonly group: boolean;
}
