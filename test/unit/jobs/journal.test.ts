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

describe("a line of a journal", () => {
  const lines = (...texts: readonly string[]): Uint8Array =>
    new TextEncoder().encode(texts.map((line) => `${line}\n`).join(""));

  it("is JSON with a newline at its end", () => {
    expect(journalText(records)).toBe(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    expect(readJournal(new Uint8Array())).toEqual({ records: [], validBytes: 0 });
  });

  it.each(["null", "7", '"text"', '{"seq":1,"type":"x"}', '{"seq":1,"at":"x"}', '{"type":"x","at":"x"}'])(
    "is no record where it is %s",
    (line) => {
      const good = JSON.stringify(records[0]);
      expect(() => readJournal(lines(good, line, good))).toThrow(
        "Line 2 of the journal is not a record: the file was changed by something else. Put the job's folder aside.",
      );
      expect(readJournal(lines(good, line))).toEqual({ records: [records[0]], validBytes: lines(good).length });
    },
  );
});
