import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { writeExclusively } from "./wholeFiles.js";

/** Tells jobs that this user submitted on this machine from such as came with a clone or a copy of a folder: those are never started by themselves. */
export class Origin {
  private constructor(private readonly key: Buffer) {}

  /** @param dataFolder the user's own; a key is kept there */
  static of(dataFolder: string): Origin {
    const file = path.join(dataFolder, "engine", "key");
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeExclusively(file, randomBytes(32).toString("hex"));
    return new Origin(readFileSync(file));
  }

  /** What only we can write for a job in this place. */
  mark(jobs: string, name: string): string {
    return createHmac("sha256", this.key)
      .update(`${realpathSync(jobs)}\0${name}`)
      .digest("hex");
  }
}
