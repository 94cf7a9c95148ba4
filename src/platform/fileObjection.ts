import { readFileSync, type Stats } from "node:fs";
import { countOf } from "../core/model/words.js";
import { whoAmI } from "./whoAmI.js";

/** Who asks. */
export interface Reader {
  /** Undefined on Windows, which has other rights than owner and mode: these are not looked at there. */
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

/** What is wrong with a file or folder, as the end of a sentence that begins with its path. */
export interface Objection {
  readonly what: string;
  /** Whether the user may take it as it is by trusting its folder. A pipe, a device and a file without end are never read. */
  readonly mayBeTrusted: boolean;
}

type Facts = Pick<Stats, "uid" | "gid" | "mode">;

export const thisReader: Reader = { uid: process.getuid?.(), gid: process.getgid?.() };

/** What speaks against a file's content being believed; undefined: nothing. @param limit bytes */
export function objectionToFile(facts: Stats, limit: number, reader = thisReader): Objection | undefined {
  if (!facts.isFile()) return { what: `is not a regular file but ${kindOf(facts)}`, mayBeTrusted: false };
  if (facts.size > limit)
    return { what: `is larger than ${limit / 1024} KB (${countOf(facts.size, "byte")})`, mayBeTrusted: false };
  const others = objectionToOwner(facts, "orRoot", reader) ?? objectionToWriters(facts, reader);
  return others === undefined ? undefined : { what: others, mayBeTrusted: true };
}

/** What speaks against a file that holds a secret: others may not even read it, and no trust makes up for that. */
export function objectionToSecret(facts: Stats, limit: number, reader = thisReader): Objection | undefined {
  if (!facts.isFile()) return { what: `is not a regular file but ${kindOf(facts)}`, mayBeTrusted: false };
  const what =
    objectionToOwner(facts, "only", reader) ??
    (reader.uid !== undefined && (facts.mode & 0o077) !== 0
      ? `can be opened by others (mode ${octal(facts.mode)})`
      : facts.size > limit
        ? `is larger than ${countOf(limit, "byte")}`
        : undefined);
  return what === undefined ? undefined : { what, mayBeTrusted: false };
}

/** Whether everybody may replace what lies in a folder, whoever owns it. In a sticky one, such as `/tmp`, only owners may. */
export function anybodyReplaces({ mode }: Pick<Stats, "mode">): boolean {
  return thisReader.uid !== undefined && (mode & 0o002) !== 0 && (mode & 0o1000) === 0;
}

/** @param whom `orRoot`: what root owns counts as the system's, which decides what runs anyway */
export function objectionToOwner(
  { uid }: Pick<Stats, "uid">,
  whom: "only" | "orRoot",
  reader = thisReader,
): string | undefined {
  if (reader.uid === undefined || uid === reader.uid || (whom === "orRoot" && uid === 0)) return undefined;
  return `belongs to ${uid === 0 ? "root" : `the user with number ${uid}`}, not to you (${nameOf(reader.uid)})`;
}

function objectionToWriters(facts: Facts, reader: Reader): string | undefined {
  if (reader.uid === undefined) return undefined;
  const group = (facts.mode & 0o020) !== 0 && !isPrivateGroup(facts.gid, reader);
  if ((facts.mode & 0o002) === 0 && !group) return undefined;
  return `can be written by ${(facts.mode & 0o002) === 0 ? `the group with number ${facts.gid}` : "everybody"} (mode ${octal(facts.mode)})`;
}

/** Many systems give each user a group of their own, and make files that this group may write. */
function isPrivateGroup(gid: number, { uid, gid: own }: Reader): boolean {
  return gid === own && gid === uid && !hasOtherMembers(gid);
}

function hasOtherMembers(gid: number): boolean {
  let groups: string;
  try {
    groups = readFileSync("/etc/group", "utf8");
  } catch (error) {
    // A container without a list of groups has no members in any.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
  const members = groups.split("\n").flatMap((line) => {
    const [, , number, names = ""] = line.split(":");
    return Number(number) === gid ? names.split(",").filter((name) => name !== "") : [];
  });
  return members.some((name) => name !== whoAmI().name);
}

export function octal(mode: number): string {
  return (mode & 0o7777).toString(8).padStart(3, "0");
}

function nameOf(uid: number): string {
  const { name } = whoAmI();
  return name === String(uid) ? `number ${uid}` : name;
}

function kindOf(facts: Stats): string {
  if (facts.isDirectory()) return "a folder";
  if (facts.isFIFO()) return "a pipe";
  return facts.isSocket() ? "a socket" : "a device";
}
