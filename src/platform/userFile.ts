import { closeSync, constants, fstatSync } from "node:fs";
import { NotTrusted } from "../core/index.js";
import { objectionToFile, objectionToSecret } from "./fileObjection.js";
import { contentOf, openPlain } from "./plainOpen.js";

/**
 * The bytes of a file in the user's own data folder; undefined where it is not there. No trust makes up for a failed check: throws {@link NotTrusted}.
 *
 * @param limit bytes
 * @param kind `secret`: nobody else may even read it
 */
export function readUserFile(file: string, limit: number, kind: "secret" | "settings"): Buffer | undefined {
  const opened = openPlain(file, constants.O_RDONLY);
  if (opened === undefined) return undefined;
  if (opened === "link") throw refused(file, "is a link");
  if (opened === "special") throw refused(file, "is not a regular file");
  try {
    const judge = kind === "secret" ? objectionToSecret : objectionToFile;
    const objection = judge(fstatSync(opened), limit);
    if (objection !== undefined) throw refused(file, objection.what);
    return contentOf(opened, limit);
  } finally {
    closeSync(opened);
  }
}

function refused(file: string, what: string): NotTrusted {
  return new NotTrusted(
    file,
    `${file} ${what}, so it is not used. It must be a file of yours that nobody else can change: delete it, or set XDG_DATA_HOME to a folder that is yours alone.`,
  );
}
