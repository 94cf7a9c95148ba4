/** What a message says before its details. */
export function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
