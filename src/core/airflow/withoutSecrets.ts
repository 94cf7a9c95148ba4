/** Shorter ones would leave so little of a text that what is missing tells them. */
const leastLength = 4;
/** Errors of servers are shorter, unless they mean harm. */
const mostLength = 100_000;
/** As many encodings may lie around one another. */
const deepest = 3;
const mark = "***";
const leftOut = "(what it said is left out, since it repeats a secret)";

/**
 * What a server said, without the secrets that were sent to it: pages about errors like to repeat a request.
 *
 * They are taken out as they are and in the spellings of JSON, URLs, HTML and base64. Where one is still found once the text is decoded, nothing of the text is given.
 *
 * @param secrets passwords, tokens, and `user:password` as basic authentication sends it
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== "");
  if (text.length > mostLength) return "(what it said is left out, since it is very long)";
  if (known.some((secret) => secret.length < leastLength && text.includes(secret))) return leftOut;
  const spellings = [...new Set(known.filter(({ length }) => length >= leastLength).flatMap(spellingsOf))].sort(
    (a, b) => b.length - a.length,
  );
  let clean = text;
  for (const spelling of spellings)
    clean = clean.replace(new RegExp(spelling.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "gi"), mark);
  return repeats(clean, known, deepest) ? leftOut : clean;
}

/** Whether a secret is in a text once it is decoded. */
function repeats(text: string, secrets: readonly string[], depth: number): boolean {
  return [...new Set(decodings(text))]
    .filter((decoded) => decoded !== text && decoded !== "")
    .some(
      (decoded) =>
        secrets.some((secret) => decoded.includes(secret)) || (depth > 1 && repeats(decoded, secrets, depth - 1)),
    );
}

function spellingsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const url = encodeURIComponent(secret);
  const base64 = base64Of(secret);
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    escapedUnicode(json),
    url,
    url.replaceAll("%20", "+"),
    encodeURIComponent(url),
    htmlOf(secret, "&#39;"),
    htmlOf(secret, "&#x27;"),
    base64,
    base64.replace(/=+$/, ""),
    base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
    encodeURIComponent(base64),
  ];
}

/** The text as each decoder would read it; base64 word by word. */
function decodings(text: string): readonly string[] {
  const percent = fromUrl(text);
  const escapes = text.replace(
    /\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})|\\(.)/gi,
    (_, four?: string, two?: string, one?: string) =>
      one === undefined ? characterOf(Number.parseInt(four ?? two ?? "", 16)) : one,
  );
  const references = text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) => characterOf(Number.parseInt(digits, 16)))
    .replace(/&#(\d{1,7});/g, (_, digits: string) => characterOf(Number(digits)))
    .replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: "amp") => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name],
    );
  const words = [...text.matchAll(/[A-Za-z0-9+/_-]{4,}/g)].map(([word]) => fromBase64(word)).join("\n");
  return [percent, fromUrl(text.replaceAll("+", " ")), escapes, references, words];
}

function htmlOf(text: string, apostrophe: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", apostrophe);
}

function escapedUnicode(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function characterOf(code: number): string {
  return code > 0x10_ff_ff ? "" : String.fromCodePoint(code);
}

function fromUrl(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    new TextDecoder().decode(Uint8Array.from(bytes.split("%").slice(1), (one) => Number.parseInt(one, 16))),
  );
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Core has neither Node's Buffer nor a browser's btoa. */
function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let encoded = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63]).join("");
    encoded += digits.slice(0, Math.min(4, bytes.length - at + 1)).padEnd(4, "=");
  }
  return encoded;
}

function fromBase64(word: string): string {
  const digits = Array.from(word.replaceAll("-", "+").replaceAll("_", "/"), (digit) => alphabet.indexOf(digit));
  const bytes: number[] = [];
  for (let at = 0; at + 1 < digits.length; at += 4) {
    const [first = 0, second = 0, third, fourth] = digits.slice(at, at + 4);
    bytes.push((first << 2) | (second >> 4));
    if (third !== undefined) bytes.push(((second & 15) << 4) | (third >> 2));
    if (third !== undefined && fourth !== undefined) bytes.push(((third & 3) << 6) | fourth);
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
