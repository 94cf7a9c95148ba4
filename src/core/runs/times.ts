import { durationText } from "../model/durationText.js";

/** How times are written for a person; left out: as this machine does. */
export interface TimeStyle {
  readonly locale?: string;
  readonly timeZone?: string;
}

/** A moment in a list, such as `Nov 25, 14:03:22`, in local time. */
export function shortTime(time: string, style: TimeStyle = {}): string {
  return format(time, style, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** The time of day as it is said of another moment, such as `12:03`, or `Nov 25, 12:03` where that was on another day; in local time. */
export function clockTime(time: string, other: string, style: TimeStyle = {}): string {
  const day = { month: "short", day: "numeric" } as const;
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const isSameDay =
    format(time, style, { year: "numeric", ...day }) === format(other, style, { year: "numeric", ...day });
  return format(time, style, isSameDay ? clock : { ...day, ...clock });
}

/** A moment that lies in the days ahead, such as `Thu, Nov 26, 04:00`, in local time. */
export function dueTime(time: string, style: TimeStyle = {}): string {
  return format(time, style, { weekday: "short", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** A moment with everything, such as `Wed, Nov 25, 2026, 14:03:22 GMT+1`. */
export function fullTime(time: string, style: TimeStyle = {}): string {
  return format(time, style, {
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });
}

/** Such as `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`; undefined where either end is not known. */
export function durationBetween(from: string | null, to: string | null): string | undefined {
  const milliseconds = from === null || to === null ? Number.NaN : Date.parse(to) - Date.parse(from);
  return Number.isNaN(milliseconds) ? undefined : durationText(Math.max(0, milliseconds) / 1_000);
}

function format(time: string, { locale, timeZone }: TimeStyle, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return new Intl.DateTimeFormat(locale, {
    ...parts,
    hourCycle: "h23",
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(date);
}
