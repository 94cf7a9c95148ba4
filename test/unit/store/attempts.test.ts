import type { Format } from "../../../src/formats/reader.js";
import { json } from "../../../src/formats/schema.js";
import { beforeEach, describe, expect, it } from "vitest";
import type { ObjectStore } from "../../../src/core/ports.js";
import { blobsOf, nameBuild, putBuild, readBuild } from "../../../src/core/store/builds.js";
import { canonicalJson, jsonBytes, readJson } from "../../../src/core/store/json.js";
import { lifeOf, manifestKey, markerKey, newRunId, timeOfLife } from "../../../src/core/store/keys.js";
import { attemptsOf, livesOf, newestRuns, readAttempts, readRunRecord } from "../../../src/core/store/runs.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { buildOperator, buildRecord, digestOf } from "../builds.js";
import { manifest } from "../runs/facts.js";

const place = { project: "p-1", key: "wine-12345678" };
const [early, late] = ["20261121T010000.000000Z", "20261121T020000.000000Z"] as const;
let store: ReturnType<typeof inMemoryStore>;

beforeEach(() => {
  store = inMemoryStore("s3://wines");
});

function put(key: string, text: string): void {
  store.objects.set(key, new TextEncoder().encode(text));
}

function ran(rid: string, life: string, operator: string, attempt: number): void {
  put(markerKey(place, life, rid), "");
  put(
    manifestKey(place, { rid, life, operator, try: attempt }),
    JSON.stringify(manifest(operator, { life, try: attempt })),
  );
}

async function attempts(operator: string, limit = 10): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { rid, manifest: of } of attemptsOf(store, place, operator, limit))
    found.push(`${rid} ${of.operator} ${of.try}`);
  return found;
}

/** The store, with every signal that it was given. */
function watched(): { readonly store: ObjectStore; readonly signals: (AbortSignal | undefined)[] } {
  const signals: (AbortSignal | undefined)[] = [];
  const seen = <T>(signal: AbortSignal | undefined, value: T): T => {
    signals.push(signal);
    return value;
  };
  return {
    signals,
    store: {
      ...store,
      get: (key, signal) => seen(signal, store.get(key)),
      list: (prefix, options) => seen(options?.signal, store.list(prefix, options)),
      listFolder: (prefix, signal) => seen(signal, store.listFolder(prefix)),
      putIfAbsent: (key, bytes, signal) => seen(signal, store.putIfAbsent(key, bytes)),
      putIfMatch: (key, bytes, etag, signal) => seen(signal, store.putIfMatch(key, bytes, etag)),
      digestOf: (key, signal) => seen(signal, store.digestOf(key)),
    },
  };
}

describe("the attempts of an operator", () => {
  it("come from the newest run to the oldest, and in each from the latest try to the first", async () => {
    for (const attempt of [1, 2, 10]) ran("old", early, "clean", attempt);
    for (const attempt of [1, 3]) ran("new", late, "clean", attempt);
    expect(await attempts("clean")).toEqual([
      "new clean 3",
      "new clean 1",
      "old clean 10",
      "old clean 2",
      "old clean 1",
    ]);
  });

  it("are those of so many runs", async () => {
    ran("old", early, "clean", 1);
    ran("new", late, "clean", 1);
    expect(await attempts("clean", 1)).toEqual(["new clean 1"]);
  });

  it("are those of that operator alone", async () => {
    ran("new", late, "clean", 1);
    ran("new", late, "clean_2", 1);
    expect([await attempts("clean"), await attempts("absent")]).toEqual([["new clean 1"], []]);
  });

  it("without a manifest are not over and left out", async () => {
    ran("new", late, "clean", 1);
    put(
      manifestKey(place, { rid: "new", life: late, operator: "clean", try: 2 }).replace("manifest.json", "stdout.log"),
      "",
    );
    expect(await attempts("clean")).toEqual(["new clean 1"]);
  });

  it("are tries only: what else lies in the folder is passed over", async () => {
    ran("new", late, "clean", 1);
    const folder = manifestKey(place, { rid: "new", life: late, operator: "clean", try: 1 }).replace(/0001.*/, "");
    for (const name of ["0002x", "x0003", "notes"])
      put(`${folder}${name}/manifest.json`, JSON.stringify(manifest("clean", { try: 9 })));
    put(`${folder}0004`, "no folder");
    expect(await attempts("clean")).toEqual(["new clean 1"]);
  });

  it("are read one by one, as they are asked for", async () => {
    ran("old", early, "clean", 1);
    ran("new", late, "clean", 1);
    const reads: string[] = [];
    const counting = { ...store, get: (key: string) => (reads.push(key), store.get(key)) };
    for await (const { rid } of attemptsOf(counting, place, "clean", 10)) {
      expect(rid).toBe("new");
      break;
    }
    expect(reads).toHaveLength(1);
  });

  it("are read with the caller's signal", async () => {
    ran("new", late, "clean", 1);
    const { signal } = new AbortController();
    const seen = watched();
    await attemptsOf(seen.store, place, "clean", 10, signal).next();
    expect(seen.signals).toEqual(seen.signals.map(() => signal));
    expect(seen.signals).toHaveLength(4);
  });
});

describe("the manifests of a run", () => {
  it("are read by the place of their key alone, not by what lies beside or below them", async () => {
    ran("r", late, "clean", 1);
    const key = manifestKey(place, { rid: "r", life: late, operator: "clean", try: 1 });
    const text = JSON.stringify(manifest("other"));
    put(key.replace("/clean/", "/clean/deeper/"), text);
    put(`${key}.old`, text);
    put(key.replace("/0001/", "/x/"), text);
    put(key.replace("/manifest.json", "/artifacts/manifest.json"), text);
    expect((await readAttempts(store, place, "r", [late])).manifests.map(({ operator }) => operator)).toEqual([
      "clean",
    ]);
  });

  it("that vanish while they are read lose their operator alone, and the key is named", async () => {
    ran("r", late, "clean", 1);
    const vanishing = { ...store, get: () => Promise.resolve(undefined) };
    const key = manifestKey(place, { rid: "r", life: late, operator: "clean", try: 1 });
    expect(await readAttempts(vanishing, place, "r", [late])).toEqual({
      manifests: [],
      losses: new Map([["clean", { try: 1, message: `${key} in s3://wines can't be read: it is missing.` }]]),
      isCancelled: false,
    });
  });

  it("and its record, lives and markers are read with the caller's signal, or with none", async () => {
    ran("r", late, "clean", 1);
    const { signal } = new AbortController();
    for (const given of [signal, undefined]) {
      const seen = watched();
      await readAttempts(seen.store, place, "r", await livesOf(seen.store, place, "r", given), given);
      await readRunRecord(seen.store, place, "r", late, given);
      await newestRuns(seen.store, place, 1, given);
      expect(new Set(seen.signals)).toEqual(new Set([given]));
      expect(seen.signals).toHaveLength(6);
    }
  });

  it("are listed without a signal's member where there is none", async () => {
    ran("r", late, "clean", 1);
    const options: unknown[] = [];
    const list: ObjectStore["list"] = (prefix, given) => {
      options.push(given);
      return store.list(prefix, given);
    };
    await readAttempts({ ...store, list }, place, "r", [late]);
    expect(options).toEqual([{}]);
  });
});

describe("the lives of a run", () => {
  it("are the folders under it, oldest first", async () => {
    for (const life of [late, early]) ran("r", life, "clean", 1);
    put(`runs/p-1/${place.key}/r/notes.txt`, "");
    const shuffled = {
      ...store,
      listFolder: async (prefix: string) => [...(await store.listFolder(prefix))].reverse(),
    };
    expect(await livesOf(shuffled, place, "r")).toEqual([early, late]);
  });
});

describe("the newest runs", () => {
  it("are read month by month, no further back than needed, in whatever order the store lists months", async () => {
    for (const [life, rid] of [
      ["20261001T000000.000000Z", "a"],
      ["20261101T000000.000000Z", "b"],
      ["20261102T000000.000000Z", "c"],
    ] as const)
      put(markerKey(place, life, rid), "");
    const months: string[] = [];
    const counting: ObjectStore = {
      ...store,
      list: (prefix, options) => {
        months.push(prefix);
        return store.list(prefix, options);
      },
      listFolder: async (prefix) => [...(await store.listFolder(prefix))].reverse(),
    };
    expect((await newestRuns(counting, place, 2)).markers.map(({ rid }) => rid)).toEqual(["c", "b"]);
    expect(months).toEqual([`runs/p-1/${place.key}/by-time/202611/`]);
    expect((await newestRuns(counting, place, 3)).markers.map(({ rid }) => rid)).toEqual(["c", "b", "a"]);
  });
});

describe("a build", () => {
  const operators = [
    buildOperator("floor", { code: null, parameter: { blob: digestOf("p1"), encoding: "json", type: "numeric" } }),
    buildOperator("predict", {
      values: [{ name: "model", blob: digestOf("v1"), encoding: "pickle", size: 1 }],
      modules: [
        { path: "a.py", blob: digestOf("m1") },
        { path: "b.py", blob: digestOf("d1") },
      ],
    }),
  ];

  it("needs the runtime, its code, captured values, modules and defaults, each once, in one order", () => {
    expect(blobsOf(buildRecord(operators))).toEqual(["d1", "m1", "p1", "r1", "v1"].map(digestOf).sort());
    expect(blobsOf(buildRecord([...operators].reverse()))).toEqual(["d1", "m1", "p1", "r1", "v1"].map(digestOf).sort());
    expect(blobsOf(buildRecord([]))).toEqual([digestOf("r1")]);
  });

  it("is named by the digest of its canonical text, and stands in the store as that text", async () => {
    const build = nameBuild(buildRecord(operators), nodeHash);
    expect([build.text, build.name]).toEqual([canonicalJson(build.record), nodeHash.sha256(build.text)]);
    await putBuild(store, place, build);
    const key = `workflows/p-1/${place.key}/builds/${build.name}.json`;
    expect(new TextDecoder().decode(store.objects.get(key))).toBe(build.text);
  });

  it("that is not in the store is none", async () => {
    expect(await readBuild(store, nodeHash, place, "0".repeat(64))).toBeUndefined();
  });

  it("is looked for with the caller's signal", async () => {
    const { signal } = new AbortController();
    const seen = watched();
    await readBuild(seen.store, nodeHash, place, "0".repeat(64), signal);
    await putBuild(seen.store, place, nameBuild(buildRecord([]), nodeHash), signal);
    expect(seen.signals.every((one) => one === signal)).toBe(true);
  });
});

describe("JSON in the store", () => {
  it("is read with its etag", async () => {
    await store.putIfAbsent("k", jsonBytes({ b: 1, a: 2 }));
    const { etag } = (await store.get("k")) ?? { etag: "?" };
    expect(await readJson(store, "k", any)).toEqual({ value: { a: 2, b: 1 }, etag });
    expect(new TextDecoder().decode(store.objects.get("k"))).toBe('{"a":2,"b":1}');
  });

  it("is nothing else: undefined has no JSON", () => {
    expect(() => canonicalJson(undefined)).toThrow("JSON");
  });

  it("that is broken names what broke", async () => {
    put("k", "{");
    await expect(readJson(store, "k", any)).rejects.toThrow("k in s3://wines can't be read: it is not JSON.");
  });

  it("of a newer Aqueduct says to update", async () => {
    put("k", '{"format":7}');
    await expect(readJson(store, "k", any)).rejects.toThrow(
      "k in s3://wines can't be read: it has format 7, and this Aqueduct reads up to 1: update it.",
    );
  });
});

const any: Format<unknown> = { name: "anything", schema: json, number: 1 };

describe("a time in keys", () => {
  it.each([
    ["2026-11-21T01:23:01Z", "20261121T012301.000000Z"],
    ["2026-11-21T01:23:01.5Z", "20261121T012301.500000Z"],
    ["2026-11-21T01:23:01.123456789Z", "20261121T012301.123456Z"],
    ["2026-11-21T01:23:01.048772+02:00", "20261120T232301.048772Z"],
    ["2026-11-21t01:23:01z", "20261121T012301.000000Z"],
  ])("of %s is %s", (time, life) => {
    expect(lifeOf(time)).toBe(life);
  });

  it.each([
    "2026-11-21",
    "x2026-11-21T01:23:01Z",
    "2026-11-21T01:23:01Zx",
    "2026-11-21T01:23:01",
    "2026-13-41T01:23:01Z",
    "2026-11-21T01:23:01+02",
    "",
  ])("is refused where there is none: %j", (time) => {
    expect(() => lifeOf(time)).toThrow(`"${time}" is not a time in RFC 3339.`);
  });

  it("is read back as the time that it stands for", () => {
    expect(timeOfLife("20261121T012301.048772Z")).toBe("2026-11-21T01:23:01.048772Z");
    expect(lifeOf(timeOfLife("20260102T030405.000006Z"))).toBe("20260102T030405.000006Z");
  });

  it.each([
    "x20261121T012301.048772Z",
    "20261121T012301.048772Zx",
    "2026112T012301.048772Z",
    "20261121T012301Z",
    "20261121 012301.048772Z",
    "",
  ])("is not read from what is none: %j", (life) => {
    expect(() => timeOfLife(life)).toThrow(`"${life}" is not the start of a run.`);
  });

  it("begins the id of a run after who started it", () => {
    expect(newRunId("local", "2026-11-21T01:23:01Z", "abcdef")).toBe("local__20261121T012301.000000Z__abcdef");
  });
});
