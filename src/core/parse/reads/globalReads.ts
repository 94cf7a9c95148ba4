import type { Expression, FunctionDefinition, Name, Parameter, Statement } from "../syntax/syntax.js";
import { blocksOf, defaults, partsOfExpression, partsOfStatement, capturesOf } from "./children.js";

const known = new WeakMap<FunctionDefinition, readonly Name[]>();

/** The names that a function's body reads from outside of the function: the first place of each. */
export function globalReadsOf(definition: FunctionDefinition): readonly Name[] {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const reads = new Map<string, Name>();
  readBody(definition.parameters, definition.body, new Set(), (name) => {
    if (!reads.has(name.id)) reads.set(name.id, name);
  });
  const found = [...reads.values()];
  known.set(definition, found);
  return found;
}

type Report = (name: Name) => void;

function readBody(
  parameters: readonly Parameter[],
  body: readonly Statement[],
  outside: ReadonlySet<string>,
  report: Report,
): void {
  const declared = declaredOutside(body);
  const own = [...outside, ...localNames(parameters, body)].filter((name) => !declared.has(name));
  readStatements(body, new Set(own), report);
}

/** The names that a function has of its own: its parameters, and what its body binds. */
export function localNames(parameters: readonly Parameter[], body: readonly Statement[]): ReadonlySet<string> {
  const known = locals.get(body);
  if (known !== undefined) return known;
  const globals = new Set<string>();
  const bound = boundIn(body, globals);
  const found = new Set([...parameters.map(({ name }) => name), ...bound].filter((name) => !globals.has(name)));
  locals.set(body, found);
  return found;
}

/** By the body, which stays the same between keystrokes where its text does. */
const locals = new WeakMap<readonly Statement[], ReadonlySet<string>>();

/** The names that a body declares `global`. */
export function declaredOutside(body: readonly Statement[]): ReadonlySet<string> {
  const globals = new Set<string>();
  boundIn(body, globals);
  return globals;
}

function readStatements(statements: readonly Statement[], local: ReadonlySet<string>, report: Report): void {
  for (const statement of statements) {
    for (const part of partsOfStatement(statement)) readExpression(part, local, report);
    for (const block of blocksOf(statement)) readStatements(block, local, report);
    if (statement.kind === "function") readBody(statement.parameters, statement.body, local, report);
    else if (statement.kind === "class") readBody([], statement.body, local, report);
  }
}

function readExpression(expression: Expression, local: ReadonlySet<string>, report: Report): void {
  if (expression.kind === "name") {
    if (!local.has(expression.id)) report(expression);
  } else if (expression.kind === "lambda") {
    for (const value of defaults(expression.parameters)) readExpression(value, local, report);
    readExpression(expression.body, new Set([...local, ...expression.parameters.map(({ name }) => name)]), report);
  } else if (expression.kind === "comprehension") {
    const inner = new Set(local);
    for (const clause of expression.clauses) {
      readExpression(clause.kind === "for" ? clause.iterable : clause.condition, inner, report);
      if (clause.kind === "for") for (const name of namesIn(clause.target)) inner.add(name);
    }
    for (const part of [expression.key, expression.element])
      if (part !== undefined) readExpression(part, inner, report);
  } else {
    for (const part of partsOfExpression(expression)) readExpression(part, local, report);
  }
}

/** Names that a body binds; those declared `global` are put aside. */
function boundIn(body: readonly Statement[], globals: Set<string>): string[] {
  return body.flatMap((statement) => [
    ...boundBy(statement, globals),
    ...walrusIn(partsOfStatement(statement)),
    ...blocksOf(statement).flatMap((block) => boundIn(block, globals)),
  ]);
}

function boundBy(statement: Statement, globals: Set<string>): readonly string[] {
  switch (statement.kind) {
    case "assign":
      return statement.targets.flatMap(namesIn);
    case "augmented":
    case "for":
      return namesIn(statement.target);
    case "function":
    case "class":
      return [statement.name];
    case "import":
      return statement.modules.map(({ path, alias }) => alias ?? path.split(".")[0] ?? path);
    case "importFrom":
      return statement.names === "all" ? [] : statement.names.map(({ name, alias }) => alias ?? name);
    case "with":
      return statement.items.flatMap(({ target }) => (target === undefined ? [] : namesIn(target)));
    case "try":
      return statement.handlers.flatMap(({ name }) => name ?? []);
    case "match":
      return statement.cases.flatMap(({ pattern }) => capturesOf(pattern));
    case "global":
      if (statement.scope === "module") for (const name of statement.names) globals.add(name);
      return [];
    default:
      return [];
  }
}

/** The names that a target of an assignment binds. */
export function namesIn(target: Expression): readonly string[] {
  if (target.kind === "name") return [target.id];
  return target.kind === "tuple" || target.kind === "list"
    ? target.items.flatMap(namesIn)
    : target.kind === "starred"
      ? namesIn(target.value)
      : [];
}

function walrusIn(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap((expression) => [
    ...(expression.kind === "named" ? [expression.target.id] : []),
    ...walrusIn(partsOfExpression(expression)),
  ]);
}
