/** A field of cron, as Airflow's library reads it. */
export interface FieldRule {
  readonly name: "minute" | "hour" | "day of month" | "month" | "day of week";
  readonly low: number;
  readonly high: number;
  /** As a sentence gives it. */
  readonly range: string;
  /** What stands for `low`, `low + 1` and so on, in lower case. */
  readonly names?: readonly string[];
}

const week: FieldRule = {
  name: "day of week",
  low: 0,
  high: 6,
  range: "0 to 7, or SUN to SAT",
  names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
};

export const fieldRules = [
  { name: "minute", low: 0, high: 59, range: "0 to 59" },
  { name: "hour", low: 0, high: 23, range: "0 to 23" },
  { name: "day of month", low: 1, high: 31, range: "1 to 31, or L for the last" },
  {
    name: "month",
    low: 1,
    high: 12,
    range: "1 to 12, or JAN to DEC",
    names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  },
  week,
] as const satisfies readonly FieldRule[];

/** Why a text is not a valid schedule, without a full stop, and what to write where that is not five plain fields. */
export interface CronFault {
  readonly fault: string;
  readonly advice?: string;
}

/** One item of a field's list. */
export interface Item {
  /** `*`: all, `L`: the last day of a month. */
  readonly values: readonly (number | "*" | "L")[];
  /** Which of a month's days of that kind, where the item counts them. */
  readonly nth?: number | "L";
  /** The same for every reader of cron, older versions of Airflow's included. */
  readonly plain: string;
  /** Airflow reads it otherwise than one would think. */
  readonly note?: string;
}

type ItemReading = Item | CronFault;

/** The items of a field, or what is wrong with the first that is none. */
export function readField(text: string, rule: FieldRule): readonly Item[] | CronFault {
  const items: Item[] = [];
  for (const item of text === "?" && rule.name.startsWith("day") ? ["*"] : text.split(",")) {
    const read = readItem(item, rule);
    if ("fault" in read) return read;
    items.push(read);
  }
  return items;
}

function readItem(item: string, rule: FieldRule): ItemReading {
  const text = item.toLowerCase();
  if (text === "*") return { values: ["*"], plain: "*" };
  if (text === "l" && rule.name === "day of month") return { values: ["L"], plain: "L" };
  if (rule.name === "day of week") {
    const last = /^l(\d+)$/.exec(text)?.[1];
    if (last !== undefined) {
      const number = numberOf(last, rule);
      if (!isWithin(number, rule)) return noSuch(item, rule);
      return { values: [number], nth: "L", plain: `L${number}` };
    }
    const nth = /^(\d+|[a-z]{3}|[a-z]{3}-[a-z]{3})#(\d+)$/.exec(text);
    if (nth) return readNth(nth[1] ?? "", nth[2] ?? "", item, rule);
  }
  return readNumbers(text, item, rule);
}

function readNth(days: string, count: string, item: string, rule: FieldRule): ItemReading {
  const nth = Number(count);
  if (nth < 1 || nth > 5)
    return { fault: `${item} counts to ${count}, and no month has more than five of a day of week` };
  const read = readNumbers(days, item, rule);
  return "fault" in read ? read : { values: read.values, nth, plain: read.values.map((day) => `${day}#${nth}`).join() };
}

function readNumbers(text: string, item: string, rule: FieldRule): ItemReading {
  const span = /^(\d+|[a-z]{3})-(\d+|[a-z]{3}|l)(?:\/(\d+))?$/.exec(text);
  if (span) return readSpan(span[1] ?? "", span[2] ?? "", span[3] ?? "1", item, rule);
  const start = /^(\d+|[a-z]{3}|\*)\/(\d+)$/.exec(text);
  if (start) {
    const [from = "", step = ""] = start.slice(1);
    const low = from === "*" ? rule.low : numberOf(from, rule);
    if (!isWithin(low, rule)) return noSuch(item, rule);
    if (Number(step) === 0) return noStep(item);
    if (from === "*") return all(Number(step), rule);
    return { values: through(low, rule.high, Number(step)), plain: run(low, rule.high, Number(step)) };
  }
  const number = numberOf(text, rule);
  if (!isWithin(number, rule)) return noSuch(item, rule);
  return { values: [number], plain: rule.names?.includes(text) === true ? text.toUpperCase() : `${number}` };
}

function readSpan(from: string, to: string, by: string, item: string, rule: FieldRule): ItemReading {
  if (to === "l" && rule.name !== "day of month") return noSuch(item, rule);
  const low = numberOf(from, rule);
  const high = to === "l" ? rule.high : numberOf(to, rule);
  const step = Number(by);
  if (low === undefined || high === undefined) return noSuch(item, rule);
  if (low > rule.high) return noSuch(from, rule);
  if (high > rule.high) return noSuch(to, rule);
  if (step === 0) return noStep(item);
  if (low === high) {
    const one = `${item} is every ${rule.name} for Airflow, since it starts where it ends`;
    return { ...all(step, rule), note: `${one}. Write ${from.toUpperCase()} for that one alone, or * for all.` };
  }
  if (low < rule.low) return noSuch(from, rule);
  if (low < high) {
    const named = [from, to].every((end) => rule.names?.includes(end)) && step === 1;
    return { values: through(low, high, step), plain: named ? `${from}-${to}`.toUpperCase() : run(low, high, step) };
  }
  const first = through(low, rule.high, step);
  const again = rule.low + skippedAgain(first.at(-1) ?? low, step, rule);
  const second = through(again, high, step);
  const plain = [run(low, rule.high, step), ...(second.length === 0 ? [] : [run(again, high, step)])].join();
  const note = `Versions of Airflow differ in what ${item} means. It is published as ${plain}: write the values that you mean.`;
  return { values: [...first, ...second], plain, ...(step > 1 ? { note } : {}) };
}

/** How much of the step is left where a span begins again at the lowest value. */
function skippedAgain(last: number, step: number, { low, high }: FieldRule): number {
  const left = high - last;
  return last - low + step > high - low + 1 && left < step ? step - left : 0;
}

function all(step: number, rule: FieldRule): Item {
  const values = through(rule.low, rule.high, step);
  if (step === 1) return { values, plain: "*" }; // A list of all, not a star: beside another field of days that differs.
  return { values, plain: values.length === 1 ? `${rule.low}` : `*/${step}` };
}

function through(low: number, high: number, step: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.floor((high - low) / step) + 1) }, (_, index) => low + index * step);
}

function run(low: number, high: number, step: number): string {
  const values = through(low, high, step);
  if (values.length === 1 || (values.length === 2 && step > 1)) return values.join();
  return step === 1 ? `${low}-${high}` : `${low}-${high}/${step}`;
}

/** The number that digits or a name stand for, whether it is in range or not. */
function numberOf(text: string, { names, low, name }: FieldRule): number | undefined {
  const place = names?.indexOf(text) ?? -1;
  if (place >= 0) return place + low;
  if (!/^\d+$/.test(text)) return undefined;
  return name === "day of week" && Number(text) === 7 ? 0 : Number(text);
}

function isWithin(number: number | undefined, { low, high }: FieldRule): number is number {
  return number !== undefined && number >= low && number <= high;
}

function noStep(item: string): CronFault {
  return { fault: `the step of ${item} is 0` };
}

function noSuch(item: string, rule: FieldRule): CronFault {
  const text = item.toLowerCase();
  if (item === "") return { fault: `nothing stands beside a comma of the ${rule.name}` };
  if (item.includes("?")) return { fault: "? stands alone, as day of month or day of week" };
  const chosen = /^([hr])(?:\(\d+-\d+\))?(?:\/\d+)?$/.exec(text)?.[1];
  if (chosen !== undefined) {
    const how = chosen === "h" ? "by a hash" : "at random whenever it is read";
    return { fault: `${item} stands for a number that is chosen ${how}`, advice: "Write a number." };
  }
  if (rule.name === "day of month" && /^(?:(?:\d+|l)w|w\d+)$/.test(text))
    return {
      fault: `${item}, the weekday nearest to a day, is read by some versions of Airflow only`,
      advice: "Write a day such as 15, or days of the week.",
    };
  const last = /^([0-7]|[a-z]{3})#?l$/.exec(text)?.[1];
  const number = rule.name === "day of week" && last !== undefined ? numberOf(last, rule) : undefined;
  if (number !== undefined)
    return { fault: `Airflow does not read ${item}`, advice: `Write L${number} for the last one of a month.` };
  return { fault: `${item} is not a valid ${rule.name} (${rule.range})` };
}
