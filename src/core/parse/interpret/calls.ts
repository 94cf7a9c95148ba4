import { callApi } from "./aqueduct/api.js";
import { callArtifact } from "./aqueduct/artifact.js";
import { callClient } from "./aqueduct/client.js";
import { operatorOf } from "./aqueduct/decorators.js";
import { callOperator } from "./aqueduct/operatorCall.js";
import { callResource } from "./aqueduct/resource.js";
import { callBuiltin } from "./builtins.js";
import { dictionaryMethod, sequenceMethod, stringMethod } from "./collections.js";
import { callForeign } from "./foreign.js";
import { instantiate } from "./functions.js";
import type { Arguments, Machine, Site } from "./machine.js";
import { partialOf, withMore } from "./partials.js";
import { choiceOf, object, unknown, type Value } from "./values.js";

/** `callee(given)`, whatever is called. */
export function invoke(callee: Value, given: Arguments, site: Site, machine: Machine): Value {
  switch (callee.kind) {
    case "function":
      return machine.run(callee, given, site.frame.depth);
    case "operator":
      return callOperator(callee, given, site, machine);
    case "decorator":
      return operatorOf(given.positional[0]?.value ?? object, callee.settings, machine);
    case "api":
      return callApi(callee.name, given, site, machine);
    case "builtin":
      return callBuiltin(callee.name, given, machine, site);
    case "class":
      return instantiate(callee, given, site, machine);
    case "method":
      return invokeMethod(callee.receiver, callee.name, given, site, machine);
    case "choice":
      return oneOfSeveral(callee.options, given, site, machine);
    case "partial":
      return invoke(callee.of, withMore(callee.given, given), site, machine);
    case "unknown":
      return unknown;
    case "object":
      return callee.path === "functools.partial" ? partialOf(given) : callForeign(callee, given, site, machine);
    default:
      return callForeign(callee, given, site, machine);
  }
}

function invokeMethod(receiver: Value, name: string, given: Arguments, site: Site, machine: Machine): Value {
  switch (receiver.kind) {
    case "client":
      return callClient(name, given, site, machine);
    case "resource":
      return callResource(receiver, name, given, site, machine);
    case "artifact":
    case "choice":
      return callArtifact(receiver, name, given, site, machine);
    case "operator":
      // `.local()` runs the function itself, which no workflow sees; `.lazy()` is a call.
      return name === "lazy" ? callOperator(receiver, given, site, machine) : object;
    case "list":
    case "tuple":
    case "set":
      return sequenceMethod(receiver, name, given, machine);
    case "dictionary":
      return dictionaryMethod(receiver, name, given, machine);
    case "string":
      return stringMethod(receiver, name, given);
    default:
      return callForeign(object, given, site, machine);
  }
}

function oneOfSeveral(options: readonly Value[], given: Arguments, site: Site, machine: Machine): Value {
  machine.certainty.unknown += 1;
  const results = options.map((option) => invoke(option, given, site, machine));
  machine.certainty.unknown -= 1;
  return choiceOf(results);
}
