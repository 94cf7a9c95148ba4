import { beforeEach, describe, expect, it } from "vitest";
import type { PublishEvent } from "../../../src/core/publish/steps.js";
import { blobKey, historyKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { build, bytes, dagFile, folder, place, PublishingWorld } from "./world.js";

const live = build("0 3 * * *");
const next = build("0 4 * * *");
const theirs = "their DAG";
let world: PublishingWorld;

beforeEach(async () => {
  world = new PublishingWorld();
  await world.publish(live);
  world.events.length = 0;
});

describe("the record of a publication", () => {
  it("says what went where, when and by whom, and stands in the history too", async () => {
    world.now = 3_600_000;
    await world.publish(next, { publishedBy: "bob" });
    const record = {
      format: 1,
      project: "p-1",
      workflow: "wine predictions",
      target: "airflow",
      url: "http://airflow",
      dagId: "wine_predictions",
      build: next.name,
      dagFile: "wine_predictions.py",
      dagBlob: nodeHash.sha256(world.dag() ?? ""),
      startDate: "2026-11-21T00:00:00.000Z",
      publishedAt: "2026-11-21T01:00:00.000Z",
      publishedBy: "bob",
    };
    expect(world.current()).toEqual(record);
    const entry = world.store.objects.get(historyKey(place, "airflow", record.publishedAt, next.name));
    expect(JSON.parse(new TextDecoder().decode(entry))).toEqual(record);
  });
});

describe("where somebody else was faster", () => {
  /** Somebody publishes as this one comes to its record. */
  function overtake(happens: () => Promise<void> | void): (event: PublishEvent) => void {
    return ({ step, state }) => {
      if (step === "record" && state === "started") void happens();
    };
  }

  const overtaken = (onEvent: (event: PublishEvent) => void): Promise<unknown> =>
    world.publish(next, { onEvent }).catch((error: unknown) => error);

  beforeEach(() => {
    world.store.objects.set(blobKey(nodeHash.sha256(theirs)), bytes(theirs));
  });

  const bob = { build: "f".repeat(64), dagBlob: nodeHash.sha256(theirs), publishedBy: "bob" };

  it("theirs stays, its file is put in place, and who it was is told", async () => {
    expect(await overtaken(overtake(() => world.rewrite("current", bob)))).toMatchObject({
      kind: "overtaken",
      message:
        'bob published this workflow to "airflow" meanwhile, and that stays. Look at theirs, then publish again.',
    });
    expect([world.dag(), world.current()["publishedBy"], world.hasMarker()]).toEqual([theirs, "bob", false]);
  });

  it("no entry of the history is left", async () => {
    const before = [...world.store.objects.keys()].filter((key) => key.startsWith(`${folder}/history/`));
    await overtaken(overtake(() => world.rewrite("current", bob)));
    expect([...world.store.objects.keys()].filter((key) => key.startsWith(`${folder}/history/`))).toEqual(before);
  });

  it("a file that they have put there already is not touched", async () => {
    await overtaken(
      overtake(() => {
        world.files.contents.set(dagFile, "their newer file");
        return world.rewrite("current", bob);
      }),
    );
    expect(world.dag()).toBe("their newer file");
  });

  it("the file stays where theirs is not in the store", async () => {
    await overtaken(overtake(() => world.rewrite("current", { ...bob, dagBlob: "0".repeat(64) })));
    expect(world.dag()).toContain(next.name.slice(0, 12));
  });

  it("and took it away again, nobody is named", async () => {
    const gone = overtake(() => world.store.delete(`${folder}/current.json`));
    expect(await overtaken(gone)).toMatchObject({
      message: expect.stringMatching(/^Somebody else published this workflow/) as string,
    });
  });
});

describe("a DAG after its publication", () => {
  const message = async (): Promise<string> => (await world.publish(next)).message;

  it("that runs needs no word", async () => {
    expect(await message()).toBe("");
  });

  it("that is paused stays so, and that is told", async () => {
    world.airflow.unpaused.length = 0;
    expect(await message()).toBe(
      "wine_predictions is paused in Airflow and stays so: no run starts until somebody un-pauses it there.",
    );
    expect(world.airflow.unpaused).toEqual([]);
  });

  it("that Airflow does not know before its first proof needs no word", async () => {
    let hides = true;
    world.airflow.instead = ({ url, method }) => {
      if (hides && method === "GET" && url.endsWith("/dags/wine_predictions")) return { status: 404, text: "{}" };
      return undefined;
    };
    const onEvent = ({ step }: PublishEvent): void => {
      if (step === "proof") hides = false;
    };
    expect((await world.publish(next, { onEvent })).message).toBe("");
  });
});

describe("the first publication", () => {
  let fresh: PublishingWorld;

  beforeEach(() => {
    fresh = new PublishingWorld();
  });

  it("un-pauses the DAG, as a step of its own", async () => {
    await fresh.publish(next);
    const asked = fresh.airflow.http.asked.filter(({ method }) => method === "PATCH");
    expect(asked.map(({ url, body }) => [url, body])).toEqual([
      ["http://airflow/api/v2/dags/wine_predictions?update_mask=is_paused", '{"is_paused":false}'],
    ]);
    expect(fresh.events.at(-1)).toMatchObject({ step: "unpause", state: "done", message: "" });
  });

  it("by a role that may not un-pause is done all the same, and says so", async () => {
    fresh.airflow.instead = ({ method }) =>
      method === "PATCH" ? { status: 403, text: '{"detail":"Forbidden"}' } : undefined;
    expect(await fresh.publish(next)).toMatchObject({
      outcome: "published",
      message:
        'wine_predictions is paused, and your role on "airflow" may not un-pause it. Ask for that there: until then no run starts.',
    });
    expect(fresh.hasMarker()).toBe(false);
  });

  it("that Airflow breaks off at un-pausing is not called done, and is carried on by publishing again", async () => {
    fresh.airflow.instead = ({ method }) => (method === "PATCH" ? { status: 500 } : undefined);
    await expect(fresh.publish(next)).rejects.toMatchObject({ kind: "failed" });
    expect(fresh.hasMarker()).toBe(true);
    fresh.airflow.instead = () => undefined;
    expect((await fresh.publish(next)).outcome).toBe("published");
    expect(fresh.airflow.unpaused).toEqual(["wine_predictions"]);
  });

  it("is not un-paused by one that goes over an interrupted later one", async () => {
    world.airflow.reads = false;
    await world.publish(next, { timeout: 1000 });
    world.airflow.reads = true;
    world.airflow.unpaused.length = 0;
    await world.publish(next);
    expect(world.airflow.unpaused).toEqual([]);
  });
});

it("a publication that waits is not recorded, and says what it is", async () => {
  world.airflow.reads = false;
  expect(await world.publish(next, { timeout: 1000 })).toEqual({
    outcome: "waiting",
    build: next.name,
    dagId: "wine_predictions",
    dagFile,
    startDate: "2026-11-21T00:00:00.000Z",
    message: expect.stringContaining("has not read") as string,
  });
  expect([world.current()["build"], world.hasMarker()]).toEqual([live.name, true]);
  expect(world.events.some(({ step }) => step === "record")).toBe(false);
});
