import { enumerations } from "../../../model/authoringApi.js";
import { integer, text, type Value } from "../values.js";

/** Those whose members the API takes as the values that they stand for; a member of another stays what only Python can make. */
const standing: ReadonlySet<string> = new Set(["CheckSeverity", "LoadUpdateMode", "DayOfWeek"]);

/** A member of one of the package's enumerations, as the value that it stands for. */
export function apiConstant(enumeration: string, member: string): Value | undefined {
  if (!standing.has(enumeration)) return undefined;
  const members: Readonly<Record<string, Readonly<Record<string, string | number>>>> = enumerations;
  const value = members[enumeration]?.[member];
  return typeof value === "number" ? integer(value) : value === undefined ? undefined : text(value);
}
