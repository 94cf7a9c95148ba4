import { beforeEach, describe, expect, it } from "vitest";
import { Unreachable, type HttpRequest, type HttpResponse } from "../../../src/core/ports.js";
import type { PublishEvent } from "../../../src/core/publish/steps.js";
import { build, dagFile, PublishingWorld, source } from "./world.js";

const live = build("0 3 * * *");
const next = build("0 4 * * *");
const forbidden = { status: 403, text: '{"detail":"Forbidden"}' };
let world: PublishingWorld;

beforeEach(async () => {
  world = new PublishingWorld();
  await world.publish(live);
  world.events.length = 0;
  world.slept.length = 0;
});

/** What Airflow answers to what it is asked behind the first look at the new file. */
function once(answer: (request: HttpRequest) => Partial<HttpResponse> | undefined): void {
  world.airflow.instead = (request) => (isWaiting() ? answer(request) : undefined);
}

function isWaiting(): boolean {
  return world.events.some(({ step }) => step === "proof");
}

const progress = (): readonly string[] =>
  world.events.filter(({ state }) => state === "progress").map(({ message }) => message);
const publishShortly = (): ReturnType<PublishingWorld["publish"]> => world.publish(next, { timeout: 10_000 });

describe("a DAG proves nothing", () => {
  const dagSays = (says: Readonly<Record<string, unknown>>): void => {
    once(({ url, method }) => {
      if (method !== "GET" || !url.endsWith("/dags/wine_predictions")) return undefined;
      const dag = { dag_id: "wine_predictions", tags: [{ name: `aqueduct-build:${next.name.slice(0, 12)}` }], ...says };
      return { text: JSON.stringify(dag) };
    });
  };

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["that is stale", { is_stale: true }],
    ["that has import errors", { has_import_errors: true }],
    ["of another build", { tags: [{ name: `aqueduct-build:${live.name.slice(0, 12)}` }] }],
    ["without a tag", { tags: [] }],
  ])("%s", async (_what, says) => {
    dagSays(says);
    expect((await publishShortly()).outcome).toBe("waiting");
    expect(world.current()["build"]).toBe(live.name);
  });

  it("whose text is another than the one that was written, though its tag is the same", async () => {
    once(({ url }) => (url.includes("/dagSources/") ? { text: "another text" } : undefined));
    expect((await publishShortly()).outcome).toBe("waiting");
  });

  it("that is not there", async () => {
    once(({ url, method }) =>
      method === "GET" && url.endsWith("/dags/wine_predictions") ? { status: 404, text: "{}" } : undefined,
    );
    expect((await publishShortly()).outcome).toBe("waiting");
  });

  it("but with the build's tag, and the text that was written, it proves the build", async () => {
    dagSays({});
    expect((await publishShortly()).outcome).toBe("published");
    expect(world.slept).toEqual([]);
  });
});

describe("a role that may not", () => {
  it("read DAG files takes the tag for the proof", async () => {
    once(({ url }) => (url.includes("/dagSources/") ? forbidden : undefined));
    expect((await publishShortly()).outcome).toBe("published");
  });

  it("see import errors is told by the tag alone", async () => {
    world.airflow.instead = ({ url }) => (url.includes("/importErrors") ? forbidden : undefined);
    expect((await publishShortly()).outcome).toBe("published");
    world.airflow.breaks = () => "boom";
    expect((await world.publish(build("0 5 * * *"), { timeout: 1000 })).outcome).toBe("waiting");
  });

  it("see the DAG at all is told so, and the file is put back", async () => {
    const before = world.dag();
    once(({ url, method }) => (method === "GET" && url.endsWith("/dags/wine_predictions") ? forbidden : undefined));
    await expect(publishShortly()).rejects.toMatchObject({ kind: "forbidden" });
    expect(world.dag()).toBe(before);
  });
});

describe("an import error", () => {
  const rows: { import_error_id: number; timestamp: string; filename: string; stack_trace: string }[] = [];
  const old = { import_error_id: 7, timestamp: "2026-11-20T00:00:00Z", filename: "wine_predictions.py" };

  beforeEach(() => {
    rows.length = 0;
    world.airflow.instead = ({ url }) =>
      url.includes("/importErrors")
        ? { text: JSON.stringify({ import_errors: rows, total_entries: rows.length }) }
        : undefined;
  });

  /** An error that appears once the new file is there. */
  const appears = (error: Readonly<Record<string, unknown>>): void => {
    const onWrite = world.airflow.instead;
    world.airflow.instead = (request) => {
      if (isWaiting() && rows.length < 2) rows.push({ ...old, stack_trace: "new", ...error });
      return onWrite(request);
    };
  };

  it("that comes under the id of the one before, at another time, is a new one", async () => {
    rows.push({ ...old, stack_trace: "old" });
    appears({ timestamp: "2026-11-21T00:00:00Z" });
    await expect(publishShortly()).rejects.toThrow("Airflow says:\nnew");
  });

  it("that comes at the time of the one before, under another id, is a new one", async () => {
    rows.push({ ...old, stack_trace: "old" });
    appears({ import_error_id: 8 });
    await expect(publishShortly()).rejects.toThrow("Airflow says:\nnew");
  });

  it("that stood there before says nothing about the new file", async () => {
    rows.push({ ...old, stack_trace: "old" });
    expect((await publishShortly()).outcome).toBe("published");
  });

  it("of another file says nothing", async () => {
    appears({ filename: "other.py" });
    expect((await publishShortly()).outcome).toBe("published");
  });

  it("is told with what was undone, Airflow's words and the line of publish_flow", async () => {
    appears({ stack_trace: "\n  Traceback: boom\n" });
    const message =
      'Airflow "airflow" could not import this build, so the wine_predictions.py from before was put back. Airflow says:\nTraceback: boom';
    await expect(publishShortly()).rejects.toMatchObject({
      name: "PublishError",
      kind: "importError",
      message,
      problems: [{ code: "airflow-import-error", severity: "error", message, ...source }],
    });
  });

  it("of a first publication is told with the file that was removed again", async () => {
    const fresh = new PublishingWorld();
    fresh.airflow.breaks = (text) => (text === "" ? undefined : "boom");
    await expect(fresh.publish(next)).rejects.toThrow("so wine_predictions.py was removed again. Airflow says:\nboom");
  });

  it("that stands there already says something of a file that stands there already", async () => {
    world.airflow.instead = () => undefined;
    world.airflow.reads = false;
    await world.publish(next, { timeout: 1000 });
    world.airflow.reads = true;
    world.airflow.breaks = (text) => (text.includes(next.name.slice(0, 12)) ? "boom" : undefined);
    world.airflow.http.asked.length = 0;
    await expect(world.publish(next)).rejects.toMatchObject({ kind: "importError" });
  });
});

describe("waiting for Airflow", () => {
  it("looks soon at first, then less and less often, every three seconds at last", async () => {
    world.airflow.reads = false;
    await world.publish(next, { timeout: 20_000 });
    expect(world.slept).toEqual([250, 375, 562.5, 843.75, 1265.625, 1898.4375, 2847.65625, 3000, 3000, 3000]);
  });

  it("ends as soon as the next look would come too late", async () => {
    world.airflow.reads = false;
    await world.publish(next, { timeout: 250 });
    expect(world.slept).toEqual([250]);
  });

  it("takes fifteen minutes where nobody says otherwise", async () => {
    world.airflow.reads = false;
    const began = world.now;
    expect((await world.publish(next)).outcome).toBe("waiting");
    expect(world.now - began).toBeGreaterThan(14.9 * 60_000);
    expect(world.now - began).toBeLessThanOrEqual(15 * 60_000);
  });

  it("says once what it waits for", async () => {
    world.airflow.reads = false;
    await publishShortly();
    expect(progress()).toEqual([
      'Airflow "airflow" has not read wine_predictions.py yet. With default settings it looks for changed files every 30 seconds and for new ones every 5 minutes.',
    ]);
  });

  it.each<[string, () => Partial<HttpResponse>, RegExp]>([
    [
      "does not answer",
      () => {
        throw new Unreachable("http://airflow", "nothing listens there.");
      },
      /does not answer: nothing listens/,
    ],
    ["breaks", () => ({ status: 502, text: "<html>" }), /broke \(502/],
  ])("goes on while Airflow %s, and says so", async (_what, answer, words) => {
    let asked = 0;
    once(() => ((asked += 1) <= 2 ? answer() : undefined));
    expect((await publishShortly()).outcome).toBe("published");
    expect(progress()).toEqual([expect.stringMatching(words)]);
    expect(world.slept).toEqual([250, 375]);
  });

  it("that Airflow does not answer to the end says to publish again", async () => {
    once(() => ({ status: 503, text: "" }));
    expect(await publishShortly()).toMatchObject({
      outcome: "waiting",
      message: expect.stringMatching(/broke \(503 .*Publish again once it answers\.$/) as string,
    });
  });

  it("says where it ends that the DAG processor is down", async () => {
    world.airflow.reads = false;
    once(({ url }) =>
      url.endsWith("/monitor/health") ? { text: '{"dag_processor":{"status":"unhealthy"}}' } : undefined,
    );
    expect((await publishShortly()).message).toMatch(
      /every 5 minutes\. Its DAG processor is not running: start it, and publish again to see how it ends\.$/,
    );
  });

  it("asks where it ends whether Airflow reads that folder", async () => {
    world.airflow.reads = false;
    expect((await publishShortly()).message).toMatch(
      /Does "airflow" read \/dags\/wine_predictions\.py\? Publish again to look once more; Undo comes later: until then remove the file to take wine_predictions back\.$/,
    );
  });

  it("does not go on once somebody has put another file there, and leaves that one", async () => {
    world.airflow.reads = false;
    const onEvent = ({ step, state }: PublishEvent): void => {
      if (step === "proof" && state === "progress") world.files.contents.set(dagFile, "theirs");
    };
    await expect(world.publish(next, { onEvent })).rejects.toMatchObject({
      kind: "overtaken",
      message:
        'wine_predictions.py was replaced while "airflow" was to read it: somebody else publishes this workflow. Wait until they are done, then publish again.',
    });
    expect([world.dag(), world.hasMarker()]).toEqual(["theirs", false]);
  });

  it("ends with what went wrong where that is not Airflow's, and puts the file back", async () => {
    const before = world.dag();
    once(() => {
      throw new Error("a bug");
    });
    await expect(publishShortly()).rejects.toThrow("a bug");
    expect([world.dag(), world.hasMarker()]).toEqual([before, false]);
  });

  it("ends where a bug keeps the reason from being found", async () => {
    world.airflow.reads = false;
    once(({ url }) => {
      if (url.endsWith("/monitor/health")) throw new Error("a bug");
      return undefined;
    });
    await expect(publishShortly()).rejects.toThrow("a bug");
  });

  it("tells that Airflow parsed the build, and nothing where it has not", async () => {
    const done = (): unknown => world.events.find(({ step, state }) => step === "proof" && state === "done")?.message;
    await publishShortly();
    expect(done()).toBe("Airflow parsed this build");
    world.events.length = 0;
    world.airflow.reads = false;
    await world.publish(build("0 5 * * *"), { timeout: 100 });
    expect(done()).toBe("");
  });
});
