import process from "node:process";

import { describe, expect, it } from "vitest";

import { interruptSignal } from "../../../src/cli/interrupt.js";

describe("the signal of a command", () => {
  it("takes as many listeners as there are requests, so that Node does not warn of a leak on stderr", async () => {
    const warnings: string[] = [];
    const hear = ({ name }: Error): void => void warnings.push(name);
    process.on("warning", hear);
    const { signal, release } = interruptSignal();
    for (let request = 0; request < 50; request += 1) signal.addEventListener("abort", () => undefined);
    await new Promise((resolve) => setImmediate(resolve)); // Node tells of a warning in its next turn.
    process.off("warning", hear);
    release();
    expect(warnings).toEqual([]);
  });

  it("aborts at Ctrl-C, and leaves nothing behind once it is released", () => {
    const before = process.listenerCount("SIGINT");
    const { signal, release } = interruptSignal();
    process.emit("SIGINT");
    expect(signal.aborted).toBe(true);
    release();
    expect(process.listenerCount("SIGINT")).toBe(before);
    expect(process.listenerCount("SIGTERM")).toBe(before);
  });
});
