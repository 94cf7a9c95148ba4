import { lstatSync, rmSync } from "node:fs";
import { engineCardFormat } from "../formats/engineFiles.js";
import { hintOf } from "../formats/reader.js";
import { hintIfThere, writeWhole } from "./wholeFiles.js";

/** The card of this engine: where it listens. It is a hint, so it is written again whenever it is not what was written. */
export class Card {
  private written = "";

  constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  /** Throws, with a sentence, where a folder with something in it stands in its place. */
  write(): void {
    this.written = "";
    writeWhole(this.file, this.text);
    this.written = this.look();
  }

  get isAsWritten(): boolean {
    return this.written === this.look();
  }

  /** Leaves that of an engine that came after us. */
  remove(): void {
    if (hintOf(engineCardFormat, hintIfThere(this.file))?.pid === process.pid) rmSync(this.file, { force: true });
  }

  /** Tells one file from any other, and from itself once it was written to. */
  private look(): string {
    const facts = lstatSync(this.file, { throwIfNoEntry: false });
    return facts === undefined ? "gone" : `${facts.ino} ${facts.size} ${facts.mtimeMs}`;
  }
}
