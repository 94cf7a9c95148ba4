import { beforeEach, describe, expect, it } from "vitest";
import { planPublish, type PublishPlan } from "../../../src/core/publish/plan.js";
import { publishPlan } from "../../../src/core/publish/publish.js";
import type { AskingPublishRequest, PublishPorts } from "../../../src/core/publish/request.js";
import { buildKey } from "../../../src/core/store/keys.js";
import { buildOperator } from "../builds.js";
import { build, dagFile, folder, place, PublishingWorld, resource } from "./world.js";

const live = build("0 3 * * *");
const next = build("0 4 * * *");
let world: PublishingWorld;

beforeEach(() => {
  world = new PublishingWorld();
});

function plan(named = next, more: Partial<AskingPublishRequest> = {}): Promise<PublishPlan> {
  const { ports, request } = world.parts(named, more);
  return planPublish(ports, request);
}

describe("a plan is not carried out", () => {
  let planned: { readonly ports: PublishPorts; readonly request: AskingPublishRequest; readonly plan: PublishPlan };

  beforeEach(async () => {
    await world.publish(live);
    const { ports, request } = world.parts(next);
    planned = { ports, request, plan: await planPublish(ports, request) };
  });

  const carryOut = (): ReturnType<typeof publishPlan> => publishPlan(planned.ports, planned.request, planned.plan);

  it("where the DAG file alone was changed since it was looked at, and leaves it as it is", async () => {
    world.files.contents.set(dagFile, "edited by hand");
    world.store.writes.length = 0;
    await expect(carryOut()).rejects.toMatchObject({
      kind: "overtaken",
      message:
        "wine_predictions.py was changed since it was looked at, the last time by ann: nothing was published. Publish again to see what would change now.",
    });
    expect([world.dag(), world.store.writes]).toEqual(["edited by hand", []]);
  });

  it("where the DAG file alone was removed since", async () => {
    world.files.contents.delete(dagFile);
    await expect(carryOut()).rejects.toMatchObject({ kind: "overtaken" });
    expect(world.dag()).toBeUndefined();
  });

  it("where the store alone says that another publication is live since", async () => {
    await world.rewrite("current", { publishedBy: "bob" });
    await expect(carryOut()).rejects.toMatchObject({
      kind: "overtaken",
      message: expect.stringContaining("the last time by bob:") as string,
    });
  });

  it("where somebody began to publish since, who is named rather than who published before", async () => {
    await world.rewrite("publishing", { ...markerOf(live.name), publishedBy: "eve" });
    await expect(carryOut()).rejects.toMatchObject({
      kind: "overtaken",
      message: expect.stringContaining("the last time by eve:") as string,
    });
  });

  it("where everything was taken away since, by nobody knows whom", async () => {
    await world.store.delete(`${folder}/current.json`);
    await expect(carryOut()).rejects.toThrow("the last time by somebody:");
  });

  it("and is carried out where nothing changed", async () => {
    expect(await carryOut()).toMatchObject({ outcome: "published", build: next.name });
  });
});

function markerOf(name: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    format: 1,
    build: name,
    dagId: "wine_predictions",
    dagFile: "wine_predictions.py",
    dagBlob: "d".repeat(64),
    previousDagBlob: null,
    startDate: "2026-11-21T00:00:00.000Z",
    startedAt: "2026-11-21T00:00:00.000Z",
    publishedBy: "bob",
    step: "dagFile",
    ...more,
  };
}

describe("publishing the same again has nothing to do", () => {
  beforeEach(() => world.publish(live));

  it("only while Airflow shows it", async () => {
    expect((await plan(live)).isUnchanged).toBe(true);
    world.airflow.says["is_stale"] = true;
    expect(await plan(live)).toMatchObject({ isUnchanged: false, isFirst: false });
  });

  it("only where no publication was interrupted", async () => {
    await world.rewrite("publishing", markerOf(live.name));
    expect((await plan(live)).isUnchanged).toBe(false);
  });

  it("only where its file is as it was written", async () => {
    world.files.contents.set(dagFile, `${world.dag() ?? ""}# by hand\n`);
    expect((await plan(live)).isUnchanged).toBe(false);
  });

  it.each([
    ["build", { build: next.name }],
    ["text of the DAG file", { dagBlob: "e".repeat(64) }],
    ["address of the server", { url: "http://elsewhere" }],
  ])("only where the %s that is recorded is the same", async (_what, changes) => {
    await world.rewrite("current", changes);
    expect((await plan(live)).isUnchanged).toBe(false);
  });

  it("and asks nobody", async () => {
    await world.publish(live, { warnings: ["The schedule never comes due."] });
    expect(world.asked).toEqual([]);
  });
});

describe("what would change", () => {
  it("is everything where nothing was published, as an addition", async () => {
    expect(await plan(build("0 3 * * *", "p-1", [buildOperator("clean")]))).toMatchObject({
      isFirst: true,
      isUnchanged: false,
      changes: [{ kind: "added", name: "clean", detail: "function" }],
    });
  });

  it("is not known where the record of the live build is gone", async () => {
    await world.publish(live);
    await world.store.delete(buildKey(place, live.name));
    expect(await plan()).toMatchObject({ isFirst: false, changes: null });
  });

  it("is the DAG file alone where the same build is live and its file was taken away", async () => {
    const named = build("0 3 * * *", "p-1", [buildOperator("clean", { code: null })]);
    await world.publish(named);
    world.files.contents.delete(dagFile);
    expect((await plan(named)).changes).toEqual([
      { kind: "changed", name: "DAG file of wine_predictions", detail: "is written again" },
      { kind: "same", name: "1 operator", detail: "as they are" },
    ]);
  });
});

describe("what is asked before it is published", () => {
  beforeEach(() => world.publish(live));

  it("is nothing where nothing stands in the way", async () => {
    expect((await plan()).questions).toEqual([]);
  });

  it("is what the workflow warns of, first", async () => {
    await world.rewrite("current", { url: "http://old" });
    expect((await plan(next, { warnings: ["One."] })).questions).toEqual([
      "One.",
      '"airflow" was at http://old when this workflow was last published, and is at http://airflow now. Is that the same server?',
    ]);
  });

  it("is whether to publish over one that did not finish, with who began it and when", async () => {
    await world.rewrite("publishing", markerOf(live.name, { startedAt: "2026-11-20T09:00:00.000Z" }));
    expect((await plan()).questions).toEqual([
      "bob began to publish this workflow at 2026-11-20T09:00:00.000Z and did not finish, or is still at it. Finishing or undoing that comes later: publish over it?",
    ]);
  });

  it("is whether to overwrite what was changed by hand", async () => {
    world.files.contents.set(dagFile, `${world.dag() ?? ""}# by hand\n`);
    expect((await plan()).questions).toEqual([
      "wine_predictions.py in the DAG folder was changed by hand since it was published. Overwrite it?",
    ]);
  });

  it("is not that where the file is the one that an interrupted publication wrote", async () => {
    const { request } = world.parts(build("0 5 * * *"));
    const text = request.dagFormat.render({ dagId: "wine_predictions", startDate: "2026-11-21T00:00:00.000Z" });
    world.files.contents.set(dagFile, text);
    await world.rewrite("publishing", markerOf(live.name, { dagBlob: world.parts(next).ports.hash.sha256(text) }));
    expect((await plan()).questions).toHaveLength(1);
  });

  it("is not that where the file is already the one that is to be", async () => {
    const { dagFormat } = world.parts(next).request;
    const startDate = world.current()["startDate"] ?? "";
    world.files.contents.set(dagFile, dagFormat.render({ dagId: "wine_predictions", startDate }));
    expect((await plan()).questions).toEqual([]);
  });

  it.each(["queued", "running"])("is whether a run that is %s may go on", async (state) => {
    world.airflow.runs.set("manual__1", state).set("scheduled__2", state).set("over", "success").set("bad", "failed");
    expect((await plan()).questions).toEqual([
      "Runs of wine_predictions are active: manual__1, scheduled__2. They go on with their own build, but operators that this publication adds or joins otherwise fail there. Waiting for them comes later: publish now?",
    ]);
  });

  it("names ten runs at most", async () => {
    for (let count = 1; count <= 12; count += 1) world.airflow.runs.set(`r${count}`, "queued");
    const [question] = (await plan()).questions;
    expect(question).toContain(": r1, r2, r3, r4, r5, r6, r7, r8, r9, r10. They");
  });

  it("is nothing about runs where Airflow does not have the DAG any more", async () => {
    world.airflow.runs.set("manual__1", "running");
    world.airflow.instead = ({ url }) => (url.includes("/dags/wine_predictions") ? { status: 404 } : undefined);
    expect((await plan()).questions).toEqual([]);
  });
});

describe("a first publication", () => {
  it("asks nothing about a file that is ours already, nor about runs of the DAG", async () => {
    await world.publish(live);
    await world.store.delete(`${folder}/current.json`);
    world.airflow.runs.set("manual__1", "running");
    expect(await plan()).toMatchObject({ isFirst: true, questions: [] });
  });
});

it("a no leaves everything as it was, and the refusal repeats what was asked", async () => {
  const asked: (readonly string[])[] = [];
  const confirm = (questions: readonly string[]): Promise<boolean> => {
    asked.push(questions);
    return Promise.resolve(false);
  };
  await expect(world.publish(live, { warnings: ["One.", "Two."], confirm })).rejects.toMatchObject({
    kind: "unconfirmed",
    message: "Nothing was published, because this was not confirmed: One. Two.",
  });
  expect([asked, world.store.writes, world.dag()]).toEqual([[["One.", "Two."]], [], undefined]);
});

it("without a DAG folder nothing is asked of Airflow", async () => {
  const { dagFolder: _, ...unknown } = resource;
  await expect(plan(next, { airflow: unknown })).rejects.toMatchObject({
    kind: "notConfigured",
    message: 'Nothing says where "airflow" looks for DAG files. Add "dagFolder" to it in aqueduct.json.',
  });
  expect(world.airflow.http.asked).toEqual([]);
});

describe("the steps before publishing say", () => {
  const told = (): readonly string[] =>
    world.events.filter(({ state }) => state === "done").map(({ step, message }) => `${step}: ${message}`);

  it("which Airflow answers, and that nothing is there yet", async () => {
    await plan();
    expect(told()).toEqual(["connect: Airflow 3.3.2", "compare: wine_predictions: not published there yet"]);
  });

  // "connect" said "?", publishing said nothing, and the first run failed.
  it("repeats what could not be checked of the Connections that its tasks need", async () => {
    await plan(next, { connections: ["demo", "nowhere"] });
    expect(told()[0]).toMatch(
      /^connect: Airflow 3\.3\.2\. Airflow's database has no Connection (demo, )?nowhere\. Add it/,
    );
  });

  it("which build is live", async () => {
    await world.publish(live);
    world.events.length = 0;
    await plan();
    expect(told()[1]).toBe(`compare: wine_predictions: build ${live.name.slice(0, 12)} is live`);
  });

  it("the same where there is nothing to do", async () => {
    await world.publish(live);
    world.events.length = 0;
    await plan(live);
    expect(told()[1]).toBe(`compare: wine_predictions: build ${live.name.slice(0, 12)} is live`);
  });

  it("that a password is wrong before anything is compared", async () => {
    world.airflow.instead = ({ url }) =>
      url.endsWith("/auth/token") ? { status: 401, text: '{"detail":"Invalid credentials"}' } : undefined;
    await expect(plan()).rejects.toMatchObject({ kind: "signedOut" });
    expect(world.events.map(({ step, state }) => [step, state])).toEqual([
      ["connect", "started"],
      ["connect", "failed"],
    ]);
  });
});
