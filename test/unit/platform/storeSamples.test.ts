import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { folderStore } from "../../../src/platform/folderStore.js";

type Step =
  | readonly ["get", string, string | null]
  | readonly ["list", string, readonly string[]]
  | readonly ["put", string, string, boolean];

interface Samples {
  readonly badKeys: readonly string[];
  readonly steps: readonly Step[];
}

const samples = JSON.parse(
  await readFile(new URL("../../fixtures/store/conformance.json", import.meta.url), "utf8"),
) as Samples;

it("does what the samples say, as Python's client does", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
  const store = folderStore(folder);
  try {
    for (const step of samples.steps) {
      if (step[0] === "get") {
        const found = await store.get(step[1]);
        expect(found === undefined ? null : new TextDecoder().decode(found.bytes), step[1]).toBe(step[2]);
      } else if (step[0] === "list") {
        expect(await store.list(step[1]), step[1]).toEqual(step[2]);
      } else {
        expect(await store.putIfAbsent(step[1], new TextEncoder().encode(step[2])), step[1]).toBe(step[3]);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

it.each(samples.badKeys)("refuses %j as a key", async (key) => {
  await expect(async () => folderStore("/nowhere").get(key)).rejects.toThrow(/cannot be a key/);
});
