/**
 * The part of a name that may stand in keys and ids: NFKC, case folded, `[a-z0-9_]` kept, every other character `_`, at most 60.
 *
 * A name of which no character is kept becomes `fallback` (an operator's kind, or `workflow`).
 */
export function slugOf(name: string, fallback: string): string {
  const folded = isAscii.test(name) ? name.toLowerCase() : Array.from(name.normalize("NFKC"), fold).join("");
  return /[a-z0-9_]/.test(folded) ? folded.replace(/[^a-z0-9_]/gu, "_").slice(0, 60) : fallback;
}

/** Most names are plain, and every keystroke asks for the slugs of all of them. */
const isAscii = /^[ -~]*$/;

/** Unicode case folding of one character: JavaScript only lowers, which leaves `ß` where Python's `casefold` gives `ss`. */
function fold(character: string): string {
  const lower = character.toLowerCase();
  const upper = lower.toUpperCase();
  return upper.length > lower.length ? upper.toLowerCase() : lower;
}
