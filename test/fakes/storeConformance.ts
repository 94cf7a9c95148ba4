import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ObjectStore } from "../../src/core/ports.js";
import { nodeHash } from "../../src/platform/hash.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : new TextDecoder().decode(value);

/** What every store must do, whatever it is made of. */
export function describeStore(
  name: string,
  open: () => Promise<{ readonly store: ObjectStore; readonly close: () => Promise<void> }>,
): void {
  describe(name, () => {
    let store: ObjectStore;
    let close: () => Promise<void>;

    beforeAll(async () => {
      ({ store, close } = await open());
    }, 120_000);

    afterAll(() => close());

    it("gives back what was put, and nothing for what was not", async () => {
      expect(await store.putIfAbsent("get/a=1.json", bytes("one"))).toBe(true);
      expect(text((await store.get("get/a=1.json"))?.bytes)).toBe("one");
      expect(await store.get("get/b")).toBeUndefined();
      expect(await store.get("nowhere/at/all")).toBeUndefined();
    });

    it("puts a key once only", async () => {
      expect(await store.putIfAbsent("once/a", bytes("first"))).toBe(true);
      expect(await store.putIfAbsent("once/a", bytes("second"))).toBe(false);
      expect(text((await store.get("once/a"))?.bytes)).toBe("first");
    });

    it("lets exactly one of many writers put a key", async () => {
      const won = await Promise.all(
        Array.from({ length: 16 }, (_, writer) => store.putIfAbsent("race/put", bytes(String(writer)))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(text((await store.get("race/put"))?.bytes)).toBe(String(won.indexOf(true)));
    });

    it("swaps only what is still as it was read", async () => {
      expect(await store.putIfMatch("swap/a", bytes("one"), undefined)).toBe(true);
      expect(await store.putIfMatch("swap/a", bytes("two"), undefined)).toBe(false);
      const first = await store.get("swap/a");
      expect(await store.putIfMatch("swap/a", bytes("two"), first?.etag)).toBe(true);
      expect(await store.putIfMatch("swap/a", bytes("three"), first?.etag)).toBe(false);
      expect(text((await store.get("swap/a"))?.bytes)).toBe("two");
    });

    it("tells the SHA-256 of what lies there now, with the etag by which it can be swapped", async () => {
      const large = bytes("x".repeat(300_000));
      for (const [key, value] of [
        ["digest/a", bytes("one")],
        ["digest/empty", bytes("")],
        ["digest/large", large],
      ] as const) {
        await store.putIfAbsent(key, value);
        expect((await store.digestOf(key))?.sha256).toBe(nodeHash.sha256(value));
      }
      const found = await store.digestOf("digest/a");
      expect(await store.putIfMatch("digest/a", bytes("two"), found?.etag)).toBe(true);
      expect((await store.digestOf("digest/a"))?.sha256).toBe(nodeHash.sha256("two"));
      expect(await store.digestOf("digest/none")).toBeUndefined();
      expect(await store.digestOf("digest")).toBeUndefined();
    });

    it("does not swap what is gone", async () => {
      await store.putIfAbsent("swap/b", bytes("one"));
      const { etag } = (await store.get("swap/b")) ?? { etag: "" };
      await store.delete("swap/b");
      expect(await store.putIfMatch("swap/b", bytes("two"), etag)).toBe(false);
      expect(await store.get("swap/b")).toBeUndefined();
    });

    it("lets exactly one of many writers swap", async () => {
      await store.putIfAbsent("race/swap", bytes("start"));
      const { etag } = (await store.get("race/swap")) ?? { etag: "" };
      const won = await Promise.all(
        Array.from({ length: 8 }, (_, writer) => store.putIfMatch("race/swap", bytes(String(writer)), etag)),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
    });

    it("lists keys in order of their bytes, after a key, up to a limit", async () => {
      const keys = ["list/a-b", "list/a/x", "list/a/y/z", "list/a.b", "list/a0", "list/b"];
      for (const key of keys) await store.putIfAbsent(key, bytes(""));
      const sorted = [...keys].sort();
      expect(await store.list("list/")).toEqual(sorted);
      expect(await store.list("list/a/")).toEqual(["list/a/x", "list/a/y/z"]);
      expect(await store.list("list/a")).toEqual(sorted.filter((key) => key.startsWith("list/a")));
      expect(await store.list("list/", { startAfter: "list/a/x", limit: 2 })).toEqual(["list/a/y/z", "list/a0"]);
      expect(await store.list("list/a/y/z", { limit: 1 })).toEqual(["list/a/y/z"]);
      expect(await store.list("absent/")).toEqual([]);
    });

    it("lists the names directly under a prefix", async () => {
      for (const key of ["folder/one/a", "folder/one/b", "folder/two", "folder/one.json"])
        await store.putIfAbsent(key, bytes(""));
      expect(await store.listFolder("folder/")).toEqual(["one.json", "one/", "two"]);
      expect(await store.listFolder("absent/")).toEqual([]);
    });

    it("deletes, also what is not there", async () => {
      await store.putIfAbsent("delete/a", bytes(""));
      await store.delete("delete/a");
      await store.delete("delete/a");
      expect(await store.list("delete/")).toEqual([]);
    });

    it("stops where it is told to", async () => {
      const reason = new Error("stopped");
      await expect(store.get("get/a=1.json", AbortSignal.abort(reason))).rejects.toBe(reason);
      await expect(store.putIfAbsent("stop/a", bytes(""), AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
