import { defaultOf } from "../../../model/signatures.js";
import type { Arguments } from "../machine.js";
import { textOf } from "../python.js";
import { integer, object, text, type Value } from "../values.js";
import { givenTo } from "./given.js";

const names = ["hourly", "daily", "weekly", "monthly"] as const;

export type ScheduleName = (typeof names)[number];

/** Cron of five fields, as `hourly()`, `daily()`, `weekly()` and `monthly()` give it. */
export function scheduleOf(name: ScheduleName, given: Arguments): Value {
  const values: Readonly<Partial<Record<"day" | "hour" | "minute", Value>>> = givenTo(name, given);
  const minute = textOf(values.minute ?? integer(defaultOf(name, "minute")));
  const hour = name === "hourly" ? "*" : textOf(values.hour ?? integer(defaultOf(name, "hour")));
  const day = name === "weekly" || name === "monthly" ? values.day && textOf(values.day) : "*";
  if (given.open || minute === undefined || hour === undefined || day === undefined) return object;
  return text(`${minute} ${hour} ${name === "monthly" ? day : "*"} * ${name === "weekly" ? day : "*"}`);
}

export function isScheduleName(name: string): name is ScheduleName {
  return names.some((one) => one === name);
}
