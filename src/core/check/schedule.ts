import { Cron } from "croner";
import { problem, type Rule } from "./rule.js";
import { countOf } from "../model/words.js";

export const schedule: Rule = ({ facts }) =>
  facts.publications.flatMap(({ schedule: cron, range }) => {
    if (cron === null) return [];
    const fault = faultOf(cron);
    if (fault === undefined) return [];
    return [
      problem(
        "bad-schedule",
        "error",
        `"${cron}" is no schedule: ${fault}. Write five fields (minute, hour, day of month, month, day of week; UTC) such as '0 3 * * *', or daily(hour=3).`,
        range,
      ),
    ];
  });

/** Undefined: it is cron of five fields. */
function faultOf(cron: string): string | undefined {
  const fields = cron.split(/\s+/).length;
  if (fields !== 5) return fields === 1 ? "it is not cron" : `it has ${countOf(fields, "field")}`;
  try {
    return new Cron(cron, { mode: "5-part", paused: true, timezone: "UTC" }).nextRun() === null
      ? "no such day ever comes"
      : undefined;
  } catch (error) {
    // croner says what is wrong with a pattern by throwing.
    return error instanceof Error ? error.message.replace(/^CronPattern: /, "").replace(/\.$/, "") : String(error);
  }
}
