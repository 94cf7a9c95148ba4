/** What a problem is told apart by; lines from 1, or from 0 in all. */
interface Told {
  readonly code: string;
  readonly message: string;
  readonly isError: boolean;
  readonly line: number;
  readonly endLine: number;
}

/**
 * Whether reading a text has told what running it tells: the same words or the same kind of fault on its line. What ended a trace is told by any
 * error on its line, and by one elsewhere whose words it repeats, as those of a wrong path stand where it is written.
 */
export function isToldByText(found: Told, text: readonly Told[]): boolean {
  return text.some((other) => {
    const isThere = other.line === found.line;
    if (isThere && (other.message === found.message || other.code === found.code)) return true;
    if (found.code !== "trace-failed" || !other.isError) return false;
    return (other.line <= found.line && found.line <= other.endLine) || found.message.startsWith(other.message);
  });
}
