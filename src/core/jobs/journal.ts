import { journalLineFormat } from "../../formats/job.js";
import { readText } from "../../formats/reader.js";
import type { JobRecord } from "../model/job.js";

/** Records as lines, each ended by a newline: a line without one was torn by a crash. */
export function journalText(records: readonly JobRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

export interface JournalContent {
  readonly records: readonly JobRecord[];
  /** Bytes that hold whole records; what follows them was torn and is to be cut off. */
  readonly validBytes: number;
}

/**
 * Reads a journal whose last line may be torn. A broken line before the last is no crash's work: it throws,
 * since leaving it out would change what the journal says.
 */
export function readJournal(bytes: Uint8Array): JournalContent {
  const records: JobRecord[] = [];
  let validBytes = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, validBytes)) {
    const record = parsed(new TextDecoder().decode(bytes.subarray(validBytes, end)));
    if (record === undefined) {
      if (end === bytes.length - 1) break;
      throw new Error(
        `Line ${records.length + 1} of the journal is not a record: the file was changed by something else. Put the job's folder aside.`,
      );
    }
    records.push(record);
    validBytes = end + 1;
  }
  return { records, validBytes };
}

const newline = 0x0a;

/** A torn sector may hold zeros and a newline, so that even the last whole line may be no JSON. */
function parsed(line: string): JobRecord | undefined {
  const record = readText(journalLineFormat, line);
  return record.readable ? record.value : undefined;
}
