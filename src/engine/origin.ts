import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { limits } from "../platform/ownedFile.js";
import { readUserFile } from "../platform/userFile.js";
import { writeExclusively } from "./wholeFiles.js";

/** Tells jobs that this user submitted on this machine from such as came with a clone or a copy of a folder: those are never started by themselves. */
export class Origin {
  private constructor(private readonly key: Buffer) {}

  /** @param dataFolder the user's own; a key is kept there */
  static of(dataFolder: string): Origin {
    const file = path.join(dataFolder, "engine", "key");
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeExclusively(file, randomBytes(32).toString("hex"));
    const key = readUserFile(file, limits.token, "secret");
    if (key === undefined) throw new Error(`${file} is not there any more. Try again.`);
    return new Origin(key);
  }

  /** What only we can write for this very submission in this place. @param submission the text of its `job.json` */
  mark(jobs: string, name: string, submission: string): string {
    return createHmac("sha256", this.key)
      .update(`${realpathSync(jobs)}\0${name}\0${submission}`)
      .digest("hex");
  }
}
