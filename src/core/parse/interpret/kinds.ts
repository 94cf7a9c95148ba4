import { foreignBase, hasForeignBase, isClient } from "./classes.js";
import { classOf, derivesFrom } from "./raising.js";
import type { Value } from "./values.js";

/** `isinstance(value, type)`; undefined where it cannot be told. */
export function isInstance(value: Value, type: Value): boolean | undefined {
  if (type.kind === "tuple") {
    const each = type.items.map((one) => isInstance(value, one));
    return each.includes(true) ? true : each.includes(undefined) ? undefined : false;
  }
  if (value.kind === "choice") {
    const each = new Set(value.options.map((option) => isInstance(option, type)));
    return each.size === 1 ? [...each][0] : undefined;
  }
  if (type.kind === "api") return isOfApi(value, type.name);
  const own = typesOf(value);
  if (type.kind === "class") {
    const of = classOf(value);
    return of !== undefined && value.kind === "instance"
      ? derivesFrom(of, type)
      : own === undefined
        ? undefined
        : false;
  }
  const name = typeName(type);
  if (name === undefined) return isOurs(value) && type.kind === "object" && isPlainClass(type.path) ? false : undefined;
  if (value.kind === "instance") {
    const path = foreignBase(value.of, /./);
    return path === undefined
      ? name === "object"
        ? true
        : name === "type"
          ? false
          : undefined
      : path === `builtins.${name}`
        ? true
        : undefined;
  }
  return own?.includes(name);
}

function isOurs({ kind }: Value): boolean {
  return kind === "artifact" || kind === "client" || kind === "flow" || kind === "resource";
}

/** Whether a class of a package has only its own objects; what Python asks for methods, such as `Hashable`, may have any. */
function isPlainClass(path: string | undefined): boolean {
  return path !== undefined && !/Hashable|Callable|Protocol|Supports|^unittest|Any$/.test(path);
}

/** Whether a value is of a class of the authoring API; undefined where it cannot be told. */
function isOfApi(value: Value, name: string): boolean | undefined {
  if (value.kind === "resource") return name === "Resource" ? true : name.endsWith("Resource") ? undefined : false;
  if (value.kind === "instance")
    return isClient(value.of) ? name === "Client" : hasForeignBase(value.of) ? undefined : false;
  const own = { artifact: "Artifact", client: "Client", flow: "Flow" }[value.kind as string];
  return own === undefined ? (typesOf(value) === undefined ? undefined : false) : own === name;
}

/** The names of Python's own types that a value has; undefined where they are not known. */
function typesOf(value: Value): readonly string[] | undefined {
  switch (value.kind) {
    case "string":
      return ["str", "object"];
    case "number":
      return [value.float ? "float" : "int", "object"];
    case "boolean":
      return ["bool", "int", "object"];
    case "none":
      return ["NoneType", "object"];
    case "bytes":
      return ["bytes", "object"];
    case "list":
    case "tuple":
    case "set":
      return [value.kind, "object"];
    case "dictionary":
      return ["dict", "object"];
    case "artifact":
    case "function":
    case "operator":
    case "client":
    case "flow":
    case "resource":
      return ["object"];
    case "class":
      return ["type", "object"];
    default:
      return undefined;
  }
}

const known = new Set(
  "str int float bool bytes list tuple set frozenset dict object type complex bytearray range slice".split(" "),
);

/** The name of one of Python's own types. */
function typeName(type: Value): string | undefined {
  if (type.kind === "builtin") return known.has(type.name) ? type.name : undefined;
  const name = type.kind === "object" ? /^builtins\.(\w+)$/.exec(type.path ?? "")?.[1] : undefined;
  return name !== undefined && known.has(name) ? name : undefined;
}
