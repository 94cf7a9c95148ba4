import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { signalWords } from "../../../src/core/model/signals.js";

const table = JSON.parse(await readFile(new URL("../../fixtures/signals.json", import.meta.url), "utf8")) as Readonly<
  Record<string, readonly [means: string, tip: string]>
>;

it("signals have the words that they have on a worker", () => {
  for (const [name, [means, tip]] of Object.entries(table)) expect(signalWords(name), name).toEqual({ means, tip });
});

it("only a kill is told as a lack of memory", () => {
  const told = Object.keys(table).filter((name) => /memory ran out/.test(signalWords(name).means));
  expect(told).toEqual(["SIGKILL"]);
});
