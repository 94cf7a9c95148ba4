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
  if (["/", "//", "%"].includes(operator) && numeric(left) !== undefined && numeric(right) === 0)
    fail("ZeroDivisionError", machine);
  return binaryOperation(operator, held(left), held(right));
}

/** What an object of a class that derives from one of Python's collections holds. */
function held(value: Value): Value {
  return value.kind === "instance" && value.holds !== undefined ? value.holds : value;
}
