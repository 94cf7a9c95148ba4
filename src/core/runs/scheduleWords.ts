import cronstrue from "cronstrue";

/** A schedule in words, such as `at 03:00 UTC`; what cannot be read is shown as it is. @param schedule cron of five fields, in UTC; null: none */
export function scheduleWords(schedule: string | null): string {
  if (schedule === null) return "started by hand";
  try {
    const words = cronstrue.toString(schedule, { use24HourTimeFormat: true, throwExceptionOnParseError: true });
    return `${words.charAt(0).toLowerCase()}${words.slice(1)}`.replace(lastTime, "$& UTC");
  } catch {
    return schedule; // Somebody else's build: it is shown, and judged where it is made.
  }
}

const lastTime = /\d\d:\d\d(?!.*\d\d:\d\d)/;
