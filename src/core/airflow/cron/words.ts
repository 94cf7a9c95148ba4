import { fieldRules, readField, type Item } from "./fields.js";
import { readSchedule, trimSchedule } from "./schedule.js";

/**
 * A schedule in words that are true at every time, such as `at 03:00 UTC, on Monday to Friday`; what cannot be read is shown as it is.
 *
 * @param schedule null: none
 */
export function scheduleWords(schedule: string | null): string {
  if (schedule === null) return "started by hand";
  const read = readSchedule(trimSchedule(schedule));
  if ("fault" in read) return schedule; // Somebody else's build: it is shown, and judged where it is made.
  const [minutes = [], hours = [], monthDays = [], months = [], weekDays = []] = read.cron.split(" ").map(itemsOf);
  return [
    timeWords(numbersOf(minutes, 0, 59), numbersOf(hours, 0, 23)),
    dayWords(monthDays, weekDays),
    ...(isAll(months) ? [] : [`in ${spans(numbersOf(months, 1, 12), (month) => monthNames[month - 1] ?? "")}`]),
  ]
    .filter((words) => words !== "")
    .join(", ");
}

/** More times than this are told by their minutes and hours. */
const maximumTimes = 6;

function timeWords(minutes: readonly number[], hours: readonly number[]): string {
  const [minute = 0] = minutes;
  if (minutes.length * hours.length <= maximumTimes) {
    const times = hours.flatMap((hour) => minutes.map((one) => `${two(hour)}:${two(one)}`));
    return `at ${joined(times)} UTC`;
  }
  const everyHour = hours.length === 24;
  const step = evenStep(minutes, 60);
  if (minutes.length === 1 && minute === 0) {
    const hourStep = evenStep(hours, 24);
    if (everyHour) return "every hour";
    if (hourStep !== undefined) return `every ${hourStep} hours from 00:00 UTC`;
  }
  const minuteWords =
    step === undefined
      ? `at ${minutes.length === 1 ? "minute" : "minutes"} ${spans(minutes, String)}`
      : step === 1
        ? "every minute"
        : `every ${step} minutes`;
  if (everyHour) return step === undefined ? `${minuteWords} of every hour` : minuteWords;
  return `${minuteWords} of the ${hours.length === 1 ? "hour" : "hours"} ${spans(hours, String)} UTC`;
}

/** The step of values from 0 on that comes out even at the end, so that all gaps are the same. */
function evenStep(values: readonly number[], count: number): number | undefined {
  const step = count / values.length;
  return values.length > 1 && values.every((value, index) => value === index * step) ? step : undefined;
}

function dayWords(monthDays: readonly Item[], weekDays: readonly Item[]): string {
  const month = isAll(monthDays) ? "" : monthDayWords(monthDays);
  const week = isAll(weekDays) ? "" : weekDayWords(weekDays);
  return month === "" || week === "" ? `${month}${week}` : `${month}, and also ${week}`;
}

function monthDayWords(items: readonly Item[]): string {
  const numbers = numbersOf(items, 1, 31);
  const last = items.some(({ values }) => values.includes("L"));
  const words = [
    ...(numbers.length === 0 ? [] : [`${numbers.length === 1 ? "day" : "days"} ${spans(numbers, String)}`]),
    ...(last ? ["the last day"] : []),
  ];
  return `on ${words.join(" and ")} of the month`;
}

function weekDayWords(items: readonly Item[]): string {
  if (items.some(({ nth }) => nth !== undefined)) {
    const days = items.flatMap(({ values, nth }) =>
      values.flatMap((day) =>
        typeof day === "number" && nth !== undefined ? [`the ${countWord(nth)} ${dayNames[(day + 6) % 7] ?? ""}`] : [],
      ),
    );
    return `on ${joined([...new Set(days)])} of the month`;
  }
  const fromMonday = numbersOf(items, 0, 6).map((day) => (day + 6) % 7);
  return `on ${spans(
    fromMonday.toSorted((one, other) => one - other),
    (day) => dayNames[day] ?? "",
  )}`;
}

function countWord(nth: number | "L"): string {
  return nth === "L" ? "last" : (["first", "second", "third", "fourth", "fifth"][nth - 1] ?? "");
}

function itemsOf(text: string, index: number): readonly Item[] {
  const rule = fieldRules[index];
  const items = rule === undefined ? [] : readField(text, rule);
  return "fault" in items ? [] : items;
}

function isAll(items: readonly Item[]): boolean {
  return items.some(({ values }) => values.includes("*"));
}

/** In their order. */
function numbersOf(items: readonly Item[], low: number, high: number): readonly number[] {
  if (isAll(items)) return Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const numbers = items.flatMap(({ values }) => values.filter((value) => typeof value === "number"));
  return [...new Set(numbers)].toSorted((one, other) => one - other);
}

/** `1, 3 and 5 to 9`. @param numbers in their order */
function spans(numbers: readonly number[], name: (number: number) => string): string {
  const found: (readonly [number, number])[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) found[found.length - 1] = [last[0], number];
    else found.push([number, number]);
  }
  return joined(
    found.flatMap(([first, last]) =>
      last - first < 2 ? [...new Set([first, last])].map(name) : [`${name(first)} to ${name(last)}`],
    ),
  );
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function two(number: number): string {
  return `${number}`.padStart(2, "0");
}

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
