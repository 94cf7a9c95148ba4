import type { Node } from "web-tree-sitter";

/** A Python number without its sign, with the digits of an integer that no double holds exactly; undefined for complex ones. */
export function numberOf(
  text: string,
): { readonly value: number; readonly float: boolean; readonly digits?: string } | undefined {
  const plain = text.replaceAll("_", "").toLowerCase();
  if (plain.endsWith("j")) return undefined;
  const integer = /^(0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+)l?$/.test(plain);
  const value = Number(plain);
  if (Number.isNaN(value) || plain.length > longest) return undefined;
  if (integer && !Number.isSafeInteger(value)) return { value, float: false, digits: BigInt(plain).toString() };
  return { value, float: !integer };
}

/** Python reads whole numbers of at most 4,300 digits, more of them only as `0x…`. */
const longest = 4300;

export interface StringParts {
  /** Texts and interpolated expressions in order; bytes have none. */
  readonly parts: readonly (string | Node)[];
  readonly bytes: boolean;
  /** Whether a letter is written by its name, `"\N{EM DASH}"`: which one it is stands in Python's tables alone. */
  readonly named: boolean;
}

/** The parts of one `string` node, escapes resolved. */
export function stringParts(node: Node): StringParts {
  const start = node.children[0]?.text.toLowerCase() ?? "";
  const prefix = start.replace(/["']+$/, "");
  const quotes = start.length - prefix.length;
  const raw = prefix.includes("r");
  const formatted = /[ft]/.test(prefix);
  const text = node.text;
  const parts: (string | Node)[] = [];
  let at = start.length;
  // Taken from between the nodes: of a raw text of backslashes alone the grammar makes part of the end.
  const textUpTo = (end: number): void => {
    if (end > at) parts.push(unescape(text.slice(at, end), { raw, formatted }));
  };
  for (const child of node.children) {
    if (child.type === "interpolation") {
      textUpTo(child.startIndex - node.startIndex);
      parts.push(child);
      at = child.endIndex - node.startIndex;
    } else if (child.type === "string_end") textUpTo(child.endIndex - node.startIndex - quotes);
  }
  return { parts, bytes: prefix.includes("b"), named: !raw && /(?<!\\)(?:\\\\)*\\N\{/.test(text) };
}

const simple: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
};

function unescape(text: string, { raw, formatted }: { raw: boolean; formatted: boolean }): string {
  const lines = text.replaceAll("\r\n", "\n");
  const braces = formatted ? lines.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : lines;
  if (raw) return braces;
  return braces.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g,
    (whole, hex2?: string, hex4?: string, hex8?: string, octal?: string, letter?: string) => {
      const code = hex2 ?? hex4 ?? hex8;
      if (code !== undefined)
        return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : whole;
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      return simple[letter ?? ""] ?? whole;
    },
  );
}
