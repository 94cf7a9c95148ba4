import { beforeEach, describe, expect, it } from "vitest";
import type { ObjectStore } from "../../../src/core/ports.js";
import { formatKey, withFormat } from "../../../src/core/store/format.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let inside: ReturnType<typeof inMemoryStore>;
let store: ObjectStore;

beforeEach(() => {
  inside = inMemoryStore();
  store = withFormat(inside);
});

const marker = (): string | undefined => {
  const found = inside.objects.get(formatKey);
  return found === undefined ? undefined : new TextDecoder().decode(found);
};

describe("the number of a store's layout", () => {
  const uses: readonly (readonly [string, (of: ObjectStore) => Promise<unknown>])[] = [
    ["get", (of) => of.get("k")],
    ["digestOf", (of) => of.digestOf("k")],
    ["list", (of) => of.list("")],
    ["listFolder", (of) => of.listFolder("runs/")],
    ["putIfAbsent", (of) => of.putIfAbsent("k", bytes(""))],
    ["putIfMatch", (of) => of.putIfMatch("k", bytes(""), undefined)],
    ["delete", (of) => of.delete("k")],
  ];

  it.each(uses)("that is newer is refused with what to do, before anything is done: %s", async (_, use) => {
    inside.objects.set(formatKey, bytes('{"format":3}'));
    await expect(use(store)).rejects.toThrow(
      "The store memory has format 3, and this Aqueduct knows formats up to 2. Update Aqueduct, then try again.",
    );
    expect([inside.objects.size, inside.writes]).toEqual([1, []]);
  });

  it.each(["", "{", "[]", '{"format":"2"}', "null"])("that cannot be read (%j) is named", async (text) => {
    inside.objects.set(formatKey, bytes(text));
    await expect(store.get("k")).rejects.toThrow(`${formatKey} in memory can't be read: `);
  });

  it.each([undefined, '{"format":1}'])(
    "that is older, %j, is read, and is ours from the first object on",
    async (text) => {
      if (text !== undefined) inside.objects.set(formatKey, bytes(text));
      expect(await store.get("k")).toBeUndefined();
      expect(marker()).toBe(text);
      await store.putIfAbsent("k", bytes(""));
      expect(marker()).toBe('{"format":2}');
      expect(inside.writes.slice(-2)).toEqual([formatKey, "k"]);
    },
  );

  it("is left as it is by a probe", async () => {
    await store.putIfAbsent(".probe/a", bytes(""));
    expect(marker()).toBeUndefined();
  });

  it("is asked for once, and again where the store could not be reached", async () => {
    let isUp = false;
    let asked = 0;
    const counting: ObjectStore = {
      ...inside,
      get: (key) => {
        if (key === formatKey) asked += 1;
        return isUp ? inside.get(key) : Promise.reject(new Error("down"));
      },
    };
    const other = withFormat(counting);
    await expect(other.get("k")).rejects.toThrow("down");
    isUp = true;
    await Promise.all([other.get("k"), other.list("")]);
    expect(asked).toBe(2);
  });
});
