import { type Handle, isHandleName } from "../../model/apiNames.js";
import { apiConstant } from "./aqueduct/names.js";
import {
  hasMember,
  hasName,
  lackingReaders,
  memberOfPackage,
  noteMissingName,
  noteResourceName,
} from "./aqueduct/notThere.js";
import { classAttribute, hasForeignBase, isClient, orderOf } from "./classes.js";
import { foreignAttribute } from "./environment.js";
import { attributeOfText } from "./library/textCalls.js";
import { attributeSetOn, isHandle } from "./instances.js";
import { fail, givenValues, type Machine, type Site } from "./machine.js";
import { definitionAttribute } from "./signatures.js";
import {
  object,
  text,
  truth,
  type ClassValue,
  type Descriptor,
  type FunctionValue,
  type OperatorFunction,
  type Value,
  choiceOf,
  none,
  unknown,
} from "./values.js";

/** `value.name`. */
export function attributeOf(value: Value, name: string, site: Site, machine: Machine): Value {
  const found = attributeIn(value, name, site, machine);
  if (found !== undefined) noteResourceName(value, name, site, machine);
  return found ?? missingAttribute(value, name, site, machine);
}

function isOneOfArtifacts(value: Value): boolean {
  return value.kind === "choice" && value.options.every(({ kind }) => kind === "artifact");
}

/** Undefined: it has none of this name for certain. */
export function attributeIn(value: Value, name: string, site: Site, machine: Machine): Value | undefined {
  switch (value.kind) {
    case "aqueduct":
      return machine.patches.get(`${value.path}.${name}`) ?? memberOfPackage(value.path, name);
    case "api":
      return (machine.patches.get(`${value.name}.${name}`) ?? hasMember(value.name, name))
        ? (apiConstant(value.name, name) ?? object)
        : undefined;
    case "module":
      return attributeOfModule(value, name, site, machine);
    case "class":
      return attributeOfClass(value, name, site, machine);
    case "instance":
      return attributeOfInstance(value, name, site, machine);
    case "super":
      return attributeBehind(value, name, site, machine);
    case "function":
      return attributeOfFunction(value, name, machine);
    case "choice":
      if (isOneOfArtifacts(value)) return attributeOfHandle("Artifact", value, name, site, machine);
      return choiceOf(value.options.map((option) => attributeOf(option, name, site, machine)));
    case "partial":
      if (name === "func") return value.of;
      return object;
    case "client":
      return attributeOfHandle("Client", value, name, site, machine);
    case "flow":
      return attributeOfHandle("Flow", value, name, site, machine);
    case "artifact":
      return attributeOfHandle("Artifact", value, name, site, machine);
    case "resource":
      return attributeOfResource(value, name, site, machine);
    case "operator":
      return attributeOfOperator(value, name, site, machine);
    case "resources":
    case "list":
    case "tuple":
    case "set":
    case "dictionary":
    case "string":
    case "iterator":
    case "descriptor":
    case "names":
    case "coroutine":
      return { kind: "method", receiver: value, name };
    case "object":
      return foreignAttribute(value, name);
    case "builtin":
      return { kind: "method", receiver: value, name };
    case "unknown":
      return value.of === undefined ? unknown : { kind: "method", receiver: value, name };
    default:
      return object;
  }
}

/** As far as names tell: nothing is called, no property and no `__getattr__`. */
export function attributeByName(value: Value, name: string, machine: Pick<Machine, "module">): Value {
  switch (value.kind) {
    case "aqueduct":
      return memberOfPackage(value.path, name) ?? object;
    case "module":
      return value.scope.names.get(name) ?? machine.module(`${value.path}.${name}`);
    case "class":
      return classAttribute(value, name) ?? unknown;
    case "instance":
      return (
        value.attributes.get(name) ?? (value.of.kind === "class" ? classAttribute(value.of, name) : undefined) ?? object
      );
    case "object":
      return foreignAttribute(value, name);
    case "unknown":
    case "choice":
      return unknown;
    default:
      return object;
  }
}

/** What was set on it or on its class, else a method; undefined: it has none of this name. */
function attributeOfHandle(
  handle: Handle,
  value: Value,
  name: string,
  site: Site,
  machine: Machine,
): Value | undefined {
  const own = attributeSetOn(value, name);
  if (own !== undefined) return own;
  const ofClass = machine.patches.get(`${handle}.${name}`);
  if (ofClass !== undefined) return boundTo(ofClass, value, { kind: "api", name: handle }, site, machine);
  return hasName(handle, name) ? { kind: "method", receiver: value, name } : undefined;
}

/** Its function, by the names that it has for it, its own name, or a method. */
function attributeOfOperator(value: OperatorFunction, name: string, site: Site, machine: Machine): Value | undefined {
  if (name === "__wrapped__" || name === "raw") return value.function ?? unknown;
  if (name === "name") return text(value.name);
  if (name === "__name__" && value.function !== undefined) return text(value.function.name);
  return attributeOfHandle("DecoratedFunction", value, name, site, machine);
}

/** A method that resources of any kind have, or had. */
function attributeOfResource(value: Value, name: string, site: Site, machine: Machine): Value | undefined {
  const found = ofResources.map((handle) => attributeOfHandle(handle, value, name, site, machine)).find(Boolean);
  if (found !== undefined) return found;
  const isThere =
    (value.kind === "resource" && value.isCollection) || lackingReaders.has(name) || name === "collection";
  return isThere ? { kind: "method", receiver: value, name } : undefined;
}

const ofResources = ["DatabaseResource", "StoreResource", "EngineResource", "Resource"] as const;

/** What it is instead of an attribute that is not there. */
export function missingAttribute(value: Value, name: string, site: Site, machine: Machine): Value {
  fail("AttributeError", machine);
  noteMissingName(value, name, site, machine);
  if (value.kind === "aqueduct" && ["llm_op", "supported_llms"].includes(name)) return { kind: "api", name };
  // Its line says so: calling it draws nothing.
  if (isHandle(value)) return { kind: "method", receiver: value, name };
  if (value.kind === "aqueduct" || value.kind === "api") return object;
  if (value.kind === "instance") return hasForeignBase(value.of) ? { kind: "unknown", of: [value] } : object;
  return name.startsWith("__") ? object : unknown;
}

function attributeOfModule(
  { path, scope }: Extract<Value, { kind: "module" }>,
  name: string,
  site: Site,
  machine: Machine,
): Value {
  const own = scope.names.get(name);
  if (own !== undefined) return own;
  if (name === "__dict__") return { kind: "names", names: scope.names };
  const inner = machine.isModule(`${path}.${name}`) ? undefined : scope.names.get("__getattr__");
  return inner === undefined
    ? machine.module(`${path}.${name}`)
    : machine.invoke(inner, givenValues([text(name)], site), site);
}

function attributeOfFunction(value: FunctionValue, name: string, machine: Machine): Value {
  const own = value.attributes.get(name);
  if (own !== undefined) return own;
  if (name === "__name__" || name === "__qualname__") return text(value.name);
  const ofDefinition = definitionAttribute(value, name, machine);
  if (ofDefinition !== undefined) return ofDefinition;
  if (name === "__doc__") return value.documentation === undefined ? none : text(value.documentation);
  if (name === "register" && value.attributes.has("__dispatch__")) return { kind: "method", receiver: value, name };
  if (name === "__wrapped__") return unknown;
  return name === "__func__" ? { ...value, self: undefined } : object;
}

function attributeOfClass(value: ClassValue, name: string, site: Site, machine: Machine): Value | undefined {
  const own = classAttribute(value, name);
  if (own !== undefined) return boundTo(own, undefined, value, site, machine);
  if (name === "__name__" || name === "__qualname__") return text(value.name);
  if (value.meta?.kind === "class") {
    const found = classAttribute(value.meta, name);
    if (found !== undefined) return boundTo(found, value, value.meta, site, machine);
  }
  if (name === "__dict__") return { kind: "names", names: value.scope.names };
  if (name === "__subclasses__" || hasForeignBase(value)) return { kind: "method", receiver: value, name };
  return name.startsWith("__") ? object : undefined;
}

function attributeOfInstance(
  value: Extract<Value, { kind: "instance" }>,
  name: string,
  site: Site,
  machine: Machine,
): Value | undefined {
  const { of, attributes } = value;
  const inherited = of.kind === "class" ? classAttribute(of, name) : undefined;
  if (inherited?.kind === "descriptor" && inherited.how === "property")
    return boundTo(inherited, value, of, site, machine);
  const own = attributes.get(name);
  if (own !== undefined) return own;
  if (inherited !== undefined) {
    const found = boundTo(inherited, value, of, site, machine);
    if (inherited.kind === "descriptor" && inherited.how === "cached") attributes.set(name, found);
    return found;
  }
  if (name === "__class__") return of;
  if (name === "__dict__") return { kind: "names", names: attributes };
  const other = of.kind === "class" ? classAttribute(of, "__getattr__") : undefined;
  if (other !== undefined)
    return machine.invoke(boundTo(other, value, of, site, machine), givenValues([text(name)], site), site);
  const known = of.kind === "object" ? attributeOfText(of.path ?? "", attributes, name) : undefined;
  if (known !== undefined) return known;
  if (isClient(of)) return attributeOfHandle("Client", { kind: "client" }, name, site, machine);
  if (value.holds !== undefined || of.kind !== "class") return { kind: "method", receiver: value, name };
  return undefined;
}

/** What an attribute of a class is when it is read through an object, or through the class itself (`instance` undefined). */
function boundTo(found: Value, instance: Value | undefined, owner: Value, site: Site, machine: Machine): Value {
  if (found.kind === "function") return instance === undefined ? found : { ...found, self: instance };
  if (found.kind === "descriptor") return described(found, instance, owner, site, machine);
  if (found.kind === "instance" && found.of.kind === "class") {
    const get = classAttribute(found.of, "__get__");
    if (get?.kind === "function")
      return machine.invoke({ ...get, self: found }, givenValues([instance ?? none, owner], site), site);
  }
  return found;
}

function described(found: Descriptor, instance: Value | undefined, owner: Value, site: Site, machine: Machine): Value {
  switch (found.how) {
    case "staticmethod":
      return found.get;
    case "classmethod": {
      const of = instance?.kind === "instance" ? instance.of : owner;
      return found.get.kind === "function"
        ? { ...found.get, self: of }
        : { kind: "partial", of: found.get, given: givenValues([of], site) };
    }
    default:
      return instance === undefined ? found : machine.invoke(found.get, givenValues([instance], site), site);
  }
}

function attributeBehind(
  { owner, self }: Extract<Value, { kind: "super" }>,
  name: string,
  site: Site,
  machine: Machine,
): Value {
  const of = self.kind === "instance" && self.of.kind === "class" ? self.of : self.kind === "class" ? self : owner;
  const isAmong = orderOf(of).some((one) => one.scope === owner.scope);
  // In a metaclass, `self` is the class that it makes.
  const order = orderOf(isAmong ? of : owner);
  const behind = order.slice(order.findIndex((one) => one.scope === owner.scope) + 1);
  for (const one of behind) {
    const found = one.scope.names.get(name);
    if (found !== undefined) return boundTo(found, self, of, site, machine);
  }
  const asClient = isClient(of) ? attributeOfHandle("Client", { kind: "client" }, name, site, machine) : undefined;
  return asClient ?? { kind: "method", receiver: { kind: "super", owner, self }, name };
}

/** Methods by which Python uses a value, which what stands for one has not. */
const usesOfValues = /^__(iter|next|len|contains|getitem|setitem|add|float|int|index|array|enter)__$/;

function hasOfOurs(value: Value, name: string, site: Site, machine: Machine): Value {
  const isThere = usesOfValues.test(name)
    ? machine.patches.has(`Artifact.${name}`)
    : attributeIn(value, name, site, machine) !== undefined;
  // Not every kind of resource may have it.
  return isThere && value.kind === "resource" && !hasName("Resource", name) ? object : truth(isThere);
}

/** `hasattr(value, name)`; undefined where it cannot be told. */
export function hasAttribute(value: Value, name: string, site: Site, machine: Machine): Value {
  const isOurs = isHandle(value) || value.kind === "aqueduct" || isOneOfArtifacts(value);
  const isAsked = !name.startsWith("_") || usesOfValues.test(name);
  if (isOurs && isAsked && !lackingReaders.has(name)) return hasOfOurs(value, name, site, machine);
  if (value.kind === "api" && isHandleName(value.name) && !name.startsWith("_"))
    return truth(hasName(value.name, name) || machine.patches.has(`${value.name}.${name}`));
  if (value.kind !== "instance" && value.kind !== "class" && value.kind !== "module") return object;
  if (value.kind === "module") return value.scope.names.has(name) ? truth(true) : object;
  if (value.kind === "instance" && value.attributes.has(name)) return truth(true);
  const of = value.kind === "instance" ? value.of : value;
  if (of.kind !== "class" || hasForeignBase(of) || classAttribute(of, "__getattr__") !== undefined) return object;
  return truth(classAttribute(of, name) !== undefined);
}
