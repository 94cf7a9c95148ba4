import { describe, expect, it } from "vitest";
import { keptPublicationFormat, milestoneFormat, readEach } from "../../../src/formats/memory.js";
import { PreviewMemory } from "../../../src/extension/panels/previewMemory.js";
import { ViewMemory } from "../../../src/extension/panels/viewMemory.js";
import { PublishMemory } from "../../../src/extension/publish/publishMemory.js";
import { changesOf } from "../formats/samples.js";

const uri = "file:///wine/wine.py";
const publication = {
  uri,
  folder: "/wine",
  workflow: "wine",
  target: "airflow",
  build: "a".repeat(64),
  publishedAt: "2026-11-21T01:23:00.003000Z",
  files: { "wine.py": "b".repeat(64) },
};
const target = { uri, workflow: "wine", engine: null, target: "airflow" };
const reference = {
  kind: "operatorRun",
  folder: "/wine",
  target: "local",
  rid: "0123456789abcdef0123",
  operator: "predict",
};
const preview = { title: "predict", reference, isKept: false };

/** VS Code's memory, which holds the same under every key. */
function memoryOf(value: unknown): ConstructorParameters<typeof PublishMemory>[0] {
  return { keys: () => [], get: () => value, update: () => Promise.resolve() };
}

const file = { toString: () => uri } as Parameters<PublishMemory["publicationsOf"]>[0];

describe("what the editor's own memory holds", () => {
  it("is read as it was kept", () => {
    expect(new PublishMemory(memoryOf([publication])).publicationsOf(file)).toEqual([publication]);
    expect(new PublishMemory(memoryOf([target])).targetOf(file, "wine")).toEqual(target);
    expect(new PreviewMemory(memoryOf([preview])).take("predict")).toEqual(preview);
  });

  it("of another version, or changed by hand, counts as never kept, whatever it is: nothing throws, and no wrong member comes out", () => {
    for (const { value } of changesOf([publication, target, preview])) {
      const memory = memoryOf(value);
      for (const kept of new PublishMemory(memory).publicationsOf(file)) expect(Object.keys(kept.files)).toBeDefined();
      expect(() => new PublishMemory(memory).targetOf(file, "wine")).not.toThrow();
      expect(new PreviewMemory(memory).take("predict")?.reference.rid ?? reference.rid).toBe(reference.rid);
      expect(new ViewMemory(memory).shown).toBeNull();
    }
    // These had a member that was asked for, and nothing else.
    expect(readEach(keptPublicationFormat, [{ build: 3 }, publication, null])).toEqual([publication]);
  });

  it("has no milestones where it holds no list of them", () => {
    for (const value of [undefined, 3, "hasRun", { length: 1 }]) expect(readEach(milestoneFormat, value)).toEqual([]);
    expect(readEach(milestoneFormat, ["hasRun", "hasWings", 3])).toEqual(["hasRun"]);
  });
});
