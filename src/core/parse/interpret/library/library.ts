import { type Arguments, type Machine, type Site } from "../machine.js";
import type { Value } from "../values.js";
import { collectionCalls } from "./collectionCalls.js";
import { contextCalls } from "./contexts.js";
import { functionCalls } from "./functionCalls.js";
import type { Known } from "./known.js";
import { inspecting } from "./inspecting.js";
import { iterationCalls } from "./iterationCalls.js";
import { moduleCalls } from "./moduleCalls.js";
import { textCalls } from "./textCalls.js";

/** What of Python's library is known here, by its dotted name. */
const calls: Readonly<Partial<Record<string, Known>>> = {
  ...functionCalls,
  ...iterationCalls,
  ...collectionCalls,
  ...contextCalls,
  ...moduleCalls,
  ...inspecting,
  ...textCalls,
};

/** Whether calling something of a package is known here. */
export function isKnown(callee: Value): boolean {
  return callee.kind === "object" && callee.path !== undefined && Object.hasOwn(calls, callee.path);
}

/** Calls something of Python's library; undefined where it is not known here, or not with these arguments. */
export function callKnown(path: string, given: Arguments, site: Site, machine: Machine): Value | undefined {
  return Object.hasOwn(calls, path) ? calls[path]?.(given, site, machine) : undefined;
}
