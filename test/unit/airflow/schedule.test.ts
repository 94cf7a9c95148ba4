import { describe, expect, it } from "vitest";
import { readSchedule, trimSchedule } from "../../../src/core/airflow/cron/schedule.js";
import { scheduleWords } from "../../../src/core/airflow/cron/words.js";

/** What test/runtime/cron proves against Airflow's own library on thousands of schedules stands here by name. */
describe("a schedule", () => {
  it.each([
    ["22-2", "0 22-2 * * *", "0 22-23,0-2 * * *"],
    ["a start with a step", "5/15 * * * *", "5-59/15 * * * *"],
    ["a step that is larger than its field", "0 8 */80 * *", "0 8 1 * *"],
    ["a weekend around Sunday", "0 0 * * SAT-MON", "0 0 * * 6,0-1"],
    ["all days of the month beside one of the week", "0 0 */1 * 5", "0 0 * * *"],
    ["a day that its months never have, beside one of the week", "0 0 30 2 1", "0 0 * 2 1"],
    ["both days, one of them with a star", "0 0 */2 * 1", "0 0 1-31/2 * 1"],
    ["a question mark", "0 12 ? * MON", "0 12 * * MON"],
  ])("with %s is published as all read it alike", (_what, written, cron) => {
    expect(readSchedule(written)).toMatchObject({ cron });
  });

  it.each(["0 3 * * *", "*/15 9-17 1,15 * *", "0 6 * * MON-FRI", "0 0 L * *", "0 0 * * L5", "0 0 * JAN,JUL 1#2"])(
    "that all read alike stays as it is: %s",
    (written) => {
      expect(readSchedule(written)).toEqual({ cron: written, notes: [] });
    },
  );

  it.each([
    ["0 0 * * 5L", "Airflow does not read 5L. Write L5 for the last one of a month."],
    ["0 0 * * fri#l", "Airflow does not read fri#l. Write L5 for the last one of a month."],
    ["0 0 LW * *", "is read by some versions of Airflow only. Write a day such as 15, or days of the week."],
    ["0 0 * * 1,3,5#2", "1 cannot stand beside days of the week with # or L. Write each of them with # or L"],
    ["0 0 1-7 * *,5#1", "the day of month and *,5#1 would both have to hold"],
    ["0 0 * * FRIDAY", "FRIDAY is not a valid day of week (0 to 7, or SUN to SAT)."],
    ["*/0 * * * *", "the step of */0 is 0."],
    ["1,,2 * * * *", "nothing stands beside a comma of the minute."],
    ["R * * * *", "R stands for a number that is chosen at random whenever it is read. Write a number."],
    ["H * * * *", "H stands for a number that is chosen by a hash. Write a number."],
    ["0 0 * * 1#6", "1#6 counts to 6, and no month has more than five of a day of week."],
    ["0 ? * * *", "? stands alone, as day of month or day of week."],
    ["0 0 1 * 5#3", "no such day ever comes."],
    ["@Weekly", "Write '0 0 * * 0'."],
  ])("%s is none, and what to write is said", (written, said) => {
    const read = readSchedule(written);
    expect("fault" in read ? read.fault : "").toContain(said);
  });

  it("that Airflow reads otherwise than one would says so", () => {
    expect(readSchedule("0 0 15 * 5#3")).toEqual({
      cron: "0 0 * * 5#3",
      notes: ["Airflow goes by 5#3 alone and not by the day of month. Write * for the day of month."],
    });
    expect(readSchedule("0 10 8-14 * MON")).toEqual({
      cron: "0 10 8-14 * MON",
      notes: [
        "Airflow takes days 8 to 14 of the month, and every Monday as well. Write * for the day of month and 1#2 for the day of week, if one day of each month is meant.",
      ],
    });
    expect(readSchedule("0 0 1 11-3/3 *")).toEqual({
      cron: "0 0 1 11,3 *",
      notes: [
        "Versions of Airflow differ in what 11-3/3 means. It is published as 11,3: write the values that you mean.",
      ],
    });
    expect(readSchedule("0 10 2-8 * 1")).toMatchObject({ notes: [] });
  });

  it("loses the blanks around and between its fields, and no other characters", () => {
    expect(trimSchedule("\t0  3 * * *\n")).toBe("0 3 * * *");
    expect(trimSchedule(" \n")).toBe("");
    expect(trimSchedule("0 3 * * *\u00a0")).toBe("0 3 * * *\u00a0");
  });
});

describe("words of a schedule", () => {
  it.each([
    ["* * * * *", "every minute"],
    ["0 * * * *", "every hour"],
    ["*/15 * * * *", "every 15 minutes"],
    ["*/45 * * * *", "at minutes 0 and 45 of every hour"],
    ["7 * * * *", "at minute 7 of every hour"],
    ["0 */3 * * *", "every 3 hours from 00:00 UTC"],
    ["0 */5 * * *", "at 00:00, 05:00, 10:00, 15:00 and 20:00 UTC"],
    ["*/20 8-10,20 * * *", "every 20 minutes of the hours 8 to 10 and 20 UTC"],
    ["0 0 */1 * 5", "at 00:00 UTC"],
    ["0 6 * * MON-FRI", "at 06:00 UTC, on Monday to Friday"],
    ["0 0 * * SAT-MON", "at 00:00 UTC, on Monday, Saturday and Sunday"],
    ["0 0 1,15 * 5", "at 00:00 UTC, on days 1 and 15 of the month, and also on Friday"],
    ["0 0 15,L * *", "at 00:00 UTC, on day 15 and the last day of the month"],
    ["0 0 * * 1#1,L5", "at 00:00 UTC, on the first Monday and the last Friday of the month"],
    ["0 0 1 */3 *", "at 00:00 UTC, on day 1 of the month, in January, April, July and October"],
    ["60 * * * *", "60 * * * *"],
  ])("of %s are %s", (schedule, words) => {
    expect(scheduleWords(schedule)).toBe(words);
  });
});
