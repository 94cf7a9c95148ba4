import { carrying, foreignObject } from "./environment.js";
import type { Arguments, Machine, Site } from "./machine.js";
import { callKnown } from "./library/library.js";
import { derived } from "./operations.js";
import { readsEnvironment } from "./processState/sources.js";
import { exceptionNames } from "./raising.js";
import { textOf } from "./python.js";
import { callUnknown } from "./unknownCalls.js";
import { none, object, type Value } from "./values.js";

/** Calls that judge a text or count in it: what they give holds nothing of it. */
const judging = new Set(
  "isinstance issubclass hasattr callable any all hash id startswith endswith isdigit isnumeric isalpha isupper islower exists is_file is_dir count find index".split(
    " ",
  ),
);

/** Functions of packages that give the text that they are given in another form. Of all others only running the file tells what they make of it. */
const reshaping =
  /^(builtins|base64|binascii|copy|pathlib|os\.path|posixpath|shlex|string|re|urllib\.parse|textwrap)\.|^json\.(loads|dumps)$|^os\.(fsencode|fsdecode)$|^ast\.literal_eval$|\.(SecretStr|HTTPBasicAuth)$/;

/** A password that is asked for has no name but what it is. */
function nameRead(path: string, { positional }: Arguments): string | undefined {
  return path === "getpass.getpass" ? "password" : textOf(positional[0]?.value ?? none);
}

/** Of packages that never call what they are given, nor keep it. */
const inert =
  /^(logging|pprint|warnings|time|sys\.std(out|err)|builtins\.(print|repr|len|id|hash|type|isinstance|issubclass|hasattr|callable|dir|format|help|str|ascii|bool))\b/;

/** Calls that put the items of a list into another order, or add to them. */
const reordering = /(^|\.)shuffle$|^heapq\.|^bisect\.insort/;

/** Calls something outside of the folder; what takes an operator or an artifact there may record anything. */
export function callForeign(callee: Value, given: Arguments, site: Site, machine: Machine): Value {
  const { call, range, frame } = site;
  const path = callee.kind === "object" ? callee.path : undefined;
  if (path !== undefined) {
    machine.processState.called(path, given, call.callee, range, frame);
    if (isException(path)) return { kind: "instance", of: callee, attributes: new Map([["args", argumentsOf(given)]]) };
    if (reordering.test(path)) for (const { value } of given.positional) if (value.kind === "list") value.open = true;
    const known = callKnown(path, given, site, machine);
    if (known !== undefined) return carryingFrom(known, path, callee, given);
  }
  const values = [...given.positional, ...given.keywords.values()].map(({ value }) => value);
  const name = call.callee.kind === "attribute" ? call.callee.name : path?.replace(/^builtins\./, "");
  if (path !== undefined && inert.test(path)) return foreignObject(`${path}()`);
  const made = callUnknown(callee, given, site, machine);
  if (made.kind !== "object") return made;
  if (name !== undefined && judging.has(name)) return object;
  if (path === undefined) return carrying(made, [callee]);
  const result = foreignObject(`${path}()`);
  if (readsEnvironment(path)) return { kind: "object", environment: [{ range, name: nameRead(path, given) }] };
  return reshaping.test(path) || (callee.kind === "object" && callee.environment !== undefined)
    ? carrying(result, [derived(...values), callee])
    : result;
}

function isException(path: string): boolean {
  return path.startsWith("builtins.") && exceptionNames.has(path.slice("builtins.".length));
}

function argumentsOf({ positional, open }: Arguments): Value {
  return { kind: "tuple", items: positional.map(({ value }) => value), open };
}

/** Text of text holds what that holds of the environment. */
function carryingFrom(made: Value, path: string, callee: Value, given: Arguments): Value {
  return reshaping.test(path)
    ? carrying(made, [callee, ...[...given.positional, ...given.keywords.values()].map(({ value }) => value)])
    : made;
}
