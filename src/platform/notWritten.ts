import { constants } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";

/** A file or folder could not be written; the message names it, says why and what to do. `code` is the system's own, such as `ENOSPC`. */
class NotWritten extends Error {
  override readonly name = "NotWritten";
  constructor(
    message: string,
    readonly code: string,
    options: { readonly cause: unknown },
  ) {
    super(message, options);
  }
}

/** What a failed write comes to for people; a failure that the system's own words tell best stays as it is. */
export async function asNotWritten(error: unknown, file: string): Promise<unknown> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why = await reasonOf(code, file);
  return why === undefined ? error : new NotWritten(`${file} can't be written: ${why}`, code, { cause: error });
}

async function reasonOf(code: string, file: string): Promise<string | undefined> {
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return `there is no space left on the disk of ${path.dirname(file)}. Free some, then try again.`;
    case "EROFS":
      return `${path.dirname(file)} is read-only. Use a folder that can be written, or mount it so.`;
    case "ENOENT":
    case "EACCES":
    case "EPERM": {
      // Making folders on a read-only disk fails with one of these.
      const above = await nearestFolder(path.dirname(file));
      const denied = await access(above, constants.W_OK).then(
        () => "",
        (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : ""),
      );
      if (denied === "EROFS") return `${above} is read-only. Use a folder that can be written, or mount it so.`;
      return denied === "EACCES" || denied === "EPERM" || code === "EACCES"
        ? `you may not write in ${above}. Ask for the right to, or use another folder.`
        : undefined;
    }
    default:
      return undefined;
  }
}

async function nearestFolder(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  const above = path.dirname(folder);
  return isThere || above === folder ? folder : nearestFolder(above);
}
