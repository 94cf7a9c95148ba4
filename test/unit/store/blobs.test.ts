import { beforeEach, describe, expect, it } from "vitest";
import { keepBlob, keepContent, readBlob, WrongContent } from "../../../src/core/store/blobs.js";
import { nameBuild, putBuild, readBuild } from "../../../src/core/store/builds.js";
import * as keys from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { buildRecord } from "../builds.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const digest = nodeHash.sha256("right");
const key = keys.blobKey(digest);
const place = { project: "p-1", key: "wine-12345678" };
let store: ReturnType<typeof inMemoryStore>;

beforeEach(() => {
  store = inMemoryStore();
});

describe("a blob", () => {
  it("is read where it is what its name says, and is none where there is none", async () => {
    expect(await readBlob(store, nodeHash, digest)).toBeUndefined();
    expect(await keepBlob(store, digest, bytes("right"))).toBe(true);
    expect(await readBlob(store, nodeHash, digest)).toEqual(bytes("right"));
  });

  it.each(["", "righ", "wrong"])("that holds %j is named with what to do", async (text) => {
    store.objects.set(key, bytes(text));
    await expect(readBlob(store, nodeHash, digest)).rejects.toThrow(WrongContent);
    await expect(readBlob(store, nodeHash, digest, { advice: "Do this." })).rejects.toThrow(
      `${key} in memory is not what was put there: its SHA-256 is another one, so it was changed or cut short. Do this.`,
    );
  });

  it("is put once: bytes that are right stay, and are not asked for", async () => {
    await keepBlob(store, digest, bytes("right"));
    store.writes.length = 0;
    const never = (): Promise<Uint8Array> => Promise.reject(new Error("asked"));
    expect(await keepContent(store, key, digest, never)).toBe(false);
    expect(store.writes).toEqual([]);
  });

  it("that is wrong is replaced", async () => {
    await store.putIfAbsent(key, bytes("wrong"));
    expect(await keepBlob(store, digest, bytes("right"))).toBe(true);
    expect(await readBlob(store, nodeHash, digest)).toEqual(bytes("right"));
  });

  it("that somebody else replaces meanwhile is looked at again", async () => {
    await store.putIfAbsent(key, bytes("wrong"));
    let looks = 0;
    const racing: typeof store = {
      ...store,
      digestOf: async (asked) => {
        const found = await store.digestOf(asked);
        looks += 1;
        if (looks === 1) await store.putIfMatch(asked, bytes("right"), found?.etag);
        return found;
      },
    };
    expect(await keepBlob(racing, digest, bytes("right"))).toBe(false);
    expect(looks).toBe(2);
  });

  it("that others change all the time is told", async () => {
    const racing: typeof store = { ...store, putIfAbsent: () => Promise.resolve(false) };
    await expect(keepBlob(racing, digest, bytes("right"))).rejects.toThrow("Something else writes there all the time.");
  });
});

describe("a build record", () => {
  const build = nameBuild(buildRecord([]), nodeHash);
  const edited = JSON.stringify({ ...build.record, schedule: "* * * * *" });

  it("that was edited in the store, and is a whole record still, is none of that name", async () => {
    store.objects.set(keys.buildKey(place, build.name), bytes(edited));
    await expect(readBuild(store, nodeHash, place, build.name)).rejects.toThrow(
      `workflows/p-1/wine-12345678/builds/${build.name}.json in memory is not what was put there`,
    );
  });

  it("that was edited is replaced by who has it", async () => {
    await store.putIfAbsent(keys.buildKey(place, build.name), bytes(edited));
    expect(await putBuild(store, place, build)).toBe(true);
    expect(await readBuild(store, nodeHash, place, build.name)).toEqual(build.record);
  });
});

describe("a part of a key that came from a store", () => {
  const bad = ["../x", "..", ".", "", "a/b", ".hidden", "a b", "a\nb", "/abs", "C:\\x", "é"];
  const life = "20261121T010000.000000Z";

  it.each(bad)("is refused where it is %j", (text) => {
    const wrong = [
      () => keys.blobKey(text),
      () => keys.buildKey(place, text),
      () => keys.buildKey({ project: text, key: "k" }, build64),
      () => keys.buildKey({ project: "p", key: text }, build64),
      () => keys.currentKey(place, text),
      () => keys.runFolder(place, text),
      () => keys.runFolder({ project: text, key: "k" }, "r"),
      () => keys.lifeFolder(place, "r", text),
      () => keys.markerKey(place, life, `/${text}`),
      () => keys.manifestKey(place, { rid: "r", life, operator: text, try: 1 }),
    ];
    for (const make of wrong) expect(make).toThrow(keys.BadKey);
  });

  it("is refused where it should be a digest and is none", () => {
    for (const text of ["ab12", "G".repeat(64), "A".repeat(64), "0".repeat(63)])
      expect(() => keys.blobKey(text)).toThrow(`"${text}" is not a SHA-256`);
  });
});

const build64 = "0".repeat(64);
