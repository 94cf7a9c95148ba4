import { beforeEach, describe, expect, it } from "vitest";
import { followLog, type LogText } from "../../../src/core/actions/followLog.js";
import type { OpenFolder } from "../../../src/core/actions/folder.js";
import type { World } from "../../../src/core/actions/world.js";
import type { OperatorRun, Run } from "../../../src/core/model/run.js";
import { Unreachable, type HttpResponse } from "../../../src/core/ports.js";
import { jsonBytes } from "../../../src/core/store/json.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { currentKey, workflowKey } from "../../../src/core/store/keys.js";
import { fakeHttp, type Answer } from "../../fakes/fakeHttp.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { manifest } from "../runs/facts.js";
import { operatorRun, run } from "../runs/runs.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const running = operatorRun("clean", { state: "running", manifest: null });

let store: ReturnType<typeof inMemoryStore>;
let files: Map<string, string>;
/** What happens between two looks, one after another. */
let meanwhile: (() => void)[];
let now: Run;
let answerLog: Answer;
let http: ReturnType<typeof fakeHttp>;

beforeEach(async () => {
  store = inMemoryStore();
  files = new Map();
  meanwhile = [];
  answerLog = () => undefined;
  http = fakeHttp((request) =>
    request.url.endsWith("/auth/token") ? json({ access_token: "t" }, 201) : answerLog(request),
  );
  const publication = {
    format: 1,
    project: "p",
    workflow: "wine",
    target: "airflow",
    url: "http://airflow",
    dagId: "wine",
    build: "b".repeat(64),
    dagFile: "wine.py",
    dagBlob: "d".repeat(64),
    startDate: "2026-11-21T14:00:00.000000Z",
    publishedAt: "2026-11-21T14:00:00.000000Z",
    publishedBy: "ann",
  };
  await store.putIfAbsent(
    currentKey({ project: "p", key: workflowKey("wine", nodeHash) }, "airflow"),
    jsonBytes(publication),
  );
});

function json(value: unknown, status = 200): Partial<HttpResponse> {
  return { status, text: JSON.stringify(value) };
}

function be(operator: OperatorRun, changes: Partial<Run> = {}): void {
  now = run({ state: operator.manifest === null ? "running" : "succeeded", operators: [operator], ...changes });
}

async function follow(): Promise<readonly LogText[]> {
  const world = {
    files: {
      join: (...parts: readonly string[]) => parts.join("/"),
      list: () => Promise.resolve([{ name: `${workflowKey("wine", nodeHash)}-r1`, kind: "folder" }]),
      readText: (path: string) => Promise.resolve(files.get(path.slice(path.lastIndexOf("/") + 1))),
    },
    http,
    hash: nodeHash,
    secrets: { password: () => Promise.resolve("secret") },
    openStore: () => store,
    clock: { sleep: () => Promise.resolve(meanwhile.shift()?.()) },
  } as unknown as World;
  const resources = new Map<string, unknown>([
    ["lake", { kind: "folder", name: "lake", folder: "/lake" }],
    ["airflow", { kind: "airflow", name: "airflow", url: "http://airflow", username: "ann", store: "lake" }],
  ]);
  const open = { folder: "/w", project: "p", store, resources } as unknown as OpenFolder;
  const seen: LogText[] = [];
  for await (const text of followLog(world, open, {
    run: () => now,
    operator: "clean",
    signal: new AbortController().signal,
  }))
    seen.push(text);
  return seen;
}

async function endWith(stdout: string, stderr: string | null = null): Promise<void> {
  await store.putIfAbsent("out", bytes(stdout));
  if (stderr !== null) await store.putIfAbsent("err", bytes(stderr));
}

const ended = (stderr: string | null = null): OperatorRun =>
  operatorRun("clean", { manifest: manifest("clean", { logs: { stdout: "out", stderr } }) });

describe("the log of a local operator", () => {
  it("says that it has not run, grows while it runs, and ends with what the store has", async () => {
    await endWith("one\ntwo\n");
    be(operatorRun("clean", { state: "waiting", tryNumber: 0, manifest: null }));
    meanwhile = [
      () => {
        be(running);
      },
      () => {
        files.set("stdout.log", "one\n");
      },
      () => {
        be(ended());
      },
    ];
    expect(await follow()).toEqual([
      { text: "", note: "clean is waiting: it has not run." },
      { text: "", note: "clean is running and has printed nothing yet." },
      { text: "one\n", note: "" },
      { text: "one\ntwo\n", note: "" },
    ]);
  });

  it("says nothing again while nothing is printed", async () => {
    await endWith("done\n");
    be(running);
    meanwhile = [
      () => undefined,
      () => undefined,
      () => {
        be(ended());
      },
    ];
    expect(await follow()).toHaveLength(2);
  });

  it("keeps what was printed apart from the error stream", async () => {
    await endWith("kept 3", "warned\n");
    be(ended("err"));
    expect(await follow()).toEqual([{ text: "kept 3\n\n--- standard error ---\nwarned\n", note: "" }]);
  });

  it("says that nothing was printed", async () => {
    await endWith("");
    be(ended());
    expect(await follow()).toEqual([{ text: "", note: "clean printed nothing." }]);
  });

  it("of an operator that never ran ends", async () => {
    be(operatorRun("clean", { state: "upstreamFailed", tryNumber: 0, manifest: null }), { state: "failed" });
    expect(await follow()).toEqual([{ text: "", note: "clean has not run." }]);
  });

  it("of a run that is gone says what to do", async () => {
    be(operatorRun("other"));
    await expect(follow()).rejects.toThrow("Refresh the list of runs");
  });
});

describe("the log of an operator on Airflow", () => {
  const onAirflow = { target: "airflow" } as const;
  const page = (lines: readonly string[], token: string | null): Partial<HttpResponse> =>
    json({ content: lines.map((event) => ({ event })), continuation_token: token });

  it("says that there is nothing yet, then is read part by part", async () => {
    await endWith("from the store\n");
    be(running, onAirflow);
    const pages = [
      page(["::group::Log message source details", "::endgroup::"], "t1"),
      page(["one"], "t2"),
      page(["two"], "t3"),
    ];
    answerLog = () => pages.shift();
    meanwhile = [
      () => undefined,
      () => undefined,
      () => {
        be(ended(), onAirflow);
      },
    ];
    expect(await follow()).toEqual([
      { text: "", note: "Airflow has nothing of this task's log yet: it shows it once the worker has begun to write." },
      { text: "one\n", note: "" },
      { text: "one\ntwo\n", note: "" },
      { text: "from the store\n", note: "" },
    ]);
    expect(http.asked.flatMap(({ url }) => /token=(\w+)/.exec(url)?.[1] ?? [])).toEqual(["t1", "t2"]);
  });

  it("of a task that left nothing in the store is Airflow's own", async () => {
    be(operatorRun("clean", { state: "failed", manifest: null }), { ...onAirflow, state: "failed" });
    answerLog = () => page(["Killed"], null);
    expect(await follow()).toEqual([{ text: "Killed\n", note: "" }]);
  });

  it("stays while Airflow is away, and goes on when it is back", async () => {
    be(running, onAirflow);
    const answers = [
      () => page(["one"], "t1"),
      (): never => {
        throw new Unreachable("http://airflow", "connection refused");
      },
      () => page(["two"], null),
    ];
    answerLog = () => answers.shift()?.();
    meanwhile = [
      () => undefined,
      () => {
        be(operatorRun("clean", { state: "failed", manifest: null }), { ...onAirflow, state: "failed" });
      },
    ];
    const [first, away, last] = await follow();
    expect(first).toEqual({ text: "one\n", note: "" });
    expect(away?.text).toBe("one\n");
    expect(away?.note).toContain("does not answer");
    expect(last).toEqual({ text: "one\ntwo\n", note: "" });
  });
});
