import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LocalStore } from "../../src/engine/localStore.js";
import { nodeHash } from "../../src/platform/hash.js";

const key = `values/p/w-12345678/sha256/${nodeHash.sha256("right")}`;
let folder: string;
let store: LocalStore;
let given: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "aqueduct-local-store-"));
  store = new LocalStore(path.join(folder, "store"));
  given = path.join(folder, "given");
  writeFileSync(given, "right");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const there = (): string => readFileSync(store.fileOf(key), "utf8");
const beside = (): readonly string[] => readdirSync(path.dirname(store.fileOf(key)));

describe("a value of the engine's store", () => {
  it("is moved to its name, and stays where that is asked for again after a crash", () => {
    store.moveValue(given, key);
    store.moveValue(given, key);
    expect([there(), readdirSync(folder)]).toEqual(["right", ["store"]]);
  });

  it("that is nowhere is an error", () => {
    rmSync(given);
    expect(() => {
      store.moveValue(given, key);
    }).toThrow(`${given}, which its process says that it wrote, is not there.`);
  });

  it.each<[string, () => void]>([
    ["moved", () => store.moveValue(given, key)],
    ["linked", () => store.linkValue(given, key)],
    ["put", () => store.putValue(key, new TextEncoder().encode("right"))],
  ])("takes the place of wrong bytes when it is %s", (_, take) => {
    store.putIfAbsent(key, new TextEncoder().encode("wrong"));
    take();
    expect([there(), beside().length]).toEqual(["right", 1]);
  });

  it("that is linked to the very file it is leaves nothing beside it", () => {
    store.linkValue(given, key);
    linkSync(given, path.join(folder, "other"));
    store.linkValue(given, key);
    expect([there(), beside().length]).toEqual(["right", 1]);
  });

  it.each(["../outside", "a/../../outside", "/outside", ""])("has no key %j", (wrong) => {
    expect(() => {
      store.moveValue(given, wrong);
    }).toThrow("cannot be a key of a store");
  });
});
