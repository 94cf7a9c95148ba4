import { open } from "node:fs/promises";
import { StringDecoder } from "node:string_decoder";
import { watchPath } from "./watchPath.js";

/**
 * Yields the text of a file that is being written, as it comes; once `end` aborts, what is still unread, and then no more.
 *
 * The file must exist. Text is never cut within a character.
 */
export async function* followFile(file: string, end: AbortSignal): AsyncGenerator<string, void> {
  const opened = await open(file, "r");
  let wake = (): void => undefined;
  const stopWatching = watchPath(file, () => wake());
  const onEnd = (): void => wake();
  end.addEventListener("abort", onEnd);
  const decoder = new StringDecoder("utf8");
  try {
    const buffer = Buffer.alloc(64 * 1024);
    for (;;) {
      // Both before we read: what changes while we read wakes us.
      const changed = new Promise<void>((resolve) => (wake = resolve));
      const last = end.aborted;
      const { bytesRead } = await opened.read(buffer, 0, buffer.length);
      if (bytesRead > 0) yield decoder.write(buffer.subarray(0, bytesRead));
      else if (last) return;
      else await changed;
    }
  } finally {
    end.removeEventListener("abort", onEnd);
    stopWatching();
    await opened.close();
  }
}
