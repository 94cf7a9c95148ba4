import { countOf } from "../../model/words.js";
import { fieldRules, readField, type CronFault, type Item } from "./fields.js";

/** A schedule as Airflow's own cron library reads it; `src/runtime/aqueduct/cron.py` says the same sentences. */
export type ScheduleReading =
  | {
      /** The same times in five fields that every reader of cron reads alike, older versions of Airflow's included. */
      readonly cron: string;
      /** What one would read otherwise, as sentences. */
      readonly notes: readonly string[];
    }
  | { readonly fault: string };

/** The fields with one blank between them; empty for a text of blanks alone. Only what is a blank for cron counts as one. */
export function trimSchedule(text: string): string {
  return (text.match(/[^ \t\n\r\f\v]+/g) ?? []).join(" ");
}

/** @param schedule trimmed */
export function readSchedule(schedule: string): ScheduleReading {
  const read = read5(schedule);
  if (!("fault" in read)) return read;
  const { fault, advice = fiveFields } = read;
  return { fault: `"${schedule}" is not a valid schedule: ${fault}. ${advice}` };
}

const fiveFields =
  "Write five fields (minute, hour, day of month, month, day of week; UTC) such as '0 3 * * *', or daily(hour=3).";

const presets: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@quarterly": "0 0 1 1,4,7,10 *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

type Read = Exclude<ScheduleReading, { fault: string }> | CronFault;

const byHand: ReadonlySet<string> = new Set(["@once", "@continuous", "@none", "@reboot", "none", "null", "manual"]);
const zone = /^(?:(?:CRON_)?TZ=.*|UTC|GMT|[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+[0-9]*)$/s;

/** What to write for what Airflow and other programs take, beside cron. */
function advice(schedule: string, texts: readonly string[]): string {
  if (byHand.has(schedule)) return "Leave schedule= out: a workflow without one runs when it is triggered.";
  if ([texts.at(0), texts.at(-1)].some((text) => text !== undefined && zone.test(text)))
    return "Schedules are in UTC: take the zone out, and write the hours in UTC.";
  return fiveFields;
}

function read5(schedule: string): Read {
  const preset = new Map(Object.entries(presets)).get(schedule.toLowerCase());
  if (preset !== undefined) return { fault: "it is a name, not cron of five fields", advice: `Write '${preset}'.` };
  const texts = schedule.split(" ");
  if (texts.length !== 5) {
    const fault = texts.length === 1 ? "it is not cron" : `it has ${countOf(texts.length, "field")}`;
    return { fault, advice: advice(schedule.toLowerCase(), texts) };
  }
  const fields: Item[][] = [];
  for (const [index, rule] of fieldRules.entries()) {
    const read = readField(texts[index] ?? "", rule);
    if ("fault" in read) return read;
    fields.push([...read]);
  }
  const [minute = [], hour = [], monthDays = [], months = [], weekDays = []] = fields;
  const days = judgeDays({ monthDays, months, weekDays }, texts[2] ?? "", texts[4] ?? "");
  if ("fault" in days) return days;
  const plain = [plainOf(minute, 60), plainOf(hour, 24), days.month, plainOf(months, 12), days.week];
  const notes = fields.flatMap((items) => items.flatMap(({ note }) => note ?? []));
  return { cron: plain.join(" "), notes: [...new Set([...notes, ...days.notes])] };
}

interface DayFields {
  readonly monthDays: readonly Item[];
  readonly months: readonly Item[];
  readonly weekDays: readonly Item[];
}

interface PlainDays {
  readonly month: string;
  readonly week: string;
  readonly notes: readonly string[];
}

/** Airflow takes a day where one of both fields does, unless one of them is a star; days that are counted (`5#3`) hold beside both. */
function judgeDays(fields: DayFields, monthText: string, weekText: string): PlainDays | CronFault {
  const { monthDays, weekDays } = fields;
  const counted = weekDays.filter(({ nth }) => nth !== undefined);
  const [other] = valuesOf(weekDays)
    .filter((day) => day !== "*" && !counted.some(({ values }) => values.includes(day)))
    .toSorted();
  if (counted.length > 0 && other !== undefined && valuesOf(weekDays).length !== 7)
    return {
      fault: `${other} cannot stand beside days of the week with # or L`,
      advice: "Write each of them with # or L, or publish two workflows.",
    };
  const anyDay = isStar(monthDays, 31, weekText);
  const anyWeekDay = isStar(weekDays, 7, monthText);
  if (counted.length > 0 && anyWeekDay && !anyDay)
    return {
      fault: `the day of month and ${weekText} would both have to hold, which cron has no common way to say`,
      advice: "Write * for one of them.",
    };
  if (!anyDay && (anyWeekDay || counted.length > 0) && !comes(fields, counted))
    return { fault: "no such day ever comes" };
  if (counted.length > 0) {
    const week = counted.map(({ plain }) => plain).join();
    const notes = anyDay
      ? []
      : [`Airflow goes by ${week} alone and not by the day of month. Write * for the day of month.`];
    return { month: "*", week, notes };
  }
  if (anyDay || anyWeekDay)
    return {
      month: anyDay || coversMonth(monthDays) ? "*" : listOf(monthDays),
      week: anyWeekDay ? "*" : plainOf(weekDays, 7),
      notes: [],
    };
  if (coversMonth(monthDays) || valuesOf(weekDays).length === 7) return { month: "*", week: "*", notes: [] };
  if (!comes(fields, counted)) return { month: "*", week: listOf(weekDays), notes: [] };
  // Some readers of cron take a field that begins with a star for one that says nothing.
  const plain = { month: spelledOut(monthDays, "1-31"), week: spelledOut(weekDays, "0-6") };
  return { ...plain, notes: weekNotes(plain.month, valuesOf(weekDays)) };
}

/** A week of the month beside one day of the week is meant as both together, which cron never says. */
function weekNotes(month: string, [day, ...others]: readonly unknown[]): readonly string[] {
  const nth = ["1-7", "8-14", "15-21", "22-28"].indexOf(month) + 1;
  if (nth === 0 || others.length > 0 || typeof day !== "number") return [];
  const both = `Airflow takes days ${month.replace("-", " to ")} of the month, and every ${dayNames[day] ?? ""} as well.`;
  return [
    `${both} Write * for the day of month and ${day}#${nth} for the day of week, if one day of each month is meant.`,
  ];
}

const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function valuesOf(items: readonly Item[]): readonly (number | "*" | "L")[] {
  return [...new Set(items.flatMap(({ values }) => values))];
}

/** Whether Airflow takes a field for a star: a list of all its values counts as one beside a field with a star. */
function isStar(items: readonly Item[], count: number, other: string): boolean {
  const values = valuesOf(items);
  return values.includes("*") || (values.length === count && other.includes("*"));
}

function coversMonth(items: readonly Item[]): boolean {
  const values = new Set(valuesOf(items));
  return Array.from({ length: 31 }, (_, index) => index + 1).every(
    (day) => values.has(day) || (day === 31 && values.has("L")),
  );
}

function plainOf(items: readonly Item[], count: number): string {
  return isStar(items, count, "*") ? "*" : listOf(items);
}

function listOf(items: readonly Item[]): string {
  return [...new Set(items.map(({ plain }) => plain))].join();
}

function spelledOut(items: readonly Item[], range: string): string {
  return listOf(items.map((item) => ({ ...item, plain: item.plain.replace("*", range) })));
}

/** Whether a day of `monthDays` ever comes in `months`, and is one that is counted. Airflow looks fifty years ahead; weekdays and leap years come back after 28. */
function comes({ monthDays, months }: DayFields, counted: readonly Item[]): boolean {
  const inMonth = new Set(valuesOf(monthDays));
  const inYear = new Set(valuesOf(months));
  for (let day = firstDay; day < firstDay + 50 * 365 * dayLength; day += dayLength) {
    const date = new Date(day);
    const number = date.getUTCDate();
    const isOurs = inMonth.has(number) || (inMonth.has("L") && new Date(day + dayLength).getUTCDate() === 1);
    if (!isOurs || !(inYear.has("*") || inYear.has(date.getUTCMonth() + 1))) continue;
    const isLast = new Date(day + 7 * dayLength).getUTCMonth() !== date.getUTCMonth();
    const isCounted = ({ values, nth }: Item): boolean =>
      values.includes(date.getUTCDay()) && (nth === "L" ? isLast : nth === Math.floor((number + 6) / 7));
    if (counted.length === 0 || counted.some(isCounted)) return true;
  }
  return false;
}

const dayLength = 86_400_000;
const firstDay = Date.UTC(2000, 0, 1);
