import { mostText, spend } from "../meter.js";
import { valueOfJson } from "./jsonValue.js";
import { bound } from "../machine.js";
import { numeric, textOf } from "../python.js";
import { integer, listOf, text, type Value } from "../values.js";
import { type Known, objectOf, valuesOf } from "./known.js";

/** Functions that make text of text. */
export const textCalls: Readonly<Partial<Record<string, Known>>> = {
  "textwrap.dedent": ofText(dedented),
  "inspect.cleandoc": ofText(cleaned),
  "json.loads": (given) => {
    const known = textOf(valuesOf(given)[0] ?? listOf([]));
    return known === undefined || given.keywords.size > 0 ? undefined : valueOfJson(known);
  },
  "builtins.repr": (given) => {
    const [value] = valuesOf(given);
    const known = value && representation(value);
    return known === undefined ? undefined : text(known);
  },
  "builtins.chr": (given) => {
    const number = numeric(valuesOf(given)[0] ?? listOf([]));
    return number === undefined || number < 0 || number > 0x10ffff ? undefined : text(String.fromCodePoint(number));
  },
  "builtins.ord": (given) => {
    const known = textOf(valuesOf(given)[0] ?? listOf([]));
    const point = known?.codePointAt(0);
    return point === undefined ? undefined : integer(point);
  },
  "builtins.format": (given) => {
    const [value, format] = valuesOf(given);
    const known = value && formattedText(value, format === undefined ? "" : (textOf(format) ?? "…"));
    return known === undefined ? undefined : text(known);
  },
  "string.Template": (given) => objectOf("string.Template", { template: valuesOf(given)[0] ?? listOf([]) }),
  "datetime.date": (given) => {
    const { year, month, day } = bound(given, ["year", "month", "day"]);
    return year && month && day && objectOf("datetime.date", { year, month, day });
  },
  "pathlib.Path": (given) => pathOf(valuesOf(given)),
  "pathlib.PurePath": (given) => pathOf(valuesOf(given)),
  "pathlib.PurePosixPath": (given) => pathOf(valuesOf(given)),
  "os.path.join": (given) => {
    const parts = valuesOf(given).map(textOf);
    return parts.every((part) => part !== undefined) && !parts.slice(1).some((part) => part.startsWith("/"))
      ? text(
          parts.map((part, index) => (index === parts.length - 1 || part.endsWith("/") ? part : `${part}/`)).join(""),
        )
      : undefined;
  },
  "os.path.basename": ofText((value) => value.slice(value.lastIndexOf("/") + 1)),
};

/** Attributes and methods of a date or a path whose text is known. */
export function attributeOfText(path: string, attributes: ReadonlyMap<string, Value>, name: string): Value | undefined {
  if (path !== "pathlib.Path") return undefined;
  const known = textOf(attributes.get("path") ?? listOf([]));
  if (known === undefined) return undefined;
  const last = known.slice(known.lastIndexOf("/") + 1);
  const dot = last.lastIndexOf(".");
  const [stem, suffix] = dot > 0 ? [last.slice(0, dot), last.slice(dot)] : [last, ""];
  return name === "name" ? text(last) : name === "stem" ? text(stem) : name === "suffix" ? text(suffix) : undefined;
}

export function methodOfText(
  path: string,
  attributes: ReadonlyMap<string, Value>,
  name: string,
  given: Parameters<Known>[0],
): Value | undefined {
  if (path === "datetime.date" && (name === "isoformat" || name === "__str__")) {
    const [year, month, day] = ["year", "month", "day"].map((part) => numeric(attributes.get(part) ?? listOf([])));
    if (year === undefined || month === undefined || day === undefined) return undefined;
    return text(
      [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-"),
    );
  }
  if (path === "string.Template" && (name === "substitute" || name === "safe_substitute")) {
    const template = textOf(attributes.get("template") ?? listOf([]));
    return template === undefined || given.positional.length > 0 ? undefined : substituted(template, given);
  }
  return undefined;
}

function substituted(template: string, { keywords }: Parameters<Known>[0]): Value {
  let known = true;
  const value = template.replace(
    /\$(?:(\$)|(\w+)|\{(\w+)\})/g,
    (_, dollar?: string, name?: string, braced?: string) => {
      if (dollar !== undefined) return "$";
      const shown = textOf(keywords.get(name ?? braced ?? "")?.value ?? listOf([]));
      known &&= shown !== undefined;
      return shown ?? "…";
    },
  );
  return { kind: "string", value, known };
}

function pathOf(parts: readonly Value[]): Value | undefined {
  const texts = parts.map(textOf);
  if (texts.length === 0 || !texts.every((part) => part !== undefined)) return undefined;
  return objectOf("pathlib.Path", { path: text(texts.join("/")) });
}

function ofText(change: (value: string) => string): Known {
  return (given) => {
    const [value] = valuesOf(given);
    if (value?.kind !== "string" || given.keywords.size > 0) return undefined;
    // Text of which parts are not known is changed where these stand for text too.
    return { ...value, value: change(value.value) };
  };
}

/** `textwrap.dedent`: without the blanks that every line begins with. */
function dedented(value: string): string {
  const lines = value.replace(/^[ \t]+$/gm, "").split("\n");
  const margins = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0] ?? "");
  let [margin = ""] = margins;
  for (const one of margins) while (!one.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line)).join("\n");
}

function cleaned(value: string): string {
  const [first = "", ...rest] = value.replaceAll("\t", "        ").split("\n");
  const indents = rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  const lines = [first.trimStart(), ...rest.map((line) => line.slice(margin))];
  while (lines.length > 0 && lines[0]?.trim() === "") lines.shift();
  while (lines.length > 0 && lines.at(-1)?.trim() === "") lines.pop();
  return lines.join("\n");
}

/** `repr(value)`; undefined where it cannot be told. */
export function representation(value: Value): string | undefined {
  if (value.kind !== "string") {
    if (value.kind !== "list" && value.kind !== "tuple") return textOf(value);
    spend(value.items.length);
    const items = value.open ? [undefined] : value.items.map(representation);
    if (items.includes(undefined)) return undefined;
    return value.kind === "list" ? `[${items.join(", ")}]` : `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
  }
  if (!value.known || value.value.length > mostText || /[^\x20-\x7e]/.test(value.value)) return undefined;
  spend(value.value.length / 16);
  const quote = value.value.includes("'") && !value.value.includes('"') ? '"' : "'";
  const escaped = value.value.replaceAll("\\", "\\\\");
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** `format(value, specifier)`; undefined where it cannot be told. */
export function formattedText(value: Value, specifier: string): string | undefined {
  if (specifier === "") return textOf(value);
  const read = /^(?:(.)?([<>^=]))?([+-])?(0)?(\d+)?(,)?(?:\.(\d+))?([a-z%])?$/s.exec(specifier);
  if (read === null) return undefined;
  const [, fill, align, sign, zero, width, comma, precision, type] = read;
  const number = value.kind === "number" ? value.value : undefined;
  let shown: string | undefined;
  if (number === undefined) {
    if (value.kind !== "string" || sign !== undefined || comma !== undefined || (type !== undefined && type !== "s"))
      return undefined;
    shown = textOf(value);
    if (precision !== undefined) shown = shown?.slice(0, Number(precision));
  } else shown = numberShown(number, value.kind === "number" && value.float, type, precision);
  if (shown === undefined || Number(width ?? 0) > mostText) return undefined;
  if (comma !== undefined) shown = shown.replace(/\d(?=(\d{3})+(?!\d))/g, "$&,");
  if (sign === "+" && number !== undefined && number >= 0) shown = `+${shown}`;
  return padded(
    shown,
    Number(width ?? 0),
    align ?? (zero === undefined ? (number === undefined ? "<" : ">") : "="),
    fill ?? zero ?? " ",
  );
}

function numberShown(
  number: number,
  float: boolean,
  type: string | undefined,
  precision: string | undefined,
): string | undefined {
  switch (type) {
    case undefined:
      return precision === undefined ? textOf({ kind: "number", value: number, float }) : undefined;
    case "d":
      return float ? undefined : String(number);
    case "f":
      return fixed(number, precision);
    case "%":
      return suffixed(fixed(number * 100, precision), "%");
    case "x":
      return float ? undefined : number.toString(16);
    case "b":
      return float ? undefined : number.toString(2);
    default:
      return undefined;
  }
}

/** Undefined: JavaScript writes at most 100 digits behind the point. */
function fixed(number: number, precision: string | undefined): string | undefined {
  const digits = Number(precision ?? 6);
  return digits > 100 ? undefined : number.toFixed(digits);
}

function suffixed(text: string | undefined, end: string): string | undefined {
  return text === undefined ? undefined : text + end;
}

function padded(shown: string, width: number, align: string, fill: string): string {
  const missing = Math.max(0, width - shown.length);
  if (align === "<") return shown + fill.repeat(missing);
  if (align === ">") return fill.repeat(missing) + shown;
  if (align === "^") return fill.repeat(Math.floor(missing / 2)) + shown + fill.repeat(Math.ceil(missing / 2));
  const sign = /^[+-]/.exec(shown)?.[0] ?? "";
  return sign + fill.repeat(missing) + shown.slice(sign.length);
}
