/**
 * The one way to open files that decide what runs or where a secret goes: a neighbour on this machine, or whoever made an archive or a clone, may have
 * put them there. git's `safe.directory` is the model. A file is opened first, and what was opened is judged: nobody can change it in between.
 *
 * Whatever is refused is one sentence: which check failed, on which path, and how to allow it.
 */
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  statSync,
  type Stats,
} from "node:fs";
import path from "node:path";
import { NotTrusted } from "../core/index.js";
import {
  anybodyReplaces,
  objectionToFile,
  objectionToOwner,
  octal,
  thisReader,
  type Objection,
} from "./fileObjection.js";
import { contentOf, openPlain } from "./plainOpen.js";
import { isWithin } from "./realPaths.js";
import { userTrust, type Trust } from "./trustedFolders.js";

/** Whose file may be read, and how much of it. */
export interface Owned {
  /** Absolute; what is opened lies in it after links too, and it is what a user trusts. */
  readonly folder: string;
  /** Bytes. */
  readonly limit: number;
  readonly trust?: Trust;
  /** `any`: of a folder that only its owner may enter, which has been checked; by default owner and mode of the file count. */
  readonly owner?: "any";
}

const kilobyte = 1024;

/** Bytes that files of ours never reach. */
export const limits = {
  /** `engine.json`, `lock.<n>`, `pid.json`, `exit.json`, `state.json`, `origin`. */
  card: 64 * kilobyte,
  token: kilobyte,
  job: 256 * 1024 * kilobyte,
  journal: 256 * 1024 * kilobyte,
} as const;

/** A file's bytes; undefined where it is not there. Throws {@link NotTrusted}. */
export function readOwned(file: string, owned: Owned): Buffer | undefined {
  const opened = openOwned(file, owned);
  if (opened === undefined) return undefined;
  try {
    return contentOf(opened, owned.limit);
  } finally {
    closeSync(opened);
  }
}

/**
 * As {@link readOwned}, of a hint of ours, which is made anew where it says nothing: where something of the user's own lies there that no hint can be (a folder, a
 * pipe, a file without end or without rights), that is as if nothing did. Throws {@link NotTrusted} where it is another's.
 */
export function readHint(file: string, owned: Owned): Buffer | undefined {
  try {
    return readOwned(file, owned);
  } catch (error) {
    const { trust = userTrust } = owned;
    const isOurs = (): boolean => isOwn(lstatSync(file, { throwIfNoEntry: false })) || trust(owned.folder);
    if ((error instanceof NoSuchFile || codeOf(error) === "EACCES") && isOurs()) return undefined;
    throw error;
  }
}

/** It is of a kind, or of a size, that no trust makes up for. */
class NoSuchFile extends NotTrusted {}

function isOwn(facts: Stats | undefined): boolean {
  return facts === undefined || thisReader.uid === undefined || facts.uid === thisReader.uid;
}

/**
 * Opens a file for reading, or for appending too; undefined where it is not there and is not to be made. Throws {@link NotTrusted}.
 *
 * @param how `append` makes it where it is missing, for the user alone, and never follows a link
 */
export function openOwned(file: string, owned: Owned, how: "read" | "append" = "read"): number | undefined {
  const { folder, limit, trust = userTrust } = owned;
  const refuse = (objection: Objection, isAllowed = objection.mayBeTrusted && trust(folder)): void => {
    if (!isAllowed) throw refusal(file, objection, folder);
  };
  const opened = how === "append" ? openForAppend(file, owned) : openWithin(file, folder, refuse);
  if (opened === undefined) return undefined;
  try {
    const objection = objectionToFile(fstatSync(opened), limit);
    if (objection !== undefined) refuse(objection, objection.mayBeTrusted && (owned.owner === "any" || trust(folder)));
    return opened;
  } catch (error) {
    closeSync(opened);
    throw error;
  }
}

/**
 * Throws {@link NotTrusted} where a folder of ours, such as `.air-executor`, is another's or can be replaced by everybody. False where it is not there.
 *
 * @param folder the one that it was made for, which a user trusts
 */
export function checkOwnFolder(own: string, folder: string, trust: Trust = userTrust): boolean {
  const facts = factsOf(own);
  if (facts === undefined) return false;
  const objection = objectionToOwnFolder(own, folder, facts);
  if (objection !== undefined && !(objection.mayBeTrusted && trust(folder))) throw refusal(own, objection, folder);
  return true;
}

/** Makes a folder of ours where it is not there, and shuts others out of one that is. Throws as {@link checkOwnFolder}. */
export function makeOwnFolder(own: string, folder: string, trust: Trust = userTrust): void {
  mkdirSync(own, { recursive: true, mode: 0o700 });
  checkOwnFolder(own, folder, trust);
  if (thisReader.uid === undefined) return;
  const facts = statSync(own);
  if ((facts.mode & 0o077) === 0 || facts.uid !== thisReader.uid) return; // Else another's, whom the user trusts.
  chmodSync(own, facts.mode & 0o700);
  const { mode } = statSync(own);
  if ((mode & 0o077) === 0 || trust(folder)) return;
  const what = `can be opened by others (mode ${octal(mode)}), and its file system keeps no other mode`;
  throw refusal(own, { what, mayBeTrusted: true }, folder);
}

/** Makes a folder that nobody else may enter; false where something else has its name: a file, a link, another user's, or one that others may enter. */
export function takePrivateFolder(own: string): boolean {
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === "EEXIST" || codeOf(error) === "ENOTDIR") return false;
    throw error;
  }
  const facts = lstatSync(own);
  const isPrivate = thisReader.uid === undefined || (facts.mode & 0o077) === 0;
  return facts.isDirectory() && isPrivate && objectionToOwner(facts, "only") === undefined;
}

function objectionToOwnFolder(own: string, folder: string, facts: Stats): Objection | undefined {
  if (!facts.isDirectory()) return { what: "is not a folder", mayBeTrusted: false };
  const real = realpathSync(own);
  const above = path.dirname(real);
  const { mode } = statSync(above);
  const what = !isWithin(real, folder)
    ? `leads out of ${folder}, to ${real}`
    : (objectionToOwner(facts, "only") ??
      (anybodyReplaces({ mode })
        ? `lies in ${above}, where everybody may replace it (mode ${octal(mode)})`
        : undefined));
  return what === undefined ? undefined : { what, mayBeTrusted: true };
}

/** Whether every user may enter a folder, each above it included; false on Windows, and where it is not there. */
export function isReadByAll(folder: string): boolean {
  if (thisReader.uid === undefined || factsOf(folder) === undefined) return false;
  for (let place = realpathSync(folder); ; place = path.dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return false;
    if (place === path.dirname(place)) return true;
  }
}

/** Whether a search upwards for `aqueduct.json` ends at a folder: what lies above belongs to somebody else, or to everybody as `/tmp` does. */
export function endsSearch(folder: string): boolean {
  const above = path.dirname(folder);
  if (above === folder) return true;
  if (thisReader.uid === undefined) return false;
  const [here, there] = [factsOf(folder), factsOf(above)];
  if (here === undefined || there === undefined) return false;
  return here.uid !== there.uid || (there.mode & 0o1002) === 0o1002;
}

function refusal(file: string, { what, mayBeTrusted }: Objection, folder: string): NotTrusted {
  if (!mayBeTrusted) return new NoSuchFile(file, `${file} ${what}, so it is not used. Move it away.`);
  return new NotTrusted(
    file,
    `${file} ${what}, so it is not used. If you trust everybody who can write there, allow its folder: aqueduct trust ${shellWord(folder)} (in CI and containers: AQUEDUCT_TRUST_FOLDERS=${shellWord(folder)}; in VS Code: open the folder and trust it).`,
  );
}

/** As a shell takes it as one word. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function openWithin(file: string, folder: string, refuse: (objection: Objection) => void): number | undefined {
  const opened = openPlain(file, constants.O_RDONLY);
  if (opened === undefined) return undefined;
  if (opened === "special") throw refusal(file, special, folder);
  if (opened !== "link" && isWithin(path.dirname(file), folder)) return opened;
  if (opened !== "link") closeSync(opened);
  const real = targetOf(file, folder);
  if (real === undefined) return undefined;
  if (!isWithin(real, folder)) refuse({ what: `leads out of ${folder}, to ${real}`, mayBeTrusted: true });
  const target = openPlain(real, constants.O_RDONLY);
  // Both were something else a moment ago.
  if (target === "link" || target === "special") throw refusal(file, special, folder);
  return target;
}

function openForAppend(file: string, { folder, trust = userTrust }: Owned): number {
  const beside = path.dirname(file);
  if (!isWithin(beside, folder) && !trust(folder))
    throw refusal(file, { what: `leads out of ${folder}, to ${realpathSync(beside)}`, mayBeTrusted: true }, folder);
  const opened = openPlain(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT);
  if (typeof opened === "number") return opened;
  if (opened === undefined) throw new Error(`${beside} is not there any more.`);
  throw refusal(file, opened === "link" ? { what: "is a link", mayBeTrusted: false } : special, folder);
}

const special: Objection = { what: "is not a regular file", mayBeTrusted: false };

/** Where a link leads; undefined: to nothing. */
function targetOf(file: string, folder: string): string | undefined {
  try {
    return realpathSync(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    if (codeOf(error) === "ELOOP") throw refusal(file, { what: "is a link to itself", mayBeTrusted: false }, folder);
    throw error;
  }
}

function factsOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
