import * as v from "valibot";
import { isObject, type Schema } from "./schema.js";

/** What came of reading something that lies in a file or crossed a socket. */
export type Readable<T> = { readonly readable: true; readonly value: T } | Unreadable;

/** Why something can't be read. No value of it is repeated: it may be a secret. */
export interface Unreadable {
  readonly readable: false;
  /** The member that is wrong, such as `artifacts[0].size`; empty: all of it. */
  readonly where: string;
  /** What is wrong, as a sentence with its place, without a full stop. */
  readonly why: string;
  /** The number of a format that only a newer version reads. */
  readonly newer?: number;
}

/** One thing that is read: a file, an object of a store, a message. */
export interface Format<T> {
  /** What it is called in sentences, such as "a manifest". */
  readonly name: string;
  readonly schema: Schema<T>;
  /** The number that stands in its member `format`; left out where it has none, as a message. */
  readonly number?: number;
}

/** The value of a format that is what it should be, or where it is not. */
export function read<T>({ schema, name, number }: Format<T>, value: unknown): Readable<T> {
  const newer = number === undefined ? undefined : newerThan(number, value);
  if (newer !== undefined)
    return {
      readable: false,
      where: "format",
      why: `it has format ${newer}, and this Aqueduct reads up to ${number ?? 0}: update it`,
      newer,
    };
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { readable: true, value: result.output };
  const issue = deepest(result.issues[0]);
  const where = placeOf(issue);
  return { readable: false, where, why: sentence(name, where, issue) };
}

/** As {@link read}, of JSON text. */
export function readText<T>(format: Format<T>, source: string): Readable<T> {
  let value: unknown;
  try {
    value = JSON.parse(source.startsWith("\uFEFF") ? source.slice(1) : source);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { readable: false, where: "", why: source.trim() === "" ? "it is empty" : "it is not JSON" };
  }
  return read(format, value);
}

/** A hint: what is not there or can't be read is made anew, so that nobody need know why. */
export function hintOf<T>(format: Format<T>, source: string | undefined): T | undefined {
  const readable = source === undefined ? undefined : readText(format, source);
  return readable?.readable === true ? readable.value : undefined;
}

/** Something that had to be read and can't be. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
  /** @param what the file, the key or the message that can't be read, for people */
  constructor(
    readonly what: string,
    readonly unreadable: Unreadable,
  ) {
    super(`${what} can't be read: ${unreadable.why}.`);
  }
}

/** @param what as for {@link UnreadableError}, which is thrown where it can't be read */
export function valueOf<T>(readable: Readable<T>, what: string): T {
  if (readable.readable) return readable.value;
  throw new UnreadableError(what, readable);
}

function newerThan(number: number, value: unknown): number | undefined {
  const found = isObject(value) ? value["format"] : undefined;
  return typeof found === "number" && Number.isSafeInteger(found) && found > number ? found : undefined;
}

function sentence(name: string, where: string, issue: v.BaseIssue<unknown>): string {
  if (where === "") return `it is not ${name}`;
  return isMissing(issue) ? `${where} is missing` : `${where} is not ${issue.message}`;
}

/** Whether a member is not there at all: JSON has no value of that kind. */
export function isMissing({ received }: v.BaseIssue<unknown>): boolean {
  return received === "undefined";
}

/** Of a choice whose options all failed, the one that went furthest in is the one that was meant; it did not fail at the member that tells them apart. */
function deepest(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const path = issue.path ?? [];
  const within = (issue.type === "union" ? (issue.issues ?? []) : []).map((inner) => {
    const found = deepest(inner);
    return { ...found, path: [...path, ...(found.path ?? [])] as [v.IssuePathItem, ...v.IssuePathItem[]] };
  });
  const most = Math.max(0, ...within.map((inner) => inner.path.length));
  const meant = within.filter((inner) => inner.path.length === most);
  const found = meant.find(({ type }) => type !== "null" && type !== "literal") ?? meant[0];
  return found !== undefined && most > path.length ? found : issue;
}

function placeOf({ path }: v.BaseIssue<unknown>): string {
  const steps: readonly v.IssuePathItem[] = path ?? [];
  return steps
    .map(({ key }, at) => (typeof key === "number" ? `[${key}]` : `${at === 0 ? "" : "."}${String(key)}`))
    .join("");
}
