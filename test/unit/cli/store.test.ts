import { beforeEach, describe, expect, it } from "vitest";

import type { StoreCheck } from "../../../src/core/index.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { blobKey, manifestKey, valueKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { FakeShell, jsonOf } from "../../fakes/fakeShell.js";
import { digest } from "../../fakes/wine.js";
import { manifest } from "../runs/facts.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const model = blobKey(digest("d"));
let shell: FakeShell;

beforeEach(async () => {
  shell = new FakeShell();
  expect((await shell.type("publish", "wine.py", "--airflow", "airflow")).code).toBe(0);
});

function keyOf(store: string, part: string): string {
  return [...shell.store(store).objects.keys()].find((key) => key.includes(part)) ?? "";
}

async function check(...args: readonly string[]): Promise<{ readonly code: number; readonly found: StoreCheck }> {
  const said = await shell.type("store", "check", "--json", ...args);
  return { code: said.code, found: jsonOf<StoreCheck>(said) };
}

const told = ({ findings }: StoreCheck): unknown[] =>
  findings.map(({ key, problem, repaired }) => [key, problem, repaired]);

/** A value that an operator of a run gave, with the bytes that lie under it. */
async function valueIn(store: string, right: string, there: string): Promise<string> {
  const place = {
    project: keyOf(store, "/builds/").split("/")[1] ?? "",
    key: keyOf(store, "/builds/").split("/")[2] ?? "",
  };
  const sha256 = nodeHash.sha256(right);
  const key = valueKey(place, sha256);
  const life = "20261121T010000.000000Z";
  const artifact = {
    id: "clean",
    key,
    sha256,
    size: 1,
    type: "numeric",
    encoding: "json",
    rows: null,
    schema: null,
    sample: null,
  } as const;
  await shell.store(store).putIfAbsent(key, bytes(there));
  await shell
    .store(store)
    .putIfAbsent(
      manifestKey(place, { rid: "r", life, operator: "clean", try: 1 }),
      jsonBytes(manifest("clean", { artifacts: [artifact] })),
    );
  return key;
}

describe("aqueduct store check", () => {
  it.each([[], ["--store", "lake"], ["--store", "local"]])("of a store that is whole is 0: %s %s", async (...args) => {
    const said = await shell.type("store", "check", ...args);
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toMatch(
      /^\/stores\/(local|lake): \d blobs, 1 build, 0 values and \d records? were looked at\.\nAll of it is what was put there, and nothing is missing\.\n$/,
    );
  });

  it("lists what is wrong, missing and unreadable, with what to do, is 1, and changes nothing", async () => {
    const { objects, writes } = shell.store("lake");
    const build = keyOf("lake", "/builds/");
    const history = keyOf("lake", "/history/");
    objects.set(model, bytes("cut"));
    objects.set(build, bytes('{"format":1}'));
    objects.delete(blobKey(digest("c")));
    objects.set(history, bytes("{"));
    const whole = new Map(objects);
    writes.length = 0;
    const said = await shell.type("store", "check", "--store", "lake");
    expect(said.code).toBe(1);
    const rows = said.stdout.split("\n").map((line) => line.replace(/ {2,}/g, " | "));
    expect(rows).toContain(`wrong | ${model} | Its SHA-256 is another one: it was changed or cut short. Add --repair.`);
    expect(rows).toContain(`wrong | ${build} | Its SHA-256 is another one: it was changed or cut short. Add --repair.`);
    expect(said.stdout).toContain(`unreadable  ${history}`);
    expect(said.stdout).toMatch(/\n2 wrong, 1 unreadable\.\n$/);
    expect([objects, writes]).toEqual([whole, []]);
  });

  it("names what a build needs and is gone, and puts it there from the store of the folder", async () => {
    shell.store("lake").objects.delete(model);
    expect(told((await check("--store", "lake")).found)).toEqual([[model, "missing", null]]);
    const { code, found } = await check("--store", "lake", "--repair");
    expect([code, told(found)]).toEqual([0, [[model, "missing", "put"]]]);
    expect(shell.store("lake").objects.get(model)).toEqual(bytes("d"));
    expect((await check("--store", "lake")).code).toBe(0);
  });

  it.each([
    ["lake", "local"],
    ["local", "lake"],
  ])("replaces what is wrong in %s by what %s has", async (broken) => {
    const build = keyOf(broken, "/builds/");
    const whole = new Map(shell.store(broken).objects);
    for (const key of [model, build]) shell.store(broken).objects.set(key, bytes("evil"));
    const { code, found } = await check("--store", broken, "--repair");
    expect([code, told(found)]).toEqual([
      0,
      [
        [model, "wrong", "replaced"],
        [build, "wrong", "replaced"],
      ],
    ]);
    expect(shell.store(broken).objects).toEqual(whole);
  });

  it("deletes what is wrong in both, since a publication makes it again", async () => {
    for (const store of ["local", "lake"]) shell.store(store).objects.set(model, bytes("evil"));
    const { code, found } = await check("--store", "lake", "--repair");
    expect([code, told(found)]).toEqual([0, [[model, "wrong", "deleted"]]]);
    expect(shell.store("lake").objects.has(model)).toBe(false);
  });

  it("leaves a wrong value where nobody has another, says what to do, and is 1", async () => {
    const key = await valueIn("lake", "7", "8");
    const { code, found } = await check("--store", "lake", "--repair");
    expect([code, told(found)]).toEqual([1, [[key, "wrong", null]]]);
    expect(found.findings[0]?.advice).toBe("Run the operator again: what it gives takes its place.");
    expect(shell.store("lake").objects.get(key)).toEqual(bytes("8"));
  });

  it("tells a value that a manifest names and is gone", async () => {
    const key = await valueIn("lake", "7", "7");
    shell.store("lake").objects.delete(key);
    expect(told((await check("--store", "lake")).found)).toEqual([[key, "missing", null]]);
  });

  it("touches no record that it cannot read", async () => {
    const current = keyOf("lake", "/current.json");
    shell.store("lake").objects.set(current, bytes("{"));
    const { code, found } = await check("--store", "lake", "--repair");
    expect([code, told(found)]).toEqual([1, [[current, "unreadable", null]]]);
    expect(shell.store("lake").objects.get(current)).toEqual(bytes("{"));
  });

  it("names a sample that is torn, which nobody can be shown", async () => {
    const key = `${keyOf("lake", "/builds/")
      .replace(/^workflows/, "runs")
      .replace(/\/builds\/.*/, "")}/r/20261121T010000.000000Z/clean/0001/samples/1.json`;
    await shell.store("lake").putIfAbsent(key, bytes('{"format":1,"ty'));
    const { code, found } = await check("--store", "lake", "--repair");
    expect([code, told(found)]).toEqual([1, [[key, "unreadable", null]]]);
    expect(found.findings[0]?.why).toContain("it is not JSON");
  });

  it("tells names that are none", async () => {
    shell.store("lake").objects.set("blobs/sha256/readme", bytes(""));
    expect(told((await check("--store", "lake")).found)).toEqual([["blobs/sha256/readme", "unreadable", null]]);
  });

  it("says which store could not be asked", async () => {
    shell.store("local").objects.set(model, bytes("evil"));
    shell.store("lake").get = () => Promise.reject(new Error("There is no such bucket."));
    const { found } = await check("--repair");
    expect(told(found)).toEqual([[model, "wrong", "deleted"]]);
    expect(found.notes).toEqual(['The store "lake" was not asked for what is damaged here: There is no such bucket.']);
  });

  it("is 2 for a store that there is not", async () => {
    const said = await shell.type("store", "check", "--store", "nowhere");
    expect([said.code, said.stderr]).toEqual([
      2,
      'There is no store "nowhere" in aqueduct.json. There is local, lake.\n',
    ]);
  });

  it("shows how far it is on a terminal, and ends at Ctrl-C with 3", async () => {
    shell.columns = 80;
    expect((await shell.type("store", "check")).stderr).toMatch(/Checking 1 of \d+ objects…/);
    shell.interrupt();
    expect(await shell.type("store", "check")).toMatchObject({ code: 3 });
  });
});
