/** Counts the seconds since the host told of a run, and ticks while something of it runs. */
export class RunClock {
  readonly #tick: () => void;
  #toldAt = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(tick: () => void) {
    this.#tick = tick;
  }

  /** Seconds since the host told last. */
  get since(): number {
    return (performance.now() - this.#toldAt) / 1000;
  }

  /** The host has told: seconds count from here. */
  start(pace: "ticking" | "still"): void {
    this.#toldAt = performance.now();
    clearInterval(this.#timer);
    this.#timer = pace === "ticking" ? setInterval(this.#tick, 1000) : undefined;
  }
}
