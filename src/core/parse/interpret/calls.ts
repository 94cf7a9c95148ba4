import { callApi } from "./aqueduct/api.js";
import { callArtifact } from "./aqueduct/artifact.js";
import { callClient, callFlow, callResources } from "./aqueduct/client.js";
import { decoratedOrCalled } from "./aqueduct/decorators.js";
import { callOperator, parametersOf } from "./aqueduct/operatorCall.js";
import { callResource } from "./aqueduct/resource.js";
import { noteUnknownArguments } from "./aqueduct/unknownArguments.js";
import { callBuiltin } from "./builtins.js";
import { specialMethod } from "./classes.js";
import { dictionaryMethod, sequenceMethod } from "./collections.js";
import { callForeign } from "./foreign.js";
import { ofAttributes } from "./library/collectionCalls.js";
import { stackMethod } from "./library/contexts.js";
import { boundArguments } from "./library/inspecting.js";
import { dispatched, registered } from "./library/functionCalls.js";
import { methodOfText } from "./library/textCalls.js";
import { type Arguments, fail, givenValues, type Machine, type Site } from "./machine.js";
import { isMetaclass, madeByType } from "./metaclasses.js";
import { bare, instantiate } from "./objects.js";
import { withMore } from "./partials.js";
import { choiceOf, listOf, none, object, type OperatorFunction, type Value } from "./values.js";
import { stringMethod } from "./texts.js";
import { callUnknown } from "./unknownCalls.js";
import { foreignObject } from "./environment.js";
import { raising } from "./thrown.js";
import { endOf } from "./iterating.js";
import { Raised } from "./raising.js";

/** `callee(given)`, whatever is called. */
export function invoke(callee: Value, given: Arguments, site: Site, machine: Machine): Value {
  switch (callee.kind) {
    case "function":
      return machine.run(dispatched(callee, given), given, site.frame.depth);
    case "operator":
      // Outside of a `try` the problem on its line says what is wrong with the call.
      if (machine.guards.length > 0 && !fitsOperator(callee, given)) fail("Exception", machine);
      return callOperator(callee, given, site, machine);
    case "decorator":
      return decoratedOrCalled(callee, given, site, machine);
    case "api":
      noteUnknownArguments(callee, given, site, machine);
      return callApi(callee.name, given, site, machine);
    case "builtin":
      return machine.asked(site, () => callBuiltin(callee.name, given, machine, site));
    case "class":
      return instantiate(callee, given, site, machine);
    case "partial":
      return invoke(callee.of, withMore(callee.given, given), site, machine);
    case "instance": {
      const own = specialMethod(callee, "__call__");
      return own === undefined ? callUnknown(callee, given, site, machine) : invoke(own, given, site, machine);
    }
    case "descriptor":
      return callee.how === "staticmethod"
        ? invoke(callee.get, given, site, machine)
        : callUnknown(callee, given, site, machine);
    case "method":
      noteUnknownArguments(callee, given, site, machine);
      return invokeMethod(callee.receiver, callee.name, given, site, machine);
    case "choice":
      return oneOfSeveral(callee.options, given, site, machine);
    case "object":
      return machine.asked(site, () => callForeign(callee, given, site, machine));
    case "unknown":
      return callUnknown(callee, given, site, machine);
    case "none":
      fail("TypeError", machine);
      return callUnknown(callee, given, site, machine);
    default:
      return callUnknown(callee, given, site, machine);
  }
}

/** Whether an operator has all arguments that it needs, and no more. */
function fitsOperator({ function: called }: OperatorFunction, { positional, keywords, open }: Arguments): boolean {
  if (called === undefined || open) return true;
  const all = parametersOf(called);
  const named = all.filter(({ form }) => form !== "star" && form !== "doubleStar");
  const isVariadic = named.length < all.length;
  const missing = named.filter(
    ({ name, default: standard }, index) => standard === undefined && index >= positional.length && !keywords.has(name),
  );
  return missing.length === 0 && (isVariadic || positional.length <= named.length);
}

function invokeMethod(receiver: Value, name: string, given: Arguments, site: Site, machine: Machine): Value {
  switch (receiver.kind) {
    case "client":
      return callClient(name, given, site, machine);
    case "flow":
      return callFlow(receiver, name, site, machine);
    case "resources":
      return callResources(name, given);
    case "resource":
      return callResource(receiver, name, given, site, machine);
    case "artifact":
    case "choice":
      return callArtifact(receiver, name, given, site, machine);
    case "operator":
      // `.local()` runs the function itself, which no workflow sees; `.lazy()` is a call.
      if (name === "lazy") return callOperator(receiver, given, site, machine);
      return object;
    case "list":
    case "tuple":
    case "set":
      return sequenceMethod(receiver, name, given, site, machine);
    case "dictionary":
      return dictionaryMethod(receiver, name, given, site, machine);
    case "names":
      return methodOfNames(receiver.names, name, given, site, machine);
    case "string":
      return stringMethod(receiver, name, given, site, machine);
    case "iterator":
      return methodOfIterator(receiver, name, given, site, machine);
    case "descriptor":
      return name === "setter" ? { ...receiver, set: given.positional[0]?.value } : receiver;
    case "instance":
      return methodOfInstance(receiver, name, given, site, machine);
    case "function":
      return registered(receiver, given, machine);
    case "class":
      return name === "__subclasses__"
        ? listOf([...receiver.scope.derived])
        : callUnknown({ kind: "method", receiver, name }, given, site, machine);
    case "coroutine":
      return sent(receiver, name, site, machine);
    case "super":
      return methodBehind(receiver, name, given, site, machine);
    case "builtin":
      return callForeign({ kind: "object", path: `builtins.${receiver.name}.${name}` }, given, site, machine);
    default:
      return callUnknown({ kind: "method", receiver, name }, given, site, machine);
  }
}

/** `globals().get("name")` and the like. */
function methodOfNames(
  names: Map<string, Value>,
  method: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  const copy = ofAttributes(names);
  const result = dictionaryMethod(copy, method, given, site, machine);
  if (method === "update" || method === "setdefault" || method === "pop")
    for (const { key, value } of copy.entries) if (key.kind === "string") names.set(key.value, value);
  return result;
}

/** `coroutine.send(None)`: it runs to its end, for nothing that it awaits gives way. */
function sent(coroutine: Extract<Value, { kind: "coroutine" }>, name: string, site: Site, machine: Machine): Value {
  if (name !== "send") return none;
  const value = invoke(coroutine.body, givenValues([], site), site, machine);
  endOf(value, machine);
  return { kind: "unknown", of: [value] };
}

function methodOfIterator(
  iterator: Extract<Value, { kind: "iterator" }>,
  name: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  if (name === "close" || name === "throw") return thrownInto(iterator, name, given, site, machine);
  if (name !== "__next__" && name !== "send") return object;
  const item = iterator.next(given.positional[0]?.value);
  if (item === undefined) endOf(iterator.returned?.(), machine);
  return item ?? object;
}

/** `generator.throw(…)`, `generator.close()`: an exception is raised where it stands. */
function thrownInto(
  iterator: Extract<Value, { kind: "iterator" }>,
  name: "close" | "throw",
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  if (iterator.returned === undefined) return none;
  const first = given.positional[0]?.value;
  const error = name === "close" || first === undefined ? foreignObject("builtins.GeneratorExit()") : first;
  const made = error.kind === "class" ? invoke(error, { ...given, positional: [] }, site, machine) : error;
  const ended = machine.attempt(() => {
    machine.guards.push({ mayRaise: false });
    const item = iterator.next(raising(made));
    machine.guards.pop();
    return item;
  });
  if (name === "close") return none;
  if ("value" in ended && ended.value !== undefined) return ended.value;
  if (machine.guards.length > 0) throw new Raised("raised" in ended ? ended.raised : made);
  return { kind: "unknown" };
}

/** A method that an object has of something that is not the folder's. */
function methodOfInstance(
  receiver: Extract<Value, { kind: "instance" }>,
  name: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  const path = receiver.of.kind === "object" ? (receiver.of.path ?? "") : "";
  if (path === "inspect.Signature" && name.startsWith("bind")) return boundArguments(given);
  const known =
    path === "contextlib.ExitStack"
      ? stackMethod(receiver, name, given, site, machine)
      : methodOfText(path, receiver.attributes, name, given);
  if (known !== undefined) return known;
  if (receiver.holds !== undefined) {
    if (name === "_asdict") return ofAttributes(receiver.attributes);
    if (name === "_replace")
      return {
        ...receiver,
        attributes: new Map([
          ...receiver.attributes,
          ...[...given.keywords].map(([key, one]) => [key, one.value] as const),
        ]),
      };
    return invokeMethod(receiver.holds, name, given, site, machine);
  }
  return callUnknown({ kind: "method", receiver, name }, given, site, machine);
}

/** A method that `super()` finds in none of the folder's classes: that of `object`, or of a class of a package. */
function methodBehind(
  receiver: Extract<Value, { kind: "super" }>,
  name: string,
  given: Arguments,
  site: Site,
  machine: Machine,
): Value {
  const { self } = receiver;
  if (name === "__new__") {
    const of = given.positional[0]?.value ?? self;
    if (isMetaclass(of)) return madeByType(given, machine);
    return of.kind === "class" ? bare(of, { ...given, positional: given.positional.slice(1) }, site, machine) : object;
  }
  if (name === "__init__" || name === "__init_subclass__" || name === "__set_name__") {
    if (self.kind === "instance" && name === "__init__")
      self.attributes.set("args", {
        kind: "tuple",
        items: given.positional.map(({ value }) => value),
        open: given.open,
      });
    return none;
  }
  if (name === "__setattr__" && self.kind === "instance") {
    const [key, value] = given.positional;
    if (key?.value.kind === "string" && value !== undefined) self.attributes.set(key.value.value, value.value);
    return none;
  }
  if (name === "__call__" && self.kind === "class")
    return instantiate({ ...self, meta: undefined }, given, site, machine);
  return self.kind === "instance" && self.holds !== undefined
    ? invokeMethod(self.holds, name, given, site, machine)
    : callUnknown({ kind: "method", receiver: self, name }, given, site, machine);
}

function oneOfSeveral(options: readonly Value[], given: Arguments, site: Site, machine: Machine): Value {
  machine.certainty.unknown += 1;
  const results = options.map((option) => {
    const ended = machine.attempt(() => invoke(option, given, { ...site, isOneOfSeveral: true }, machine));
    return "raised" in ended ? none : ended.value;
  });
  machine.certainty.unknown -= 1;
  return choiceOf(results);
}
