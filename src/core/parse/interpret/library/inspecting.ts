import { attributeOf } from "../attributes.js";
import { classAttribute, hasForeignBase, orderOf } from "../classes.js";
import { foreignObject } from "../environment.js";
import { type Arguments, givenValues, type Machine } from "../machine.js";
import { functionLeft } from "../partials.js";
import { annotation, annotationsOf } from "../signatures.js";
import { isStandard } from "../standardModules.js";
import { truthIn } from "../truth.js";
import { type FunctionValue, listOf, none, object, text, truth, tupleOf, type Value } from "../values.js";
import { type Known, objectOf, valuesOf } from "./known.js";

type Parameter = FunctionValue["parameters"][number];

/** What looks into functions, classes and modules: `inspect`, `typing.get_type_hints`, `dir`. */
export const inspecting: Readonly<Partial<Record<string, Known>>> = {
  "inspect.signature": (given, _, machine) => {
    const called = functionBehind(valuesOf(given)[0], true);
    if (called === undefined) return { kind: "unknown" };
    const parameters = parametersLeft(called).map((parameter) => ({
      key: text(parameter.name),
      value: parameterObject(parameter, called, machine),
    }));
    return objectOf("inspect.Signature", {
      parameters: { kind: "dictionary", entries: parameters, open: false },
      return_annotation:
        called.returns === undefined ? foreignObject("inspect._empty") : annotation(called.returns, called, machine),
    });
  },
  "inspect.getfullargspec": (given) => {
    const called = functionBehind(valuesOf(given)[0], false);
    if (called === undefined) return { kind: "unknown" };
    const named = (forms: readonly string[]): string[] =>
      called.parameters.filter(({ form }) => forms.includes(form)).map(({ name }) => name);
    const defaults = called.parameters.flatMap(({ form, default: value }) =>
      value !== undefined && form !== "keywordOnly" ? [value] : [],
    );
    const one = (form: string): Value => {
      const [name] = named([form]);
      return name === undefined ? none : text(name);
    };
    return objectOf("inspect.FullArgSpec", {
      args: listOf(named(["plain", "positionalOnly"]).map(text)),
      varargs: one("star"),
      varkw: one("doubleStar"),
      defaults: defaults.length === 0 ? none : tupleOf(defaults),
      kwonlyargs: listOf(named(["keywordOnly"]).map(text)),
    });
  },
  "inspect.getmembers": (given, site, machine) => {
    const [of, wanted] = valuesOf(given);
    const names = of && namesIn(of);
    if (of === undefined || names === undefined) return { kind: "unknown", of: of === undefined ? [] : [of] };
    let open = false;
    const members = names.flatMap((name) => {
      const value = attributeOf(of, name, site, machine);
      const isWanted =
        wanted === undefined || wanted.kind === "none"
          ? true
          : truthIn(machine.invoke(wanted, givenValues([value], site), site), site, machine);
      open ||= isWanted === undefined;
      return isWanted === false ? [] : [tupleOf([text(name), value])];
    });
    return listOf(members, open);
  },
  "inspect.isfunction": (given) => isOf(valuesOf(given)[0], ({ kind }) => kind === "function"),
  "inspect.isclass": (given) => isOf(valuesOf(given)[0], ({ kind }) => kind === "class"),
  "inspect.ismethod": (given) => isOf(valuesOf(given)[0], (one) => one.kind === "function" && one.self !== undefined),
  "inspect.isroutine": (given) => isOf(valuesOf(given)[0], ({ kind }) => kind === "function" || kind === "builtin"),
  "typing.get_type_hints": (given, _, machine) => annotationsOf(functionBehind(valuesOf(given)[0], true), machine),
  "inspect.get_annotations": (given, _, machine) => annotationsOf(functionBehind(valuesOf(given)[0], false), machine),
  "builtins.dir": (given, { frame }) => {
    const [of] = valuesOf(given);
    const names = of === undefined ? [...frame.scope.names.keys()].sort() : namesIn(of);
    return names && listOf(names.map(text));
  },
  "builtins.callable": (given) => {
    const [of] = valuesOf(given);
    if (of === undefined) return undefined;
    if (of.kind === "instance" && of.of.kind === "class" && !hasForeignBase(of.of))
      return truth(classAttribute(of.of, "__call__") !== undefined);
    return isOf(of, ({ kind }) => ["function", "operator", "class", "partial", "builtin", "method"].includes(kind));
  },
};

/** `signature.bind(…)`: the arguments as they were given. */
export function boundArguments({ positional, keywords, open }: Arguments): Value {
  return objectOf("inspect.BoundArguments", {
    args: { kind: "tuple", items: positional.map(({ value }) => value), open },
    kwargs: {
      kind: "dictionary",
      entries: [...keywords].map(([name, { value }]) => ({ key: text(name), value })),
      open,
    },
    arguments: { kind: "unknown", of: [...positional, ...keywords.values()].map(({ value }) => value) },
  });
}

/** The function that is called in the end; `through` decorators that keep what they wrap. */
function functionBehind(value: Value | undefined, through: boolean): FunctionValue | undefined {
  switch (value?.kind) {
    case "function": {
      const wrapped = through ? value.attributes.get("__wrapped__") : undefined;
      return wrapped === undefined ? value : functionBehind(wrapped, through);
    }
    case "operator":
      return value.function;
    case "partial":
      return functionLeft(value);
    case "class": {
      const made = classAttribute(value, "__init__");
      return made?.kind === "function" ? { ...made, self: value } : undefined;
    }
    case "instance": {
      const call = value.of.kind === "class" ? classAttribute(value.of, "__call__") : undefined;
      return call?.kind === "function" ? { ...call, self: value } : undefined;
    }
    default:
      return undefined;
  }
}

/** Without the object of a method. */
function parametersLeft({ parameters, self }: FunctionValue): readonly Parameter[] {
  return self === undefined ? parameters : parameters.slice(1);
}

const kindNames = {
  plain: "POSITIONAL_OR_KEYWORD",
  positionalOnly: "POSITIONAL_ONLY",
  keywordOnly: "KEYWORD_ONLY",
  star: "VAR_POSITIONAL",
  doubleStar: "VAR_KEYWORD",
} as const;

function parameterObject(parameter: Parameter, called: FunctionValue, machine: Machine): Value {
  const empty = foreignObject("inspect._empty");
  return objectOf("inspect.Parameter", {
    name: text(parameter.name),
    default: parameter.default ?? empty,
    annotation: parameter.annotation === undefined ? empty : annotation(parameter.annotation, called, machine),
    kind: foreignObject(`inspect.Parameter.${kindNames[parameter.form]}`),
  });
}

/** Undefined: it cannot be told. */
function isOf(value: Value | undefined, test: (value: Value) => boolean): Value | undefined {
  if (value === undefined) return undefined;
  // Which of the authoring API are classes tells their names.
  if (value.kind === "api") return object;
  if (value.kind === "object" && isStandard(value.path ?? "?")) return truth(false);
  if (["unknown", "choice", "object"].includes(value.kind)) return object;
  return truth(test(value));
}

/** Those that a file can have made, in the order of `dir`; undefined: they are not known. */
function namesIn(value: Value): readonly string[] | undefined {
  switch (value.kind) {
    case "module":
      return [...value.scope.names.keys()].sort();
    case "class":
      return hasForeignBase(value) ? undefined : classNames(value);
    case "instance":
      return value.of.kind !== "class" || hasForeignBase(value.of)
        ? undefined
        : [...new Set([...value.attributes.keys(), ...classNames(value.of)])].sort();
    default:
      return undefined;
  }
}

function classNames(value: Extract<Value, { kind: "class" }>): readonly string[] {
  return [...new Set(orderOf(value).flatMap(({ scope }) => [...scope.names.keys()]))].sort();
}
