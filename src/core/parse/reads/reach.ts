import { attributeByName } from "../interpret/attributes.js";
import { builtinValue } from "../interpret/builtins.js";
import { foreignObject } from "../interpret/environment.js";
import type { Interpreter } from "../interpret/interpreter.js";
import type { Machine } from "../interpret/machine.js";
import { stateOfCall, stateOfTarget } from "../interpret/processState/table.js";
import type { Origin, Scope } from "../interpret/scope.js";
import { type FunctionValue, object, text, unknown, type Value } from "../interpret/values.js";
import type { Expression, Parameter, Span, Statement } from "../syntax/syntax.js";
import { blocksOf, defaults, partsOfExpression, partsOfStatement } from "./children.js";
import { localNames, namesIn } from "./globalReads.js";

/** What the code of an operator can come to, as far as its text tells. */
export interface Reached {
  /** What it may execute. */
  readonly statements: ReadonlySet<Statement>;
  /** Things of packages outside of the folder, such as `numpy.random.rand`. */
  readonly paths: ReadonlySet<string>;
  /** Names of attributes, whatever has them. */
  readonly attributes: ReadonlySet<string>;
  /** Modules of the folder, which run anew where the operator runs. */
  readonly modules: ReadonlySet<string>;
  /** Global names by the module that they are read in. */
  readonly globals: ReadonlyMap<Scope, ReadonlySet<string>>;
  /** Keys of the process' state that it sets itself. */
  readonly states: ReadonlySet<string>;
}

/** The function of an operator. */
export interface OperatorCode {
  /** Of the operator; its function may have another one. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly span: Span;
  readonly scope: Scope;
  readonly origin: Origin;
  /** Its body is an expression. */
  readonly isLambda: boolean;
}

/** Follows an operator's function through the helpers, classes and modules of the folder that it names. */
export function reachOf({ parameters, body, scope, origin }: OperatorCode, interpreter: Interpreter): Reached {
  const { imports } = interpreter;
  const walk = new Walk({ module: (path) => interpreter.moduleThatRan(path) });
  walk.modules.add(origin.module);
  walk.body(parameters, body, new Locals(scope));
  const { modules, globals } = walk;
  const given = [...(globals.get(interpreter.globals) ?? [])].flatMap((name) => imports.names.get(name) ?? []);
  return {
    statements: walk.statements,
    paths: walk.paths,
    attributes: walk.attributes,
    modules: imports.running([...modules, ...given]),
    globals,
    states: walk.states,
  };
}

/** The names of a function, in those of the functions around it. */
class Locals {
  readonly names = new Map<string, Value>();

  constructor(
    readonly scope: Scope,
    private readonly around?: Locals,
  ) {}

  find(name: string): Value | undefined {
    return this.names.get(name) ?? this.around?.find(name);
  }
}

class Walk {
  readonly statements = new Set<Statement>();
  readonly paths = new Set<string>();
  readonly attributes = new Set<string>();
  readonly modules = new Set<string>();
  readonly globals = new Map<Scope, Set<string>>();
  readonly states = new Set<string>();
  readonly #seen = new Set<unknown>();

  constructor(private readonly machine: Pick<Machine, "module">) {}

  body(parameters: readonly Parameter[], body: readonly Statement[], around: Locals): void {
    if (this.#seen.has(body)) return;
    this.#seen.add(body);
    const locals = new Locals(around.scope, around);
    for (const name of localNames(parameters, body)) locals.names.set(name, unknown);
    this.#statements(body, locals);
  }

  #statements(statements: readonly Statement[], locals: Locals): void {
    for (const statement of statements) {
      this.statements.add(statement);
      this.#imports(statement, locals);
      this.#targets(statement, locals);
      for (const part of partsOfStatement(statement)) this.#value(part, locals);
      if (statement.kind === "function") this.body(statement.parameters, statement.body, locals);
      else if (statement.kind === "class") this.body([], statement.body, locals);
      for (const block of blocksOf(statement)) this.#statements(block, locals);
    }
  }

  #imports(statement: Statement, locals: Locals): void {
    if (statement.kind === "import")
      for (const { path, alias } of statement.modules) {
        const [first = path] = path.split(".");
        this.#bind(alias ?? first, this.machine.module(alias === undefined ? first : path), locals);
        this.#visit(this.machine.module(path));
      }
    else if (statement.kind === "importFrom" && statement.names !== "all" && statement.level === 0) {
      const from = this.machine.module(statement.path);
      for (const { name, alias } of statement.names)
        this.#bind(alias ?? name, attributeByName(from, name, this.machine), locals);
    }
  }

  #bind(name: string, value: Value, locals: Locals): void {
    locals.names.set(name, value);
    this.#visit(value);
  }

  #targets(statement: Statement, locals: Locals): void {
    const targets =
      statement.kind === "assign" || statement.kind === "delete"
        ? statement.targets
        : statement.kind === "augmented"
          ? [statement.target]
          : [];
    for (const target of targets) {
      if (target.kind !== "attribute" && target.kind !== "subscript") continue;
      const owner = this.#value(target.value, locals);
      if (owner.kind !== "object" || owner.path === undefined) continue;
      const part = target.kind === "attribute" ? `.${target.name}` : `[${literal(target.index)}]`;
      this.#sets(stateOfTarget(`${owner.path}${part}`, "set")?.key);
    }
  }

  #sets(key: string | undefined): void {
    if (key !== undefined) this.states.add(key);
  }

  /** What an expression gives, as far as names tell; everything in it is looked at. */
  #value(expression: Expression, locals: Locals): Value {
    switch (expression.kind) {
      case "name":
        return this.#name(expression.id, locals);
      case "attribute": {
        this.attributes.add(expression.name);
        return this.#visit(attributeByName(this.#value(expression.value, locals), expression.name, this.machine));
      }
      case "call": {
        const callee = this.#value(expression.callee, locals);
        const positional = expression.arguments.map(({ value }) => this.#value(value, locals));
        if (callee.kind !== "object" || callee.path === undefined) return unknown;
        this.#sets(stateOfCall(callee.path, { positional, keywords: new Map() })?.key);
        return foreignObject(`${callee.path}()`);
      }
      case "string":
        return text(expression.value);
      case "lambda": {
        for (const value of defaults(expression.parameters)) this.#value(value, locals);
        const inner = new Locals(locals.scope, locals);
        for (const { name } of expression.parameters) inner.names.set(name, unknown);
        this.#value(expression.body, inner);
        return object;
      }
      case "comprehension": {
        const inner = new Locals(locals.scope, locals);
        for (const clause of expression.clauses) {
          this.#value(clause.kind === "for" ? clause.iterable : clause.condition, inner);
          if (clause.kind === "for") for (const name of namesIn(clause.target)) inner.names.set(name, unknown);
        }
        for (const part of [expression.key, expression.element]) if (part !== undefined) this.#value(part, inner);
        return object;
      }
      default:
        for (const part of partsOfExpression(expression)) this.#value(part, locals);
        return unknown;
    }
  }

  #name(id: string, locals: Locals): Value {
    const local = locals.find(id);
    if (local !== undefined) return local;
    const value = locals.scope.find(id);
    if (value === undefined) return builtinValue(id) ?? unknown;
    const { module } = locals.scope;
    const names = this.globals.get(module) ?? new Set();
    this.globals.set(module, names.add(id));
    return this.#visit(value);
  }

  #visit(value: Value): Value {
    if (value.kind === "object") {
      if (value.path !== undefined) this.paths.add(value.path);
      return value;
    }
    if (this.#seen.has(value)) return value;
    this.#seen.add(value);
    switch (value.kind) {
      case "function":
        this.#function(value);
        break;
      case "operator":
        if (value.function !== undefined) this.#function(value.function);
        break;
      case "module":
        this.modules.add(value.path);
        break;
      case "class":
        for (const member of [...value.scope.names.values(), ...value.bases]) this.#visit(member);
        break;
      case "instance":
        for (const member of [value.of, ...value.attributes.values()]) this.#visit(member);
        break;
      case "list":
      case "tuple":
      case "set":
        for (const item of value.items) this.#visit(item);
        break;
      case "dictionary":
        for (const entry of value.entries) this.#visit(entry.value);
        break;
      case "choice":
        for (const option of value.options) this.#visit(option);
        break;
      default:
    }
    return value;
  }

  #function({ parameters, code, scope, origin }: FunctionValue): void {
    this.modules.add(origin.module);
    const locals = new Locals(scope);
    const plain = parameters.map((parameter) => ({ ...parameter, default: undefined }));
    if ("body" in code) this.body(plain, code.body, locals);
    else {
      for (const { name } of plain) locals.names.set(name, unknown);
      this.#value(code.expression, locals);
    }
  }
}

function literal(index: Expression): string {
  return index.kind === "string" ? index.value : "";
}
