import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { proofOf, readToken, tokenFileOf } from "../platform/engineCard.js";
import { makeOwnFolder } from "../platform/ownedFile.js";
import { writeWhole } from "./wholeFiles.js";

/** What this engine proves with that it is its user's own: made anew at each start, in a file that only this user can open. */
export class Token {
  private readonly token = randomBytes(32).toString("hex");
  private readonly file: string;

  constructor(
    private readonly base: string,
    private readonly dataFolder: string,
  ) {
    this.file = tokenFileOf(base, dataFolder);
    for (const own of ["engine", path.join("engine", "tokens")]) makeOwnFolder(path.join(dataFolder, own), dataFolder);
    writeWhole(this.file, this.token);
  }

  /** The answer to a client's question. */
  proof(nonce: string): string {
    return proofOf(this.token, nonce);
  }

  /** Leaves that of an engine that came after us. */
  remove(): void {
    if (readToken(this.base, this.dataFolder) === this.token) rmSync(this.file, { force: true });
  }
}
