import { mkdirSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readText } from "../formats/reader.js";
import { trustedFoldersFormat } from "../formats/userFiles.js";
import { userDataFolder } from "./userData.js";
import { isWithin, realOf } from "./realPaths.js";
import { readUserFile } from "./userFile.js";
import { homeFolder } from "./whoAmI.js";

/** Whether a folder is taken as it is, whoever owns what lies in it. */
export type Trust = (folder: string) => boolean;

/** The variable of continuous integration and of containers: folders, separated as in PATH; `*` stands for all. */
export const trustVariable = "AQUEDUCT_TRUST_FOLDERS";

/** What the user has trusted by the variable, and by `aqueduct trust`. Read anew at each question: a grant counts at once. */
export const userTrust: Trust = (folder) => {
  const named = (process.env[trustVariable] ?? "").split(path.delimiter).filter((name) => name !== "");
  return named.includes("*") || [...named, ...trustedFolders()].some((trusted) => isWithin(folder, trusted));
};

/** For what decides nothing: graphs of a folder that nobody has trusted. */
export const everybodysTrust: Trust = () => true;

/** The folders on the user's own list, in its order. */
export function trustedFolders(file = listFile()): readonly string[] {
  const text = file === undefined ? undefined : readUserFile(file, listLimit, "settings")?.toString("utf8");
  if (file === undefined || text === undefined) return [];
  const list = readText(trustedFoldersFormat, text);
  if (list.readable) return list.value.folders;
  throw new Error(`${file} can't be read: ${list.why}. Fix it, or delete it and trust your folders again.`);
}

/** Adds a folder, by its real path, which it returns. @param folder absolute, and there */
export function trustFolder(folder: string): string {
  const real = realpathSync(folder);
  const listed = trustedFolders();
  if (!listed.includes(real)) writeList([...listed, real]);
  return real;
}

/** Takes a folder off the list; false where it is not on it. @param folder absolute; may be gone */
export function distrustFolder(folder: string): boolean {
  const listed = trustedFolders();
  const left = listed.filter((one) => one !== realOf(folder) && one !== folder);
  if (left.length < listed.length) writeList(left);
  return left.length < listed.length;
}

function writeList(folders: readonly string[]): void {
  const file = path.join(userDataFolder(), listName);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify({ format: 1, folders }, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  renameSync(temporary, file);
}

/** Undefined where the user has no home, and so no list. */
function listFile(): string | undefined {
  const isSet = process.env[process.platform === "win32" ? "LOCALAPPDATA" : "XDG_DATA_HOME"] !== undefined;
  return isSet || homeFolder() !== undefined ? path.join(userDataFolder(), listName) : undefined;
}

const listName = "trusted-folders.json";
const listLimit = 1024 * 1024;
