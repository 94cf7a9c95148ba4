/** Text as code in Markdown, whatever it holds. */
export function code(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  const longest = Math.max(0, ...Array.from(plain.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}

/** Text in Markdown that means nothing but itself, on one line. */
export function asText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]()#+\-.!<>|~&:]/g, "\\$&");
}

export function link(text: string, href: string): string {
  return `[${text}](${href})`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
