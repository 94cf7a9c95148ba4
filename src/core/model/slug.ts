/**
 * The part of a name that may stand in keys and ids: `[a-z0-9_]`, at most 60 characters. `aqueduct/recording/naming.py` makes the same.
 *
 * Plain names are lowered, and every other character is `_`. In others letters become Latin ones where that is usual (`é`, `ß`, `я`, `ω`),
 * and all between letters and digits is one `_`. A name of which nothing is kept becomes `fallback` (an operator's kind, or `workflow`).
 */
export function slugOf(name: string, fallback: string): string {
  const slug = isAscii.test(name) ? name.toLowerCase().replace(/[^a-z0-9_]/g, "_") : latin(name);
  return /[a-z0-9_]/.test(isAscii.test(name) ? name.toLowerCase() : slug) ? slug.slice(0, 60) : fallback;
}

/** Most names are plain, and every keystroke asks for the slugs of all of them. */
const isAscii = /^[ -~]*$/;

function latin(name: string): string {
  const unmarked = name.normalize("NFKD").replace(/\p{M}/gu, "");
  const plain = Array.from(unmarked, (character) => {
    const lower = fold(character);
    return letters.get(lower) ?? lower;
  });
  return plain
    .join("")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

/** Unicode case folding of one character: JavaScript only lowers, which leaves `ß` where Python's `casefold` gives `ss`. */
function fold(character: string): string {
  return character.toLowerCase().toUpperCase().toLowerCase();
}

/** What has no form in Unicode that is a Latin letter with marks. */
const letters = new Map(
  [
    "æ ae œ oe ø o đ d ð d ł l þ th ı i ħ h",
    "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i є ye ґ g",
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
  ]
    .flatMap((line) => line.split(" "))
    .reduce<[string, string][]>((pairs, text, index, all) => {
      if (index % 2 === 1) pairs.push([all[index - 1] ?? "", text]);
      return pairs;
    }, []),
);
