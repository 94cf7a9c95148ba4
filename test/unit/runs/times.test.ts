import { describe, expect, it } from "vitest";
import { scheduleWords } from "../../../src/core/airflow/cron/words.js";
import { durationBetween, shortTime } from "../../../src/core/runs/times.js";

describe("times of runs", () => {
  it("are written in the reader's time", () => {
    expect(shortTime("2026-11-25T23:03:22Z", { locale: "en", timeZone: "Europe/Berlin" })).toBe("Nov 26, 00:03:22");
  });

  it("that are none are shown as they are", () => {
    expect(shortTime("soon")).toBe("soon");
  });

  it("are not guessed where an end is missing", () => {
    expect(durationBetween("2026-11-25T23:03:22Z", null)).toBeUndefined();
  });
});

describe("a schedule in words", () => {
  it.each([
    ["0 3 * * *", "at 03:00 UTC"],
    ["*/5 * * * *", "every 5 minutes"],
    ["30 14 * * 1", "at 14:30 UTC, on Monday"],
    [null, "started by hand"],
    ["@daily-ish", "@daily-ish"],
  ])("of %s is %s", (schedule, words) => {
    expect(scheduleWords(schedule)).toBe(words);
  });
});

describe("a schedule of several times", () => {
  it("has its zone once, behind the last time", () => {
    expect(scheduleWords("0 3,15 * * *")).toBe("at 03:00 and 15:00 UTC");
  });
});
