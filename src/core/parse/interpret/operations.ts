import { carrying } from "./environment.js";
import { spend, TextRoom } from "./meter.js";
import { equal, numeric, textOf, truthOf } from "./python.js";
import {
  artifactsIn,
  type DictionaryValue,
  mayHoldArtifact,
  object,
  type SequenceValue,
  truth,
  unknown,
  type Value,
} from "./values.js";

/** What is left of a value after arithmetic that cannot be told. */
export function derived(...from: readonly Value[]): Value {
  const of = from.filter((value) => artifactsIn(value).length > 0);
  if (of.length > 0) return { kind: "unknown", of };
  return from.some((value) => mayHoldArtifact(value)) ? unknown : carrying(object, from);
}

/** Two operands that are both evaluated; `and` and `or` are not here. */
export function binaryOperation(operator: string, left: Value, right: Value): Value {
  const comparison = compare(operator, left, right);
  if (comparison !== "none") return comparison === undefined ? object : truth(comparison);
  return carrying(calculated(operator, left, right), [left, right]);
}

function calculated(operator: string, left: Value, right: Value): Value {
  if (operator === "+") return add(left, right);
  if (operator === "*") return multiply(left, right);
  if (operator === "|" && left.kind === "dictionary" && right.kind === "dictionary") return united(left, right);
  return arithmetic(operator, left, right);
}

export function unaryOperation(operator: string, operand: Value): Value {
  if (operator === "not") {
    const known = truthOf(operand);
    return known === undefined ? object : truth(!known);
  }
  if (operand.kind === "object" && operand.whole !== undefined && (operator === "-" || operator === "+"))
    return operator === "+" ? operand : { kind: "object", whole: (-BigInt(operand.whole)).toString() };
  const value = numeric(operand);
  if (value === undefined || (operator !== "-" && operator !== "+")) return derived(operand);
  // 0 - x keeps integers free of a negative zero, which Python does not have.
  const float = operand.kind === "number" && operand.float;
  return { kind: "number", value: operator === "+" ? value : float ? -value : 0 - value, float };
}

/** `"none"`: the operator compares nothing. */
function compare(operator: string, left: Value, right: Value): boolean | undefined | "none" {
  const negated = (known: boolean | undefined): boolean | undefined => (known === undefined ? undefined : !known);
  switch (operator) {
    case "==":
      return equal(left, right);
    case "!=":
      return negated(equal(left, right));
    case "is":
      return identical(left, right);
    case "is not":
      return negated(identical(left, right));
    case "in":
      return contains(right, left);
    case "not in":
      return negated(contains(right, left));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return isVersion(left) ? ofVersion(operator, right) : ordered(operator, left, right);
    default:
      return "none";
  }
}

function identical(left: Value, right: Value): boolean | undefined {
  if (left.kind === "none" || right.kind === "none") {
    const other = left.kind === "none" ? right : left;
    return other.kind === "none"
      ? true
      : other.kind === "unknown" || other.kind === "object" || other.kind === "choice"
        ? undefined
        : false;
  }
  if (left.kind === "boolean" && right.kind === "boolean") return left.value === right.value;
  if (left.kind === "artifact" && right.kind === "artifact") return left.artifact === right.artifact;
  if (left.kind === "class" && right.kind === "class") return left.scope === right.scope;
  return left === right ? true : undefined;
}

function contains(container: Value, item: Value): boolean | undefined {
  if (container.kind === "string" && item.kind === "string")
    return container.known && item.known ? container.value.includes(item.value) : undefined;
  const items =
    container.kind === "dictionary"
      ? container.entries.map(({ key }) => key)
      : "items" in container
        ? container.items
        : undefined;
  if (items === undefined) return undefined;
  spend(items.length);
  const found = items.map((one) => equal(one, item));
  if (found.includes(true)) return true;
  const closed = (container.kind === "dictionary" || "items" in container) && !container.open;
  return closed && !found.includes(undefined) ? false : undefined;
}

function isVersion(value: Value): boolean {
  return value.kind === "object" && value.path === "sys.version_info";
}

/** `sys.version_info` beside a version: known where that is not newer than the oldest that workflows run on. */
function ofVersion(operator: "<" | "<=" | ">" | ">=", other: Value): boolean | undefined {
  if (other.kind !== "tuple" || other.open) return undefined;
  const numbers = other.items.map(numeric);
  const [major, minor = 0] = numbers;
  if (major === undefined || numbers.includes(undefined) || major > 3 || (major === 3 && minor > 9)) return undefined;
  if (major === 3 && minor === 9 && (other.items.length > 2 || operator === "<=" || operator === ">")) return undefined;
  return operator === ">=" || operator === ">";
}

function ordered(operator: "<" | "<=" | ">" | ">=", left: Value, right: Value): boolean | undefined {
  const order = orderOf(left, right);
  if (order === undefined) return undefined;
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Below zero where `left` comes first, 0 where neither does; sequences by the first items that differ. Undefined: it cannot be told. */
export function orderOf(left: Value, right: Value): number | undefined {
  if ((left.kind === "tuple" || left.kind === "list") && left.kind === right.kind) {
    if (left.open || right.open) return undefined;
    for (const [index, item] of left.items.entries()) {
      const other = right.items[index];
      if (other === undefined) return 1;
      const same = item === other ? true : equal(item, other);
      if (same !== true) return same === undefined ? undefined : orderOf(item, other);
    }
    return left.items.length - right.items.length;
  }
  const one = left.kind === "string" && left.known ? left.value : numeric(left);
  const other = right.kind === "string" && right.known ? right.value : numeric(right);
  if (one === undefined || other === undefined || typeof one !== typeof other) return undefined;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The entries of a dictionary that is made of these: a key stands where it came first, with its last value, or the first where that `counts`. */
export function distinctEntries(
  entries: DictionaryValue["entries"],
  counts: "first" | "last" = "last",
): DictionaryValue["entries"] {
  const found: DictionaryValue["entries"] = [];
  const literals = new Map<string, DictionaryValue["entries"][number]>();
  spend(entries.length);
  for (const { key, value } of entries) {
    const literal = literalOf(key);
    if (literal === undefined) spend(found.length);
    const known =
      literal === undefined
        ? found.find((entry) => literalOf(entry.key) === undefined && equal(entry.key, key) === true)
        : literals.get(literal);
    if (known === undefined) {
      const entry = { key, value };
      found.push(entry);
      if (literal !== undefined) literals.set(literal, entry);
    } else if (counts === "last") known.value = value;
  }
  return found;
}

/** One text for all keys that are equal: 1, 1.0 and True are. */
function literalOf(key: Value): string | undefined {
  if (key.kind === "string") return key.known ? `text ${key.value}` : undefined;
  return key.kind === "none" ? "none" : numeric(key)?.toString();
}

/** Keys of both; the right one's values count. */
function united(left: DictionaryValue, right: DictionaryValue): DictionaryValue {
  const entries = distinctEntries([...left.entries, ...right.entries]);
  return { kind: "dictionary", entries, open: left.open || right.open };
}

function add(left: Value, right: Value): Value {
  if (left.kind === "string" && right.kind === "string") return joinedText(left, right);
  if (left.kind === "list" && right.kind === "list")
    return limited("list", [left.items, right.items], left.open || right.open);
  if (left.kind === "tuple" && right.kind === "tuple")
    return limited("tuple", [left.items, right.items], left.open || right.open);
  return arithmetic("+", left, right);
}

function joinedText(left: TextValue, right: TextValue): Value {
  const room = new TextRoom();
  const value = room.take(left.value) + room.take(right.value);
  return { kind: "string", value, known: left.known && right.known && !room.isFull };
}

type TextValue = Extract<Value, { kind: "string" }>;

/** Of more items than anybody writes down, the first; then there are more. */
function limited(kind: "list" | "tuple", parts: readonly (readonly Value[])[], open: boolean): SequenceValue {
  const all = parts.reduce((count, items) => count + items.length, 0);
  spend(all / 8);
  const items = parts.flat();
  return all > mostItems ? { kind, items: items.slice(0, mostItems), open: true } : { kind, items, open };
}

const mostItems = 20_000;

function multiply(left: Value, right: Value): Value {
  const count = numeric(right);
  if ((left.kind === "list" || left.kind === "tuple") && count !== undefined && left.items.length * count <= 1000) {
    const items = Array.from({ length: Math.max(0, count) }, () => left.items).flat();
    return { kind: left.kind, items, open: left.open };
  }
  if (left.kind === "string" && count !== undefined && left.value.length * count <= 10_000) {
    return { kind: "string", value: left.value.repeat(Math.max(0, count)), known: left.known };
  }
  return arithmetic("*", left, right);
}

function arithmetic(operator: string, left: Value, right: Value): Value {
  if (operator === "%" && left.kind === "string") return formatted(left.value, right);
  const one = numeric(left);
  const other = numeric(right);
  if (one === undefined || other === undefined) return derived(left, right);
  const float = (left.kind === "number" && left.float) || (right.kind === "number" && right.float);
  const value = calculate(operator, one, other);
  if (value === undefined) return object;
  const isFloat = float || operator === "/" || (operator === "**" && other < 0);
  if (!isFloat && !Number.isSafeInteger(value)) return object;
  return { kind: "number", value, float: isFloat };
}

function calculate(operator: string, one: number, other: number): number | undefined {
  switch (operator) {
    case "+":
      return one + other;
    case "-":
      return one - other;
    case "*":
      return one * other;
    case "/":
      return other === 0 ? undefined : one / other;
    case "//":
      return other === 0 ? undefined : Math.floor(one / other);
    case "%":
      return other === 0 ? undefined : one - other * Math.floor(one / other);
    case "**":
      return one ** other;
    default:
      return undefined;
  }
}

/** `"…%s…" % values`, for `%s` and `%d` of known values. */
function formatted(pattern: string, values: Value): Value {
  const given = values.kind === "tuple" ? values.items : [values];
  let at = 0;
  let known = true as boolean;
  const room = new TextRoom();
  const value = pattern.replace(/%[sd]|%%|%[^sd%]/g, (mark) => {
    if (mark === "%%") return "%";
    const item = given[at];
    at += 1;
    const shown = item === undefined || mark.length !== 2 || !/[sd]/.test(mark) ? undefined : textOf(item);
    known &&= shown !== undefined;
    return room.take(shown ?? "…");
  });
  return { kind: "string", value, known: known && !room.isFull };
}
