const units = [
  { seconds: 86_400, one: "day", several: "days" },
  { seconds: 3_600, one: "h", several: "h" },
  { seconds: 60, one: "min", several: "min" },
] as const;

/** How long ago something was, in its largest unit: `2 min ago`. */
export function agoText(then: Date, now: Date): string {
  const passed = (now.getTime() - then.getTime()) / 1000;
  const unit = units.find(({ seconds }) => passed >= seconds);
  if (unit === undefined) return "just now";
  const count = Math.floor(passed / unit.seconds);
  return `${String(count)} ${count === 1 ? unit.one : unit.several} ago`;
}
