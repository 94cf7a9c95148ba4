import { attributeIn, hasAttribute, missingAttribute } from "../attributes.js";
import { finish } from "../finishing.js";
import { moduleAt, relativePath } from "../imports.js";
import { setAttribute } from "../instances.js";
import { type Arguments, type Site } from "../machine.js";
import { textOf } from "../python.js";
import { Scope } from "../scope.js";
import { type ClassValue, type Descriptor, none, object, type Value } from "../values.js";
import { madeByType } from "../metaclasses.js";
import { recordUnknown } from "../unknownCalls.js";
import { type Known, valuesOf } from "./known.js";

/** Runs text that nobody reads before it runs: it may record anything, of what it names, and bind any name. */
const executed: Known = (given, site, machine) => {
  const [code] = valuesOf(given);
  const written = code?.kind === "string" ? code.value : "";
  if (code?.kind === "string" && code.known && !written.includes("(")) return { kind: "unknown" };
  const { scope } = site.frame;
  const named = [...new Set(written.match(/[^\W\d]\w*/gu) ?? [])].flatMap((name) => scope.find(name) ?? []);
  const range = site.range;
  const anything: Arguments = {
    positional: named.map((value) => ({ value, range })),
    keywords: new Map(),
    open: true,
  };
  const result = recordUnknown(anything, site, machine);
  scope.module.unseen = result;
  return result;
};

/** What finds things by their names: modules, attributes, namespaces; and what makes classes and descriptors. */
export const moduleCalls: Readonly<Partial<Record<string, Known>>> = {
  "importlib.import_module": (given, { frame }, machine) => {
    const [name, from] = valuesOf(given);
    const path = name && textOf(name);
    if (path === undefined) return { kind: "unknown" };
    const level = /^\.*/.exec(path)?.[0].length ?? 0;
    const around = from === undefined ? undefined : textOf(from);
    if (level > 0 && around === undefined) return { kind: "unknown" };
    const absolute = level === 0 ? path : relativePath(level, path.slice(level), (around ?? "").split("."));
    machine.imports.imported(absolute, frame);
    return moduleAt(absolute, machine);
  },
  "builtins.__import__": (given, { frame }, machine) => {
    const path = textOf(valuesOf(given)[0] ?? object);
    if (path === undefined) return { kind: "unknown" };
    machine.imports.imported(path, frame);
    moduleAt(path, machine);
    return moduleAt(path.split(".")[0] ?? path, machine);
  },
  "builtins.getattr": (given, site, machine) => {
    const [of, name, other] = valuesOf(given);
    const known = name && textOf(name);
    if (of === undefined) return undefined;
    if (known === undefined) return { kind: "unknown", of: of.kind === "module" ? [...of.scope.names.values()] : [of] };
    if (of.kind === "object") return undefined;
    const found = attributeIn(of, known, site, machine);
    if (found === undefined && other === undefined) {
      const missing = missingAttribute(of, known, site, machine);
      return missing === object ? object : { kind: "unknown", of: [of] };
    }
    return found ?? other ?? { kind: "unknown", of: [of] };
  },
  "builtins.setattr": (given, _site, machine) => {
    const [of, name, value] = valuesOf(given);
    const known = name && textOf(name);
    if (of === undefined || value === undefined || known === undefined) return undefined;
    setAttribute(of, known, value, machine);
    return none;
  },
  "builtins.hasattr": (given, site, machine) => {
    const [of, name] = valuesOf(given);
    const known = name && textOf(name);
    return of === undefined || known === undefined ? undefined : hasAttribute(of, known, site, machine);
  },
  "builtins.vars": (given, site) => namesOf(valuesOf(given)[0], site),
  "builtins.globals": (_, { frame }) => ({ kind: "names", names: frame.scope.module.names }),
  "builtins.locals": (_, { frame }) => ({ kind: "names", names: frame.scope.names }),
  "builtins.property": (given) => {
    const [get, set] = valuesOf(given);
    return get && descriptor("property", get, set);
  },
  "builtins.classmethod": (given) => described("classmethod", given),
  "builtins.staticmethod": (given) => described("staticmethod", given),
  "builtins.eval": executed,
  "builtins.exec": executed,
  "builtins.super": (given, { frame }) => {
    const [of, self] = valuesOf(given);
    if (of?.kind === "class" && self !== undefined) return { kind: "super", owner: of, self };
    const owner = frame.scope.owner();
    return owner?.made.kind === "class" && owner.first !== undefined
      ? { kind: "super", owner: owner.made, self: owner.first }
      : undefined;
  },
  "builtins.type.__new__": (given, _site, machine) => madeByType(given, machine),
  "builtins.type.__init__": () => none,
  "builtins.type": (given, site, machine) => {
    const [of, bases, body] = valuesOf(given);
    if (of === undefined) return undefined;
    if (bases === undefined) return of.kind === "instance" ? of.of : undefined;
    if (bases.kind !== "tuple" || body?.kind !== "dictionary" || body.open) return undefined;
    const scope = new Scope(undefined);
    for (const { key, value } of body.entries) scope.names.set(textOf(key) ?? "", value);
    const made: ClassValue = {
      kind: "class",
      name: textOf(of) ?? "",
      scope,
      bases: bases.items,
      annotated: [],
      makes: "object",
    };
    finish(made, site, machine);
    return made;
  },
};

function namesOf(value: Value | undefined, { frame }: Site): Value | undefined {
  if (value === undefined) return { kind: "names", names: frame.scope.names };
  if (value.kind === "instance") return { kind: "names", names: value.attributes };
  return value.kind === "module" || value.kind === "class" ? { kind: "names", names: value.scope.names } : undefined;
}

function described(how: Descriptor["how"], given: Parameters<Known>[0]): Value | undefined {
  const [get] = valuesOf(given);
  return get && descriptor(how, get, undefined);
}

function descriptor(how: Descriptor["how"], get: Value, set: Value | undefined): Descriptor {
  return { kind: "descriptor", how, get, set };
}
