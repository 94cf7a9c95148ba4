import { firstLine } from "../model/firstLine.js";
import type { Failure } from "../model/manifest.js";
import { sentence } from "../model/sentence.js";

/** What was raised, without what led to it, and what to do. */
export function failureWords({ message, tip }: Pick<Failure, "message" | "tip">): string {
  return [sentence(firstLine(message)), ...(tip === "" ? [] : [tip])].join(" ");
}
