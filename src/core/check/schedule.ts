import { readSchedule } from "../airflow/cron/schedule.js";
import { problem, type Rule } from "./rule.js";

/** What Airflow would refuse where it imports the DAG, and what it reads otherwise than one would. */
export const schedule: Rule = ({ facts }) =>
  facts.publications.flatMap(({ schedule: cron, range }) => {
    if (cron === null || cron === undefined) return [];
    const read = readSchedule(cron);
    if ("fault" in read) return [problem("bad-schedule", "error", read.fault, range)];
    return read.notes.map((note) => problem("schedule-read-otherwise", "information", note, range));
  });
