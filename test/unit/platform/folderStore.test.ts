import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { folderStore } from "../../../src/platform/folderStore.js";
import { describeStore } from "../../fakes/storeConformance.js";

describeStore("a store in a folder", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-store-"));
  return { store: folderStore(folder), close: () => rm(folder, { recursive: true }) };
});

it("refuses keys that lead out of the folder", async () => {
  await expect(async () => folderStore("/nowhere").get("../secret")).rejects.toThrow(/cannot be a key/);
});
