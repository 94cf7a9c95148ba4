// @ts-check
/** Tells the builds of many bundles as one. */

/** @typedef {{ readonly text: string, readonly location: { readonly file: string, readonly line: number, readonly column: number } | null }} Message */
/** @typedef {{ readonly errors: readonly Message[], readonly warnings: readonly Message[] }} Outcome */

/** A round goes from the first beginning to the last end. */
export class Rounds {
  #open = 0;
  #start = 0;
  /** @type {Set<string>} one mistake in a file that several bundles share is one */
  #lines = new Set();
  #errors = 0;

  /** @param {(line: string) => void} print */
  constructor(print) {
    this.print = print;
  }

  begin() {
    this.#open += 1;
    if (this.#open > 1) return;
    this.#start = performance.now();
    this.#errors = 0;
    this.#lines.clear();
    this.print("[watch] building");
  }

  /** @param {Outcome} outcome */
  end({ errors, warnings } = { errors: [], warnings: [] }) {
    for (const message of errors) if (this.#tell("error", message)) this.#errors += 1;
    for (const message of warnings) this.#tell("warning", message);
    this.#open -= 1;
    if (this.#open > 0) return;
    const what = this.#errors === 0 ? "built" : `failed with ${this.#errors} error${this.#errors === 1 ? "" : "s"}`;
    this.print(`[watch] ${what} in ${Math.round(performance.now() - this.#start)} ms, waiting for changes`);
  }

  /**
   * @param {"error" | "warning"} severity
   * @param {Message} message esbuild counts columns from 0, editors from 1
   */
  #tell(severity, { text, location }) {
    const place = location ? `${location.file}:${location.line}:${location.column + 1}` : "scripts/watch.mjs:1:1";
    const line = `${place}: ${severity}: ${text}`;
    if (this.#lines.has(line)) return false;
    this.#lines.add(line);
    this.print(line);
    return true;
  }
}
