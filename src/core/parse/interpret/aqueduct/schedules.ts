import { type Arguments, bound } from "../machine.js";
import { textOf } from "../python.js";
import { integer, object, text, type Value } from "../values.js";

const signatures = {
  hourly: ["minute"],
  daily: ["hour", "minute"],
  weekly: ["day", "hour", "minute"],
  monthly: ["day", "hour", "minute"],
} as const;

export type ScheduleName = keyof typeof signatures;

/** Cron of five fields, as `hourly()`, `daily()`, `weekly()` and `monthly()` give it. */
export function scheduleOf(name: ScheduleName, given: Arguments): Value {
  const values = bound(given, signatures[name]);
  const field = (of: string): string | undefined => textOf(values[of] ?? integer(0));
  const [minute, hour] = [field("minute"), field("hour")];
  const day = name === "weekly" || name === "monthly" ? values["day"] && textOf(values["day"]) : "";
  if (given.open || minute === undefined || hour === undefined || day === undefined) return object;
  switch (name) {
    case "hourly":
      return text(`${minute} * * * *`);
    case "daily":
      return text(`${minute} ${hour} * * *`);
    case "weekly":
      return text(`${minute} ${hour} * * ${day}`);
    case "monthly":
      return text(`${minute} ${hour} ${day} * *`);
  }
}

export function isScheduleName(name: string): name is ScheduleName {
  return Object.hasOwn(signatures, name);
}
