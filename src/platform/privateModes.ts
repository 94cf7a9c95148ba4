import { statSync } from "node:fs";
import path from "node:path";

/** Modes of what is made new; undefined: the user's own way. */
export interface Modes {
  readonly folder?: number;
  readonly file?: number;
}

/** What lies in a folder that only its owner may enter is its owner's alone, so that nothing is open once that one is copied or opened. @param folder absolute; may be missing */
export function modesIn(folder: string): Modes {
  if (process.platform === "win32") return {};
  for (let place = folder; ; place = path.dirname(place)) {
    const facts = statSync(place, { throwIfNoEntry: false });
    if (facts !== undefined) return (facts.mode & 0o077) === 0 ? { folder: 0o700, file: 0o600 } : {};
    if (place === path.dirname(place)) return {};
  }
}
