import { setTimeout as after } from "node:timers/promises";
import type { Clock } from "../core/index.js";

/**
 * The system's time at the moment, with microseconds that Date has not: a steady clock gives them, and is set by the system's again wherever the two differ,
 * as after a suspend, in which it stands still, or when somebody sets the time.
 *
 * @param wall whole milliseconds since 1970
 * @param steady milliseconds with a fraction, never going back
 */
export function microsecondsOf(wall: () => number, steady: () => number): () => number {
  let offset = wall() - steady();
  return () => {
    const now = wall();
    const passed = steady();
    if (Math.abs(offset + passed - now) > tolerance) offset = now - passed;
    return Math.round((offset + passed) * 1000);
  };
}

/** Milliseconds: what rounding, and a step of the process between two readings, may make. */
const tolerance = 5;

const systemMicroseconds = microsecondsOf(
  () => Date.now(),
  () => performance.now(),
);

export const nodeClock: Clock = {
  now: () => {
    const microseconds = systemMicroseconds();
    const fraction = String(microseconds % 1_000_000).padStart(6, "0");
    return `${new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, 19)}.${fraction}Z`;
  },
  monotonic: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await after(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
