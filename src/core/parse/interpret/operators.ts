import { noteUsedAsValue } from "./aqueduct/notThere.js";
import { specialMethod } from "./classes.js";
import { fail, givenValues, type Machine, type Site } from "./machine.js";
import { binaryOperation } from "./operations.js";
import { numeric, truthOf } from "./python.js";
import { truth, type Value } from "./values.js";

const methods: Readonly<Partial<Record<string, readonly [own: string, other: string]>>> = {
  "+": ["__add__", "__radd__"],
  "-": ["__sub__", "__rsub__"],
  "*": ["__mul__", "__rmul__"],
  "/": ["__truediv__", "__rtruediv__"],
  "//": ["__floordiv__", "__rfloordiv__"],
  "%": ["__mod__", "__rmod__"],
  "**": ["__pow__", "__rpow__"],
  "@": ["__matmul__", "__rmatmul__"],
  "|": ["__or__", "__ror__"],
  "&": ["__and__", "__rand__"],
  "^": ["__xor__", "__rxor__"],
  ">>": ["__rshift__", "__rrshift__"],
  "<<": ["__lshift__", "__rlshift__"],
  "==": ["__eq__", "__eq__"],
  "!=": ["__ne__", "__ne__"],
  "<": ["__lt__", "__gt__"],
  ">": ["__gt__", "__lt__"],
  "<=": ["__le__", "__ge__"],
  ">=": ["__ge__", "__le__"],
};

/** The method that an object has for `+=` and the like. */
export function inPlaceMethod(operator: string): string {
  return (methods[operator]?.[0] ?? "").replace("__", "__i");
}

/** Two operands of which an object of the folder's classes may say itself what they give. */
export function operation(operator: string, left: Value, right: Value, site: Site, machine: Machine): Value {
  const [own, other] = methods[operator] ?? ["", ""];
  const method = specialMethod(left, own);
  if (method !== undefined) return machine.invoke(method, givenValues([right], site), site);
  const reversed = specialMethod(right, other);
  if (reversed !== undefined) return machine.invoke(reversed, givenValues([left], site), site);
  if (operator === "in" || operator === "not in") {
    const holds = specialMethod(right, "__contains__");
    if (holds !== undefined) {
      const known = truthOf(machine.invoke(holds, givenValues([left], site), site));
      return known === undefined ? { kind: "object" } : truth(known === (operator === "in"));
    }
  }
  noteOperands(operator, left, right, site, machine);
  if (["/", "//", "%"].includes(operator) && numeric(left) !== undefined && numeric(right) === 0)
    fail("ZeroDivisionError", machine);
  return binaryOperation(operator, held(left), held(right));
}

/** Python has no operators for artifacts but those that ask whether two things are one; objects of other packages may bring their own. */
function noteOperands(operator: string, left: Value, right: Value, site: Site, machine: Machine): void {
  if (operator === "in" || operator === "not in") noteUsedAsValue(right, "__iter__", site, machine);
  if (["in", "not in", "is", "is not", "==", "!="].includes(operator)) return;
  if (isPlain(right)) noteUsedAsValue(left, "__add__", site, machine);
  if (isPlain(left) && !(operator === "%" && left.kind === "string")) noteUsedAsValue(right, "__add__", site, machine);
}

function isPlain({ kind }: Value): boolean {
  return ["number", "string", "boolean", "none", "list", "tuple", "set", "dictionary", "artifact"].includes(kind);
}

/** What an object of a class that derives from one of Python's collections holds. */
function held(value: Value): Value {
  return value.kind === "instance" && value.holds !== undefined ? value.holds : value;
}
