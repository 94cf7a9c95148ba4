/** The time of day, with the date where it is another day. */
export function shortTime(iso: string, now: Date): string {
  const time = new Date(iso);
  const ofDay = time.toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  if (time.toDateString() === now.toDateString()) return ofDay;
  const isThisYear = time.getFullYear() === now.getFullYear();
  return `${time.toLocaleDateString(undefined, { day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }) })}, ${ofDay}`;
}

/** To the second, with its zone, for a tooltip. */
export function fullTime(iso: string): string {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "long" });
}
