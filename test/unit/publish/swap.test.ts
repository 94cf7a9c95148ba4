import { beforeEach, describe, expect, it } from "vitest";
import type { Files } from "../../../src/core/ports.js";
import type { PublishEvent } from "../../../src/core/publish/steps.js";
import { removeMarker } from "../../../src/core/publish/swap.js";
import type { PublishingMarker } from "../../../src/core/publish/publication.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { build, dagFile, folder, owned, PublishingWorld } from "./world.js";

const live = build("0 3 * * *");
const next = build("0 4 * * *");
let world: PublishingWorld;

beforeEach(async () => {
  world = new PublishingWorld();
  await world.publish(live);
  world.events.length = 0;
});

/** What happens as a step begins, beside publishing. */
function as(step: PublishEvent["step"], happens: () => void): (event: PublishEvent) => void {
  return (event) => {
    world.events.push(event);
    if (event.step === step && event.state === "started") happens();
  };
}

describe("the marker of a publication under way", () => {
  it("says what is about to happen, before the file is there", async () => {
    const before = world.dag() ?? "";
    world.airflow.reads = false;
    world.now = 7000;
    const files: Files = {
      ...world.files,
      writeAtomically: (path, text) => {
        expect(world.hasMarker()).toBe(true);
        return world.files.writeAtomically(path, text);
      },
    };
    await world.publish(next, { timeout: 1000, publishedBy: "bob" }, files);
    expect(world.marker()).toEqual({
      format: 1,
      build: next.name,
      dagId: "wine_predictions",
      dagFile: "wine_predictions.py",
      dagBlob: nodeHash.sha256(world.dag() ?? ""),
      previousDagBlob: nodeHash.sha256(before),
      startDate: "2026-11-21T00:00:00.000Z",
      startedAt: "2026-11-21T00:00:07.000Z",
      publishedBy: "bob",
      step: "dagFile",
    });
  });

  it("that somebody else put a moment earlier keeps this one from touching the file", async () => {
    const before = world.dag();
    const theirs = as("dagFile", () => void world.rewrite("publishing", { build: "f".repeat(64) }));
    await expect(world.publish(next, { onEvent: theirs })).rejects.toMatchObject({
      kind: "overtaken",
      message: "Somebody else publishes this workflow right now. Wait until they are done, then publish again.",
    });
    expect([world.dag(), world.marker()["build"]]).toEqual([before, "f".repeat(64)]);
  });

  it("goes over one that was left behind", async () => {
    world.airflow.reads = false;
    await world.publish(next, { timeout: 1000 });
    world.airflow.reads = true;
    expect((await world.publish(build("0 5 * * *"))).outcome).toBe("published");
    expect(world.hasMarker()).toBe(false);
  });

  it("stays where it is another publisher's of the same build, begun at another time", async () => {
    const onEvent = as("record", () => void world.rewrite("publishing", { startedAt: "2026-11-22T00:00:00.000Z" }));
    await world.publish(next, { onEvent });
    expect(world.marker()["startedAt"]).toBe("2026-11-22T00:00:00.000Z");
  });

  it.each<[string, Partial<PublishingMarker>, boolean]>([
    ["is taken away by who put it", {}, false],
    ["stays where it was begun at another time", { startedAt: "2026-11-22T00:00:00.000Z" }, true],
    ["stays where it is of another build", { build: live.name }, true],
  ])("%s", async (_what, changes, stays) => {
    world.airflow.reads = false;
    await world.publish(next, { timeout: 1000 });
    const announced = world.marker() as unknown as PublishingMarker;
    await removeMarker(world.parts(next).request, { ...announced, ...changes });
    expect(world.hasMarker()).toBe(stays);
  });

  it("is not missed where it is gone already", async () => {
    const onEvent = as("record", () => void world.store.delete(`${folder}/publishing.json`));
    expect((await world.publish(next, { onEvent })).outcome).toBe("published");
  });
});

describe("the DAG file", () => {
  it("is put back where it cannot be written", async () => {
    const before = world.dag();
    const files: Files = { ...world.files, writeAtomically: () => Promise.reject(new Error("read-only")) };
    await expect(world.publish(next, {}, files)).rejects.toThrow("read-only");
    expect([world.dag(), world.hasMarker()]).toEqual([before, false]);
  });

  it("is not written where publishing is stopped behind the marker", async () => {
    const before = world.dag();
    const stop = new AbortController();
    const store = {
      ...world.store,
      putIfMatch: async (key: string, bytes: Uint8Array, etag: string | undefined) => {
        const isPut = await world.store.putIfMatch(key, bytes, etag);
        stop.abort(new Error("stopped"));
        return isPut;
      },
    };
    const written: string[] = [];
    const files: Files = {
      ...world.files,
      writeAtomically: (path, text) => {
        written.push(path);
        return world.files.writeAtomically(path, text);
      },
    };
    await expect(world.publish(next, { store, signal: stop.signal }, files)).rejects.toThrow("stopped");
    expect([written, world.dag(), world.hasMarker()]).toEqual([[], before, false]);
  });

  it("is not written again where it stands there already", async () => {
    world.airflow.reads = false;
    await world.publish(next, { timeout: 1000 });
    world.airflow.reads = true;
    const files: Files = { ...world.files, writeAtomically: () => Promise.reject(new Error("written again")) };
    expect((await world.publish(next, {}, files)).outcome).toBe("published");
  });

  it("of somebody else stays where publishing fails behind it", async () => {
    world.airflow.reads = false;
    const stop = new AbortController();
    const onEvent = ({ step, state }: PublishEvent): void => {
      if (step !== "proof" || state !== "progress") return;
      world.files.contents.set(dagFile, owned({ target: "theirs" }));
      stop.abort(new Error("stopped"));
    };
    await expect(world.publish(next, { onEvent, signal: stop.signal })).rejects.toThrow("stopped");
    expect(world.dag()).toBe(owned({ target: "theirs" }));
  });

  it("is not removed where somebody removed it already", async () => {
    const fresh = new PublishingWorld();
    fresh.airflow.reads = false;
    const removed: string[] = [];
    const files: Files = {
      ...fresh.files,
      remove: (path) => {
        removed.push(path);
        return fresh.files.remove(path);
      },
    };
    const stop = new AbortController();
    const onEvent = ({ step, state }: PublishEvent): void => {
      if (step !== "proof" || state !== "progress") return;
      fresh.files.contents.delete(dagFile);
      stop.abort(new Error("stopped"));
    };
    await expect(fresh.publish(next, { onEvent, signal: stop.signal }, files)).rejects.toThrow("stopped");
    expect(removed).toEqual([]);
  });

  it("tells where it is", async () => {
    await world.publish(next);
    expect(world.events.find(({ step, state }) => step === "dagFile" && state === "done")?.message).toBe(dagFile);
  });
});

describe("Airflow is asked to read the file at once", () => {
  const asked = (): readonly string[] =>
    world.airflow.http.asked.filter(({ method }) => method === "PUT").map(({ url }) => url);

  it("where it has a token for it", async () => {
    world.airflow.says["file_token"] = "a token";
    await world.publish(next);
    expect(asked()).toEqual(["http://airflow/api/v2/parseDagFile/a%20token"]);
  });

  it("not where it has none", async () => {
    await world.publish(next);
    expect(asked()).toEqual([]);
  });

  it("not where the file stands there already", async () => {
    world.airflow.says["file_token"] = "token";
    world.airflow.reads = false;
    await world.publish(next, { timeout: 1000 });
    world.airflow.reads = true;
    await world.publish(next);
    expect(asked()).toHaveLength(1);
  });

  it("and where it breaks over that, its turn is waited for", async () => {
    world.airflow.says["file_token"] = "token";
    world.airflow.instead = ({ method }) => (method === "PUT" ? { status: 500 } : undefined);
    expect((await world.publish(next)).outcome).toBe("published");
  });

  it("and a bug in asking is not taken for that", async () => {
    const before = world.dag();
    world.airflow.says["file_token"] = "token";
    world.airflow.instead = ({ method }) => {
      if (method === "PUT") throw new Error("a bug");
      return undefined;
    };
    await expect(world.publish(next)).rejects.toThrow("a bug");
    expect([world.dag(), world.hasMarker()]).toEqual([before, false]);
  });
});
