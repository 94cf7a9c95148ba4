import { closeSync, fdatasyncSync, ftruncateSync, readFileSync, writeSync } from "node:fs";
import { journalText, readJournal } from "../core/index.js";
import type { JobRecord } from "../core/model/job.js";
import { limits, openOwned } from "../platform/ownedFile.js";
import { below } from "./wholeFiles.js";

/** The append-only journal of one job. One daemon at a time has it open. */
export class JournalFile {
  private isOpen = true;

  private constructor(
    private readonly file: number,
    /** What it held when it was opened. */
    readonly records: readonly JobRecord[],
  ) {}

  /** Opens or creates it, never through a link; a line that a crash tore is cut off. */
  static open(path: string): JournalFile {
    const file = openOwned(path, below(path, limits.journal), "append");
    if (file === undefined) throw new Error(`${path} can't be opened.`);
    const bytes = readFileSync(file);
    const { records, validBytes } = readJournal(bytes);
    if (validBytes < bytes.length) ftruncateSync(file, validBytes);
    return new JournalFile(file, records);
  }

  /** On the disk when this returns, unless all that is told is that a process runs: its `pid.json` says so too. */
  append(records: readonly JobRecord[]): void {
    if (records.length === 0) return;
    const bytes = Buffer.from(journalText(records));
    for (let written = 0; written < bytes.length; ) written += writeSync(this.file, bytes, written);
    if (records.some(({ type }) => type !== "started")) fdatasyncSync(this.file);
  }

  /** Nothing more can be appended. Can be called again. */
  close(): void {
    if (this.isOpen) closeSync(this.file);
    this.isOpen = false;
  }
}
