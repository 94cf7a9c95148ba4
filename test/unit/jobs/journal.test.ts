import { describe, expect, it } from "vitest";
import { journalText, readJournal } from "../../../src/core/jobs/journal.js";
import type { JobRecord } from "../../../src/core/model/job.js";
import { statusOf } from "../../../src/core/jobs/status.js";
import { at, jobOf } from "./jobs.js";

const records: readonly JobRecord[] = [
  { seq: 1, at, type: "submitted", id: "é" },
  { seq: 2, at, type: "starting", task: "a", attempt: 1 },
];

describe("a journal", () => {
  it("cut at any byte is read up to its last whole record", () => {
    const bytes = new TextEncoder().encode(journalText(records));
    const first = new TextEncoder().encode(journalText(records.slice(0, 1))).length;
    for (let length = 0; length <= bytes.length; length += 1) {
      const read = readJournal(bytes.subarray(0, length));
      expect(read.records).toEqual(length < first ? [] : length < bytes.length ? records.slice(0, 1) : records);
      expect(read.validBytes).toBe(length < first ? 0 : length < bytes.length ? first : bytes.length);
    }
  });

  it("with zeros in its last sector is read up to them", () => {
    const bytes = new TextEncoder().encode(`${journalText(records)}\0\0\0\n`);
    expect(readJournal(bytes).records).toEqual(records);
  });

  it("with a broken line before the last is refused, with what to do", () => {
    const bytes = new TextEncoder().encode(`{"seq":1\n${journalText(records)}`);
    expect(() => readJournal(bytes)).toThrow("Line 1 of the journal is not a record");
  });

  it("from which a record was taken is refused", () => {
    expect(() => statusOf(jobOf({ a: [] }), records.slice(1))).toThrow(
      'Record 2 of job "job" (starting) cannot follow: number 1 is missing.',
    );
  });
});
