import { beforeEach, describe, expect, it } from "vitest";
import { stateAfterCancel } from "../../../src/core/publish/cancelled.js";
import { Steps, type PublishEvent, type PublishStep } from "../../../src/core/publish/steps.js";
import { uploadBuild } from "../../../src/core/publish/upload.js";
import type { ObjectStore } from "../../../src/core/ports.js";
import type { NamedBuild } from "../../../src/core/store/builds.js";
import { blobKey, buildKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { buildOperator } from "../builds.js";
import { build, bytes, place, PublishingWorld } from "./world.js";

const text = "the DAG file";
const dag = { text, blob: nodeHash.sha256(text) };
let world: PublishingWorld;
let progress: string[];

beforeEach(() => {
  world = new PublishingWorld();
  progress = [];
});

/** A build that ships so many captured values, all of them in the local store. */
function shipping(count: number): NamedBuild {
  const values = Array.from({ length: count }, (_, index) => {
    const content = `value ${index}`;
    world.localStore.objects.set(blobKey(nodeHash.sha256(content)), bytes(content));
    return { name: `v${index}`, blob: nodeHash.sha256(content), encoding: "json" as const, size: 7 };
  });
  return build("0 3 * * *", "p-1", [buildOperator("predict", { code: null, values })]);
}

function upload(named: NamedBuild, store: ObjectStore = world.store, signal?: AbortSignal): Promise<number> {
  const { ports, request } = world.parts(named, { store, ...(signal === undefined ? {} : { signal }) });
  return uploadBuild(ports, request, dag, (message) => progress.push(message));
}

describe("uploading a build", () => {
  it("brings its blobs as they are, the DAG file's text, and the record last", async () => {
    const named = shipping(1);
    expect(await upload(named)).toBe(2);
    const value = nodeHash.sha256("value 0");
    const read = (key: string): string => new TextDecoder().decode(world.store.objects.get(key));
    expect(read(blobKey(value))).toBe("value 0");
    expect(read(blobKey(dag.blob))).toBe(text);
    expect(read(buildKey(place, named.name))).toBe(named.text);
    expect(world.store.writes.slice(-2)).toEqual([blobKey(dag.blob), buildKey(place, named.name)]);
    expect(progress).toEqual(["1 blob uploaded.", "2 blobs uploaded."]);
  });

  it("brings nothing twice", async () => {
    await upload(shipping(2));
    world.store.writes.length = 0;
    expect(await upload(shipping(3))).toBe(1);
    expect(world.store.writes).toHaveLength(2);
  });

  it("looks at what is there already, by one request each, and neither reads nor writes it", async () => {
    const named = shipping(2);
    await upload(named);
    const looked: string[] = [];
    const store: ObjectStore = {
      ...world.store,
      get: (key) => Promise.reject(new Error(`${key} was read`)),
      digestOf: (key) => {
        looked.push(key);
        return world.store.digestOf(key);
      },
    };
    world.store.writes.length = 0;
    expect(await upload(named, store)).toBe(0);
    expect(looked).toHaveLength(5); // runtime, two values, the DAG file's text, the record
    expect(world.store.writes).toEqual([]);
  });

  it("replaces what is wrong in the target's store: a blob, the DAG file's text, and the record", async () => {
    const named = shipping(1);
    await upload(named);
    const value = blobKey(nodeHash.sha256("value 0"));
    const whole = new Map(world.store.objects);
    for (const key of [value, blobKey(dag.blob), buildKey(place, named.name)])
      world.store.objects.set(key, bytes("cut sh"));
    expect(await upload(named)).toBe(1);
    expect(world.store.objects).toEqual(whole);
  });

  it("is refused where a blob is not what tracing put there, before anything of it travels", async () => {
    const named = shipping(1);
    const key = blobKey(nodeHash.sha256("value 0"));
    world.localStore.objects.set(key, bytes("evil"));
    await expect(upload(named)).rejects.toThrow(
      `${key} in /w/.aqueduct/store is not what was put there: its SHA-256 is another one, so it was changed or cut short. Publish again: reading the workflow file puts it right.`,
    );
    expect(world.store.objects.has(key)).toBe(false);
    expect(world.store.objects.has(buildKey(place, named.name))).toBe(false);
  });

  it("brings the DAG file's text where the build is there already", async () => {
    const named = shipping(1);
    await upload(named);
    const other = { text: "another", blob: nodeHash.sha256("another") };
    const { ports, request } = world.parts(named);
    await uploadBuild(ports, request, other, () => undefined);
    expect(world.store.objects.has(blobKey(other.blob))).toBe(true);
  });

  it("is refused where a blob is gone from where tracing put it, before the record", async () => {
    const named = shipping(1);
    const gone = nodeHash.sha256("value 0");
    world.localStore.objects.delete(blobKey(gone));
    await expect(upload(named)).rejects.toThrow(
      `Blob ${gone} is gone from /w/.aqueduct/store although the trace put it there. Publish again.`,
    );
    expect(world.store.objects.has(buildKey(place, named.name))).toBe(false);
  });

  it("has eight blobs on their way at once, no more and no fewer", async () => {
    let now = 0;
    let most = 0;
    const store: ObjectStore = {
      ...world.store,
      putIfAbsent: async (key, content, signal) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        now -= 1;
        return world.store.putIfAbsent(key, content, signal);
      },
    };
    expect(await upload(shipping(20), store)).toBe(21);
    expect(most).toBe(8);
  });

  it("that fails at one blob ends those that are on their way, and then says what failed", async () => {
    const named = shipping(3);
    const failing = blobKey(nodeHash.sha256("value 1"));
    const store: ObjectStore = {
      ...world.store,
      putIfAbsent: async (key, content, signal) => {
        if (key === failing) throw new Error("no room");
        await new Promise((resolve) => setImmediate(resolve));
        return world.store.putIfAbsent(key, content, signal);
      },
    };
    await expect(upload(named, store)).rejects.toThrow("no room");
    expect(world.store.writes).toHaveLength(3);
    expect(world.store.writes).not.toContain(buildKey(place, named.name));
  });

  it("hands the caller's signal to the store", async () => {
    const { signal } = new AbortController();
    const given: (AbortSignal | undefined)[] = [];
    const store: ObjectStore = {
      ...world.store,
      get: (key, given1) => {
        given.push(given1);
        return world.store.get(key);
      },
      digestOf: (key, given3) => {
        given.push(given3);
        return world.store.digestOf(key);
      },
      putIfAbsent: (key, content, given2) => {
        given.push(given2);
        return world.store.putIfAbsent(key, content);
      },
    };
    await upload(shipping(1), store, signal);
    expect(new Set(given)).toEqual(new Set([signal]));
  });
});

describe("the step of uploading says", () => {
  const said = (): string | undefined =>
    world.events.find(({ step, state }) => step === "upload" && state === "done")?.message;

  it("that one blob travelled", async () => {
    await world.publish(build("0 3 * * *"));
    expect(said()).toBe("1 blob");
  });

  it("how many blobs travelled", async () => {
    await world.publish(shipping(2));
    expect(said()).toBe("3 blobs");
  });

  it("that none had to", async () => {
    await world.publish(build("0 3 * * *"));
    world.events.length = 0;
    await world.publish(build("0 4 * * *"));
    expect(said()).toBe("everything was there");
  });

  it("how far it is", async () => {
    await world.publish(shipping(1));
    expect(world.events.filter(({ state, step }) => step === "upload" && state === "progress")).toHaveLength(2);
  });
});

describe("the steps of publishing", () => {
  let now = 0;
  const clock = { now: () => "", monotonic: () => now, sleep: () => Promise.resolve() };
  const stepsWith = (events: PublishEvent[], signal?: AbortSignal): Steps =>
    new Steps(clock, (event) => events.push(event), signal);

  beforeEach(() => {
    now = 1000;
  });

  it("are told as they begin, go on and end, with the time since they began", async () => {
    const events: PublishEvent[] = [];
    const result = await stepsWith(events).run("upload", (tell) => {
      now += 50;
      tell("half");
      now += 25;
      return Promise.resolve([7, "all"]);
    });
    expect(result).toBe(7);
    expect(events).toEqual([
      { step: "upload", state: "started", message: "", elapsed: 0 },
      { step: "upload", state: "progress", message: "half", elapsed: 50 },
      { step: "upload", state: "done", message: "all", elapsed: 75 },
    ]);
  });

  it("that fail say why, and go on failing", async () => {
    const events: PublishEvent[] = [];
    const steps = stepsWith(events);
    await expect(steps.run("proof", () => Promise.reject(new Error("why")))).rejects.toThrow("why");
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what is thrown may be anything
    await expect(steps.run("proof", () => Promise.reject("a word"))).rejects.toBe("a word");
    expect(events.filter(({ state }) => state === "failed").map(({ message }) => message)).toEqual(["why", "a word"]);
  });

  it("do not begin once they are stopped", async () => {
    const events: PublishEvent[] = [];
    const reason = new Error("stopped");
    await expect(
      stepsWith(events, AbortSignal.abort(reason)).run("connect", () => Promise.resolve([1, ""])),
    ).rejects.toBe(reason);
    expect(events).toEqual([]);
  });
});

describe("where publishing was stopped", () => {
  it.each<[PublishStep | undefined, string]>([
    [undefined, "Nothing was published, and nothing was changed."],
    ["connect", "Nothing was published, and nothing was changed."],
    ["compare", "Nothing was published, and nothing was changed."],
    [
      "upload",
      "Nothing was published. Code that was uploaded already stays in the store: nothing uses it, and it need not travel again.",
    ],
    ["dagFile", "Nothing was published: the DAG file is again as it was before."],
    ["proof", "Nothing was published: the DAG file is again as it was before."],
    [
      "record",
      "Airflow has this build already, but not all about it was written down. Publish again: it goes on where it stopped.",
    ],
    [
      "unpause",
      "Airflow has this build already, but not all about it was written down. Publish again: it goes on where it stopped.",
    ],
  ])("at %s, what stands is told", (step, told) => {
    expect(stateAfterCancel(step)).toBe(told);
  });
});
