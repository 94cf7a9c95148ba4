import { integer, text, type Value } from "../values.js";

const days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

const constants: Readonly<Partial<Record<string, Readonly<Partial<Record<string, Value>>>>>> = {
  CheckSeverity: { WARNING: text("warning"), ERROR: text("error") },
  LoadUpdateMode: { REPLACE: text("replace"), APPEND: text("append"), FAIL: text("fail") },
  DayOfWeek: Object.fromEntries(days.map((day, index) => [day, integer(index + 1)])),
};

/** A member of one of the package's enumerations, as the value that it stands for. */
export function apiConstant(enumeration: string, member: string): Value | undefined {
  return constants[enumeration]?.[member];
}
