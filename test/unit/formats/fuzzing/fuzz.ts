import { isDeeperThan, mostLevels } from "../../../../src/formats/depth.js";
import { read, readText, type Format } from "../../../../src/formats/reader.js";
import { canary } from "../samples.js";
import { mutated } from "./mutate.js";
import { Random } from "./random.js";

/** A reader that is fuzzed, from its samples. */
export interface Fuzzed {
  readonly name: string;
  readonly format: Format<unknown>;
  readonly samples: readonly unknown[];
  /** What its JSON schema says. */
  readonly fits: (value: unknown) => boolean;
  /** What the program does first with what was read; it throws nothing. */
  readonly use?: (value: never) => void;
}

/** What was found wrong with a reader. */
interface Finding {
  readonly name: string;
  readonly fault: string;
  /** The text that shows it. */
  readonly text: string;
}

export interface Fuzzing {
  readonly tried: number;
  readonly accepted: number;
  /** The first of each reader. */
  readonly findings: readonly Finding[];
}

/** Mutates samples for so long, one reader after the other; one that is found wrong is left out from then on. */
export function fuzz(readers: readonly Fuzzed[], seed: number, milliseconds: number): Fuzzing {
  const random = new Random(seed);
  const end = performance.now() + milliseconds;
  const findings = new Map<string, Finding>();
  let [tried, accepted] = [0, 0];
  while (performance.now() < end && findings.size < readers.length)
    for (const reader of readers.filter(({ name }) => !findings.has(name))) {
      const text = mutated(random.oneOf(reader.samples), random);
      const { fault, isAccepted } = judged(reader, text);
      tried += 1;
      accepted += isAccepted ? 1 : 0;
      if (fault !== undefined) findings.set(reader.name, { name: reader.name, fault, text });
    }
  return { tried, accepted, findings: [...findings.values()] };
}

interface Verdict {
  readonly fault: string | undefined;
  readonly isAccepted: boolean;
}

function judged({ format, fits, use }: Fuzzed, text: string): Verdict {
  try {
    const result = readText(format, text);
    const parsed = parsedOf(text);
    if (!result.readable) return { fault: faultOfRefusal(result.why, result.newer, parsed, fits), isAccepted: false };
    if (parsed === undefined) return { fault: "It took what is not JSON.", isAccepted: true };
    if (!fits(parsed.value)) return { fault: "It took what its JSON schema refuses.", isAccepted: true };
    if (!fits(result.value)) return { fault: "It gives what its JSON schema refuses.", isAccepted: true };
    if (!read(format, result.value).readable)
      return { fault: "It refuses what it has given itself.", isAccepted: true };
    return { fault: faultOfUse(use, result.value as never), isAccepted: true };
  } catch (error) {
    return { fault: `It threw: ${String(error)}`, isAccepted: false };
  }
}

function faultOfRefusal(
  why: string,
  newer: number | undefined,
  parsed: { readonly value: unknown } | undefined,
  fits: Fuzzed["fits"],
): string | undefined {
  if (why.includes(canary())) return `It repeats a value: ${why}`;
  if (why.trim() === "") return "It says nothing.";
  if (parsed !== undefined && newer === undefined && !isRefusedAnyway(parsed.value) && fits(parsed.value))
    return `It refused what its JSON schema takes: ${why}`;
  return undefined;
}

function faultOfUse(use: Fuzzed["use"], value: never): string | undefined {
  try {
    JSON.stringify(value); // As `--json` does.
    use?.(value);
    return undefined;
  } catch (error) {
    return `Whoever uses what it took throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** Whole numbers that no double holds exactly, and what is nested too deep, are refused, which the schemas leave unsaid. */
function isRefusedAnyway(value: unknown): boolean {
  return isDeeperThan(mostLevels, value) || holdsUnsafe(value);
}

function holdsUnsafe(value: unknown): boolean {
  if (typeof value === "number") return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsUnsafe);
}

/** Undefined: it is not JSON. */
function parsedOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
