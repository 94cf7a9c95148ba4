import type { ClassValue, Value } from "./values.js";
import { foreignObject } from "./environment.js";

/** An exception of the file that is read, on its way to what handles it. */
export class Raised extends Error {
  constructor(readonly value: Value) {
    super("raised by the file that is read");
  }
}

/** Raises one of Python's own exceptions. */
export function raised(name: string): Raised {
  return new Raised(foreignObject(`builtins.${name}()`));
}

const above: Readonly<Partial<Record<string, string>>> = {
  Exception: "BaseException",
  KeyboardInterrupt: "BaseException",
  SystemExit: "BaseException",
  GeneratorExit: "BaseException",
  LookupError: "Exception",
  KeyError: "LookupError",
  IndexError: "LookupError",
  ArithmeticError: "Exception",
  ZeroDivisionError: "ArithmeticError",
  OverflowError: "ArithmeticError",
  ImportError: "Exception",
  ModuleNotFoundError: "ImportError",
  OSError: "Exception",
  FileNotFoundError: "OSError",
  FileExistsError: "OSError",
  PermissionError: "OSError",
  ConnectionError: "OSError",
  TimeoutError: "OSError",
  RuntimeError: "Exception",
  NotImplementedError: "RuntimeError",
  RecursionError: "RuntimeError",
  NameError: "Exception",
  UnboundLocalError: "NameError",
  ValueError: "Exception",
  UnicodeError: "ValueError",
  TypeError: "Exception",
  AttributeError: "Exception",
  AssertionError: "Exception",
  StopIteration: "Exception",
  StopAsyncIteration: "Exception",
  EOFError: "Exception",
  MemoryError: "Exception",
  BufferError: "Exception",
  ReferenceError: "Exception",
  SyntaxError: "Exception",
  SystemError: "Exception",
  Warning: "Exception",
  UserWarning: "Warning",
  DeprecationWarning: "Warning",
  ExceptionGroup: "Exception",
};
const otherNames: Readonly<Partial<Record<string, string>>> = { IOError: "OSError", EnvironmentError: "OSError" };

/** Names of Python's exceptions. */
export const exceptionNames: ReadonlySet<string> = new Set([
  "BaseException",
  ...Object.keys(above),
  ...Object.keys(otherNames),
]);

/** Whether `except handled:` catches a value; undefined where that cannot be told. */
export function catches(handled: Value, value: Value): boolean | undefined {
  if (handled.kind === "tuple") {
    const each = handled.items.map((one) => catches(one, value));
    return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
  }
  if (handled.kind === "class") {
    const of = classOf(value);
    return of === undefined ? (builtinOf(value) === undefined ? undefined : false) : derivesFrom(of, handled);
  }
  const name = handled.kind === "object" ? nameIn(handled.path) : undefined;
  const own = builtinOf(value);
  if (name === undefined || own === undefined) return undefined;
  for (let one: string | undefined = own; one !== undefined; one = above[one]) if (one === name) return true;
  return false;
}

/** What stands for a raised value: a class is called without arguments. */
export function classOf(value: Value): ClassValue | undefined {
  if (value.kind === "class") return value;
  return value.kind === "instance" && value.of.kind === "class" ? value.of : undefined;
}

export function derivesFrom(of: ClassValue, base: Value): boolean {
  return of === base || of.scope === (base.kind === "class" ? base.scope : undefined)
    ? true
    : of.bases.some((one) => one.kind === "class" && derivesFrom(one, base));
}

/** The first of Python's exceptions that a value's class derives from. */
function builtinOf(value: Value): string | undefined {
  if (value.kind === "object") return nameIn(value.path);
  if (value.kind === "instance" && value.of.kind === "object") return nameIn(value.of.path);
  const of = classOf(value);
  return of?.bases.map(builtinOf).find((name) => name !== undefined);
}

function nameIn(path: string | undefined): string | undefined {
  const name = /^builtins\.(\w+)(\(\))?$/.exec(path ?? "")?.[1];
  const known = name === undefined ? undefined : (otherNames[name] ?? name);
  return known !== undefined && exceptionNames.has(known) ? known : undefined;
}
