import { carrying, foreignObject } from "./environment.js";
import type { Arguments, Machine, Site } from "./machine.js";
import { derived } from "./operations.js";
import { readsEnvironment } from "./processState/sources.js";
import { textOf } from "./python.js";
import { artifactsIn, none, object, type ObjectValue, type Value } from "./values.js";

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

/** `value.name` of something outside of the folder. */
export function foreignAttribute({ path, environment }: ObjectValue, name: string): Value {
  const found: ObjectValue = path === undefined ? { kind: "object" } : foreignObject(`${path}.${name}`);
  return environment === undefined ? found : { ...found, environment };
}

/** Calls something outside of the folder. It may change lists that it is given. */
export function callForeign(callee: Value, given: Arguments, { call, range, frame }: Site, machine: Machine): Value {
  const values = [...given.positional, ...given.keywords.values()].map(({ value }) => value);
  for (const value of values) if (value.kind === "list" && artifactsIn(value).length > 0) value.open = true;
  const made = derived(...values);
  const path = callee.kind === "object" ? callee.path : undefined;
  if (path === undefined && callee.kind !== "object") return made;
  if (path !== undefined) machine.processState.called(path, given, call.callee, range, frame);
  if (made.kind !== "object") return made;
  const name = call.callee.kind === "attribute" ? call.callee.name : path?.replace(/^builtins\./, "");
  if (name !== undefined && judging.has(name)) return object;
  if (path === undefined) return carrying(made, [callee]);
  const result = foreignObject(`${path}()`);
  if (readsEnvironment(path)) return { kind: "object", environment: [{ range, name: nameRead(path, given) }] };
  return reshaping.test(path) || (callee.kind === "object" && callee.environment !== undefined)
    ? carrying(result, [made, callee])
    : result;
}
