import { exactFloat, exactWhole, ofFloat, type ExactNumber } from "../model/exactJson.js";

/** Undefined: it is no number at all. */
export type TypedNumber = ExactNumber | undefined;

// As Python and JSON write them; a whole number that begins with 0 is none in either, but an id whose zeros would be lost.
const whole = /^[+-]?(?:0|[1-9]\d*(?:_\d+)*)$/;
const decimal = /^([+-]?)((?:0|[1-9]\d*(?:_\d+)*)?)(?:\.((?:\d+(?:_\d+)*)?))?(?:[eE]([+-]?\d+))?$/;
const words: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, infinity: Infinity };

/** For a parameter whose default is a whole number: that too where it is one, however it is written, else a float. */
export function typedWhole(typed: string): TypedNumber {
  const text = withoutBlanks(typed);
  if (whole.test(text)) return exactWhole(bare(text));
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  if (!parts.isWhole && Number.isInteger(parts.value))
    return { ok: false, why: `a float would make ${BigInt(parts.value)} of it` };
  if (!parts.isWhole) return typedFloat(typed);
  if (!Number.isSafeInteger(parts.value)) return { ok: false, why: "write all its digits" };
  return exactWhole(String(parts.value + 0));
}

/** A float, which may be written as a whole number where it holds that. */
export function typedFloat(typed: string): TypedNumber {
  const text = withoutBlanks(typed);
  const [, sign = "", word = ""] = /^([+-]?)([a-z]+)$/.exec(text.toLowerCase()) ?? [];
  const named = words[word];
  if (named !== undefined) return { ok: true, value: ofFloat(sign === "-" ? -named : named) };
  if (partsOf(text) === undefined) return undefined;
  const read = exactFloat(bare(text));
  const value = Number(bare(text));
  if (read.ok && whole.test(text) && BigInt(value) !== BigInt(bare(text)))
    return { ok: false, why: `a float would make ${BigInt(value)} of it` };
  return read;
}

/** Where nothing says which of them it is to be: as it is written. */
export function typedNumber(typed: string): TypedNumber {
  return whole.test(withoutBlanks(typed)) ? typedWhole(typed) : typedFloat(typed);
}

/** The blanks of JSON. */
export function withoutBlanks(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

/** As JSON and JavaScript take it. */
function bare(text: string): string {
  return text.replace(/^\+/, "").replaceAll("_", "");
}

function partsOf(text: string): { readonly value: number; readonly isWhole: boolean } | undefined {
  const [matched, , before = "", behind = "", exponent = "0"] = decimal.exec(text) ?? [];
  if (matched === undefined || before + behind === "") return undefined;
  const digits = (before + behind).replaceAll("_", "");
  // How many of them stand behind the point once the exponent has moved it.
  const scale = behind.replaceAll("_", "").length - Number(exponent);
  const lost = scale <= 0 ? "" : digits.slice(Math.max(0, digits.length - scale));
  return { value: Number(bare(text)), isWhole: /^0*$/.test(lost) };
}
