import { html } from "./elements.js";

/** A sentence whose names stand in backticks, with these as code. */
export function codeSpans(sentence: string): readonly (Node | string)[] {
  return sentence.split(/`([^`\n]+)`/).map((part, place) => (place % 2 === 0 ? part : html("code", "", part)));
}
