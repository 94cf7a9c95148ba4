import { setTimeout as after } from "node:timers/promises";
import type { Clock } from "../core/index.js";

export const nodeClock: Clock = {
  now: () => {
    // The wall clock of performance has microseconds, Date has not.
    const microseconds = Math.round((performance.timeOrigin + performance.now()) * 1000);
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
