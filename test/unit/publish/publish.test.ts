import { beforeEach, describe, expect, it } from "vitest";
import type { Files } from "../../../src/core/ports.js";
import { planPublish } from "../../../src/core/publish/plan.js";
import { publishPlan, type publish } from "../../../src/core/publish/publish.js";
import type { AskingPublishRequest, PublishPorts } from "../../../src/core/publish/request.js";
import type { PublishEvent } from "../../../src/core/publish/steps.js";
import type { NamedBuild } from "../../../src/core/store/builds.js";
import { blobKey } from "../../../src/core/store/keys.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { build, bytes, folder, formatOf, place, PublishingWorld } from "./world.js";

let world: PublishingWorld;
let files: PublishingWorld["files"];
let store: PublishingWorld["store"];
let airflow: PublishingWorld["airflow"];
let events: PublishingWorld["events"];
let asked: PublishingWorld["asked"];

beforeEach(() => {
  world = new PublishingWorld();
  ({ files, store, airflow, events, asked } = world);
});

function parts(
  named: NamedBuild,
  more: Partial<AskingPublishRequest> = {},
): { readonly ports: PublishPorts; readonly request: AskingPublishRequest } {
  return world.parts(named, more);
}

function run(
  named: NamedBuild,
  more: Partial<AskingPublishRequest> = {},
  onDisk: Files = files,
): ReturnType<typeof publish> {
  return world.publish(named, more, onDisk);
}

const current = (): Record<string, string> => world.current();

describe("a first publication", () => {
  it("puts blobs before the build, the build before the DAG file, and is current once Airflow has parsed it", async () => {
    const named = build("0 3 * * *");
    const published = await run(named);
    expect(published).toMatchObject({
      outcome: "published",
      build: named.name,
      dagId: "wine_predictions",
      dagFile: "/dags/wine_predictions.py",
      message: "",
    });
    expect(
      store.writes.map((key) => key.replace(/[0-9a-f]{64}/, "<digest>").replace(/\d{8}T\S+-\w{12}/, "<entry>")),
    ).toEqual([
      "blobs/sha256/<digest>",
      "blobs/sha256/<digest>",
      `workflows/p-1/${place.key}/builds/<digest>.json`,
      `${folder}/publishing.json`,
      `${folder}/current.json`,
      `${folder}/history/<entry>.json`,
    ]);
    expect(current()).toMatchObject({
      build: named.name,
      dagId: "wine_predictions",
      publishedBy: "ann",
      startDate: published.startDate,
    });
    expect(store.objects.has(`${folder}/publishing.json`)).toBe(false);
    expect(airflow.unpaused).toEqual(["wine_predictions"]);
    expect(asked).toEqual([]);
  });

  it("tells each step as it begins and ends", async () => {
    await run(build("0 3 * * *"));
    expect(events.filter(({ state }) => state === "done").map(({ step }) => step)).toEqual([
      "connect",
      "compare",
      "upload",
      "dagFile",
      "proof",
      "record",
      "unpause",
    ]);
  });

  it("takes another id where the DAG's is somebody else's", async () => {
    airflow.elsewhere.set("wine_predictions", "a DAG by hand");
    expect((await run(build("0 3 * * *"))).dagId).toMatch(/^wine_predictions_[0-9a-f]{6}$/);
  });

  it("leaves the file of another project alone", async () => {
    await run(build("0 3 * * *", "p-2"), { place: { ...place, project: "p-2" } });
    const theirs = files.contents.get("/dags/wine_predictions.py");
    expect((await run(build("0 3 * * *"))).dagId).not.toBe("wine_predictions");
    expect(files.contents.get("/dags/wine_predictions.py")).toBe(theirs);
  });

  it("is refused where both ids are taken, naming by whom", async () => {
    const id = (await run(build("0 3 * * *"))).dagId;
    store.objects.clear();
    const suffix = nodeHash.sha256("p-1\0wine predictions").slice(0, 6);
    files.contents.set(`/dags/${id}.py`, '{"project":"p-9","workflow":"wine predictions","target":"airflow"}\n');
    files.contents.set(`/dags/${id}_${suffix}.py`, "by hand");
    await expect(run(build("0 3 * * *"))).rejects.toMatchObject({
      kind: "taken",
      message: expect.stringMatching(/project p-9.*not made by Aqueduct/) as string,
    });
  });
});

describe("a later publication", () => {
  it("of the same writes nothing at all", async () => {
    await run(build("0 3 * * *"));
    store.writes.length = 0;
    const before = new Map(files.contents);
    expect(await run(build("0 3 * * *"))).toMatchObject({ outcome: "unchanged" });
    expect(store.writes).toEqual([]);
    expect(files.contents).toEqual(before);
  });

  it("of the same puts right what the store has lost or somebody has changed, and says so", async () => {
    await run(build("0 3 * * *"));
    const whole = new Map(store.objects);
    const runtime = blobKey(nodeHash.sha256("runtime"));
    store.objects.set(runtime, bytes("evil"));
    const before = new Map(files.contents);
    expect(await run(build("0 3 * * *"))).toMatchObject({
      outcome: "unchanged",
      message: "1 blob in the store had been lost or damaged: put there again.",
    });
    expect([store.objects, files.contents]).toEqual([whole, before]);
  });

  it("of another build asks where the record of the live one was changed in the store", async () => {
    await run(build("0 3 * * *"));
    const live = [...store.objects.keys()].find((key) => key.includes("/builds/")) ?? "";
    store.objects.set(live, bytes('{"format":1}'));
    world.asked.length = 0;
    expect(await run(build("0 4 * * *"))).toMatchObject({ outcome: "published" });
    expect(world.asked.flat()).toEqual([
      `${live} in memory, the record of the live build, was changed or cut short, so nothing tells what would change. Publish over it?`,
    ]);
  });

  it("keeps dag_id and start date, and leaves the paused state alone", async () => {
    const first = await run(build("0 3 * * *"));
    airflow.unpaused.length = 0;
    world.now += 60_000;
    const second = await run(build("0 4 * * *"));
    expect(second).toMatchObject({ outcome: "published", dagId: first.dagId, startDate: first.startDate });
    expect(second.message).toMatch(/paused in Airflow and stays so/);
    expect(airflow.unpaused).toEqual([]);
  });

  it("asks before it overwrites what was changed by hand, and before it touches active runs", async () => {
    await run(build("0 3 * * *"));
    files.contents.set(
      "/dags/wine_predictions.py",
      `${files.contents.get("/dags/wine_predictions.py") ?? ""}# by hand\n`,
    );
    airflow.runs.set("manual__1", "running");
    await expect(run(build("0 4 * * *"), { confirm: () => Promise.resolve(false) })).rejects.toMatchObject({
      kind: "unconfirmed",
      message: expect.stringMatching(/changed by hand.*manual__1/) as string,
    });
    expect(files.contents.get("/dags/wine_predictions.py")).toMatch(/by hand/);
    expect((await run(build("0 4 * * *"))).outcome).toBe("published");
  });

  it("that somebody else overtakes leaves theirs in place", async () => {
    await run(build("0 3 * * *"));
    const theirs = "their DAG";
    store.objects.set(blobKey(nodeHash.sha256(theirs)), bytes(theirs));
    const overtake = { ...current(), build: "f".repeat(64), dagBlob: nodeHash.sha256(theirs), publishedBy: "bob" };
    const onEvent = ({ step, state }: PublishEvent): void => {
      if (step !== "record" || state !== "started") return;
      void store.delete(`${folder}/current.json`);
      void store.putIfAbsent(`${folder}/current.json`, bytes(JSON.stringify(overtake)));
    };
    await expect(run(build("0 4 * * *"), { onEvent })).rejects.toMatchObject({
      kind: "overtaken",
      message: expect.stringContaining("bob") as string,
    });
    expect(current()["publishedBy"]).toBe("bob");
    expect(files.contents.get("/dags/wine_predictions.py")).toBe(theirs);
    expect(store.objects.has(`${folder}/publishing.json`)).toBe(false);
  });
});

describe("two publishers at once", () => {
  it("end with one publication, in the store and in the DAG folder, and the other is told", async () => {
    await run(build("0 3 * * *"));
    const [left, right] = await Promise.allSettled([run(build("0 4 * * *")), run(build("0 5 * * *"))]);
    expect([left.status, right.status].sort()).toEqual(["fulfilled", "rejected"]);
    const reason: unknown =
      left.status === "rejected" ? left.reason : right.status === "rejected" ? right.reason : undefined;
    expect(reason).toMatchObject({ kind: "overtaken" });
    expect(files.contents.get("/dags/wine_predictions.py")).toContain(
      `aqueduct-build:${current()["build"]?.slice(0, 12) ?? "?"}`,
    );
    expect(store.objects.has(`${folder}/publishing.json`)).toBe(false);
  });

  it("where the second goes over the first, the first is told and leaves the second's file and marker", async () => {
    airflow.reads = false;
    let second: ReturnType<typeof publish> | undefined;
    const onEvent = ({ step, state }: PublishEvent): void => {
      if (step === "proof" && state === "progress") second ??= run(build("0 5 * * *"), { timeout: 2000 });
    };
    await expect(run(build("0 4 * * *"), { onEvent })).rejects.toMatchObject({ kind: "overtaken" });
    expect(await second).toMatchObject({ outcome: "waiting" });
    expect(files.contents.get("/dags/wine_predictions.py")).toContain(build("0 5 * * *").name.slice(0, 12));
    expect(store.objects.has(`${folder}/publishing.json`)).toBe(true);
  });
});

describe("an import error", () => {
  it("puts the old file back and shows Airflow's words on the publish_flow line", async () => {
    await run(build("0 3 * * *"));
    const before = new Map(files.contents);
    const live = current();
    airflow.breaks = (text) => (text.includes(build("0 4 * * *").name.slice(0, 12)) ? "SyntaxError: boom" : undefined);
    await expect(run(build("0 4 * * *"))).rejects.toMatchObject({
      kind: "importError",
      problems: [
        { code: "airflow-import-error", line: 15, message: expect.stringContaining("SyntaxError: boom") as string },
      ],
    });
    expect(files.contents).toEqual(before);
    expect(current()).toEqual(live);
    expect(store.objects.has(`${folder}/publishing.json`)).toBe(false);
  });

  it("of a first publication removes the file", async () => {
    airflow.breaks = (text) => (text === "" ? undefined : "ImportError: boom");
    await expect(run(build("0 3 * * *"))).rejects.toMatchObject({ kind: "importError" });
    expect([...files.contents.keys()]).toEqual(["/dags/other.py"]);
    expect(store.objects.has(`${folder}/current.json`)).toBe(false);
  });

  it("from before the file was written says nothing about it", async () => {
    await run(build("0 3 * * *"));
    const old = files.contents.get("/dags/wine_predictions.py");
    airflow.breaks = (text) => (text === old ? "an old one" : undefined);
    expect((await run(build("0 4 * * *"))).outcome).toBe("published");
  });
});

describe("a publication that does not come to its end", () => {
  it("waits no longer than it may, takes nothing back and says what it waited for", async () => {
    airflow.reads = false;
    const waiting = await run(build("0 3 * * *"), { timeout: 60_000 });
    expect(waiting).toMatchObject({
      outcome: "waiting",
      message: expect.stringMatching(/has not read wine_predictions\.py yet.*Publish again/) as string,
    });
    expect(world.now).toBeLessThanOrEqual(60_000);
    expect(files.contents.has("/dags/wine_predictions.py")).toBe(true);
    expect(store.objects.has(`${folder}/current.json`)).toBe(false);
  });

  it("is carried on by publishing again, with the start date that it had", async () => {
    airflow.reads = false;
    const waiting = await run(build("0 3 * * *"), { timeout: 1000 });
    airflow.reads = true;
    world.now += 3_600_000;
    expect(await run(build("0 3 * * *"))).toMatchObject({ outcome: "published", startDate: waiting.startDate });
    expect(asked.flat().join()).toMatch(/did not finish/);
  });

  it("goes back to what stood there before where it is carried on and turns out broken", async () => {
    await run(build("0 3 * * *"));
    const before = new Map(files.contents);
    airflow.reads = false;
    await run(build("0 4 * * *"), { timeout: 1000 });
    airflow.reads = true;
    airflow.breaks = (text) => (text.includes(build("0 4 * * *").name.slice(0, 12)) ? "boom" : undefined);
    await expect(run(build("0 4 * * *"))).rejects.toMatchObject({ kind: "importError" });
    expect(files.contents).toEqual(before);
  });

  it.each(["connect", "compare", "upload"] as const)(
    "stopped at %s leaves DAG file and current publication untouched",
    async (step) => {
      await run(build("0 3 * * *"));
      const before = new Map(files.contents);
      const live = current();
      const stop = new AbortController();
      const onEvent = (event: PublishEvent): void => {
        if (event.step === step && event.state === "started") stop.abort(new Error("stopped"));
      };
      await expect(run(build("0 4 * * *"), { onEvent, signal: stop.signal })).rejects.toThrow("stopped");
      expect(files.contents).toEqual(before);
      expect(current()).toEqual(live);
      expect(store.objects.has(`${folder}/publishing.json`)).toBe(false);
    },
  );

  it("stopped while it waits puts the old file back", async () => {
    await run(build("0 3 * * *"));
    const before = new Map(files.contents);
    airflow.reads = false;
    const stop = new AbortController();
    const onEvent = (event: PublishEvent): void => {
      if (event.step === "proof" && event.state === "progress") stop.abort(new Error("stopped"));
    };
    await expect(run(build("0 4 * * *"), { onEvent, signal: stop.signal })).rejects.toThrow("stopped");
    expect(files.contents).toEqual(before);
    expect(store.objects.has(`${folder}/publishing.json`)).toBe(false);
  });
});

/** Files and store of a process that dies at its `last` change of the world: that one is still made, or just not, and none after it. */
function mortal(
  last: number,
  isMade: boolean,
): {
  readonly files: PublishingWorld["files"];
  readonly store: PublishingWorld["store"];
  readonly changes: () => number;
} {
  let changes = 0;
  const change = async <T>(make: () => Promise<T>): Promise<T> => {
    changes += 1;
    if (changes < last) return make();
    if (changes === last && isMade) await make();
    throw new Error("dead");
  };
  return {
    changes: () => changes,
    files: {
      ...files,
      writeAtomically: (path, text) => change(() => files.writeAtomically(path, text)),
      remove: (path) => change(() => files.remove(path)),
    },
    store: {
      ...store,
      putIfAbsent: (key, value) => change(() => store.putIfAbsent(key, value)),
      putIfMatch: (key, value, etag) => change(() => store.putIfMatch(key, value, etag)),
      delete: (key) => change(() => store.delete(key)),
    },
  };
}

describe("a publisher that dies", () => {
  /** Eight changes: two blobs, build, marker, DAG file, current, history, marker again. */
  const moments = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(
    (last) =>
      [
        [last, false],
        [last, true],
      ] as const,
  );

  it.each(moments)(
    "at change %i (made: %s) leaves what was live, or what is, and publishing again comes to the end",
    async (last, isMade) => {
      const world = mortal(last, isMade);
      await expect(run(build("0 3 * * *"), { store: world.store }, world.files)).rejects.toThrow("dead");
      expect(world.changes()).toBeGreaterThanOrEqual(last);
      expect(files.contents.has("/dags/wine_predictions.py")).toBe(last > 5 || (last === 5 && isMade));
      expect(store.objects.has(`${folder}/current.json`)).toBe(last > 6 || (last === 6 && isMade));

      const again = await run(build("0 3 * * *"));
      expect(again.outcome).toBe(last === 8 && isMade ? "unchanged" : "published");
      expect(current()).toMatchObject({
        build: again.build,
        dagBlob: nodeHash.sha256(files.contents.get("/dags/wine_predictions.py") ?? ""),
      });
      expect(store.objects.has(`${folder}/publishing.json`)).toBe(false);
      expect(airflow.unpaused).toContain("wine_predictions");
    },
  );
});

describe("a plan", () => {
  it("changes nothing, names what would change, and is carried out as it was shown", async () => {
    await run(build("0 3 * * *"));
    store.writes.length = 0;
    const { request, ports } = parts(build("0 4 * * *"));
    const plan = await planPublish(ports, request);
    expect(store.writes).toEqual([]);
    expect(plan).toMatchObject({ isUnchanged: false, isFirst: false, questions: [] });
    expect(plan.changes).toContainEqual({
      kind: "changed",
      name: "Schedule",
      detail: "“0 4 * * *” in UTC instead of “0 3 * * *” in UTC",
    });
    expect(plan.destination.present).not.toBe(plan.destination.text);
    expect(await publishPlan(ports, request, plan)).toMatchObject({ outcome: "published" });
    expect(files.contents.get("/dags/wine_predictions.py")).toBe(plan.destination.text);
  });

  it("is not carried out where somebody published since it was shown", async () => {
    const { request, ports } = parts(build("0 4 * * *"));
    const plan = await planPublish(ports, request);
    await run(build("0 3 * * *"), { publishedBy: "bob" });
    const theirs = files.contents.get("/dags/wine_predictions.py");
    await expect(publishPlan(ports, request, plan)).rejects.toMatchObject({
      kind: "overtaken",
      message: expect.stringContaining("bob") as string,
    });
    expect(files.contents.get("/dags/wine_predictions.py")).toBe(theirs);
  });

  it("finds nothing to do where the same is live", async () => {
    await run(build("0 3 * * *"));
    const { request, ports } = parts(build("0 3 * * *"));
    const plan = await planPublish(ports, request);
    expect(plan).toMatchObject({ isUnchanged: true, changes: [], questions: [] });
    expect(await publishPlan(ports, request, plan)).toMatchObject({ outcome: "unchanged" });
  });

  it("of another address or Connection changes the DAG file alone", async () => {
    const named = build("0 3 * * *");
    await run(named);
    const format = formatOf(named);
    const { request, ports } = parts(named, {
      dagFormat: { ...format, render: (dag) => `${format.render(dag)}# elsewhere\n` },
    });
    expect((await planPublish(ports, request)).changes).toEqual([
      {
        kind: "changed",
        name: "DAG file of wine_predictions",
        detail: "has another store, Connection or version of its text",
      },
    ]);
  });
});
