import { Writable } from "node:stream";

import { describe, expect, it } from "vitest";

import { outputOf } from "../../../src/cli/nodeShell.js";

/** A stream that cannot be written, with the error of the system. */
function broken(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done(Object.assign(new Error(`write ${code}`), { code }));
    },
  });
}

const asTerminal = { isTTY: true, columns: 80 } as const;

describe("what a command says", () => {
  it("is left out once its reader has gone, as in `aqueduct runs | head -1`", async () => {
    const stream = broken("EPIPE");
    const output = outputOf(Object.assign(stream, asTerminal));
    const closed = new Promise((resolve) => stream.once("close", resolve));
    output.write("first\n");
    output.write("second\n");
    await closed; // The stream's error has been told by now: unheard, it would have ended this process.
    output.write("third\n");
    expect(stream.destroyed).toBe(true);
  });

  it("is missed where anything else keeps it from being written", () => {
    const stream = broken("ENOSPC");
    outputOf(Object.assign(stream, asTerminal));
    const full = Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" });
    expect(() => stream.emit("error", full)).toThrow("write ENOSPC");
  });

  it("is as wide as its terminal, and as it becomes; a pipe has no width", () => {
    const stream = { ...asTerminal, write: () => true, on: () => undefined, isTTY: true, columns: 80 };
    const output = outputOf(stream);
    expect(output.columns).toBe(80);
    stream.columns = 40;
    expect(output.columns).toBe(40);
    stream.isTTY = false;
    expect(output.columns).toBeUndefined();
  });
});
