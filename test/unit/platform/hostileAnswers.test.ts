import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hostileServer, type HostileServer, type Mischief } from "../../../scripts/testbed/hostileServer.mjs";
import { AirflowClient } from "../../../src/core/airflow/client.js";
import { answerBudget, storeBudget } from "../../../src/core/model/budgets.js";
import { httpWithin } from "../../../src/platform/http.js";
import { KeptOutput } from "../../../src/platform/keptOutput.js";
import { nodeProcesses } from "../../../src/platform/processes.js";
import { s3Store } from "../../../src/platform/s3Store.js";
import { toldWaits } from "../../../src/platform/toldWaits.js";
import { Turnstile } from "../../../src/platform/turnstile.js";
import type { World } from "../../../src/core/index.js";

const token = { "/auth/token": { access_token: "t" } };
let server: HostileServer;

beforeEach(async () => {
  server = await hostileServer("hung", token);
});
afterEach(() => server.close());

const rejection = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "it resolved",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

// Airflow of 3 GB aborted the process; a byte every two seconds was waited for without end.
describe("an Airflow that", () => {
  const small = { ...answerBudget, bytes: 2 ** 20, silence: 200, time: 500 };
  const client = (): AirflowClient =>
    new AirflowClient({ name: "prod", url: server.url, username: "ann" }, httpWithin(small), {
      password: () => Promise.resolve("p"),
    });

  it.each<readonly [Mischief, RegExp]>([
    ["endless", /its answer is larger than 1 MB\. Does an Airflow answer there/],
    ["drip", /its answer had not ended after 0\.5 s/],
    ["hung", /no answer within 0\.2 s/],
    ["hungBody", /no answer within 0\.2 s|had not ended after 0\.5 s/],
    ["truncated", /it closed the connection/],
    ["broken", /broke \(502 at GET \/api\/v2\/dags\/d\)/],
    ["list", /answered a list where an object was due/],
    ["text", /can't be read/],
  ])("answers %s costs no more than its budget and is named in a sentence", async (mischief, words) => {
    server.mischief = mischief;
    const said = await rejection(client().dag("d"));
    expect(said).toMatch(words);
    expect(said).toMatch(/Airflow/);
  });

  it("says that there is always another page is asked for so many, and no more", async () => {
    server.mischief = "endlessPages";
    expect(await rejection(client().dagRuns("~", {}))).toMatch(/gives a list without end .* 300 pages were read/);
    expect(server.asked.filter((one) => one.includes("dagRuns"))).toHaveLength(answerBudget.pages);
  });

  it("does not answer a sign-in can be left, and so can what waits for that sign-in", async () => {
    server.spared.clear();
    const leave = new AbortController();
    const waiting = [client().signIn(leave.signal), client().dag("d", leave.signal)].map(rejection);
    leave.abort(new Error("left"));
    expect(await Promise.all(waiting)).toEqual(["left", "left"]);
  });
});

// A store that was stopped was waited for without end, and without a word.
describe("an S3 server that", () => {
  const small = { ...storeBudget, silence: 200, time: 600, speed: 2 ** 30 };
  const store = (): ReturnType<typeof s3Store> =>
    s3Store({ kind: "s3", name: "lake", bucket: "b", prefix: "", endpoint: server.url } as never, small);
  const kept = { ...process.env };

  beforeEach(() => {
    process.env["AWS_ACCESS_KEY_ID"] = "k";
    process.env["AWS_SECRET_ACCESS_KEY"] = "s";
  });
  afterEach(() => {
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
      if (kept[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = kept[name];
  });

  it.each<Mischief>(["drip", "hung", "hungBody", "truncated", "broken", "list", "endless"])(
    "answers %s ends every request, and is named in a sentence",
    async (mischief) => {
      server.mischief = mischief;
      const asked = store();
      const said = [
        await rejection(asked.list("runs/")),
        // An object may hold anything.
        ...(mischief === "list" ? [] : [await rejection(asked.get("runs/a.json"))]),
        // However long it is, as long as it comes.
        ...(mischief === "list" || mischief === "endless" ? [] : [await rejection(asked.digestOf("runs/a.json"))]),
      ];
      for (const one of said) expect(one).toMatch(/"lake"|a\.json can't be read: it is larger than 64 MB/);
    },
    20_000,
  );

  it("hangs can be left", async () => {
    const leave = new AbortController();
    const waiting = rejection(store().get("runs/a.json", leave.signal));
    leave.abort(new Error("left"));
    expect(await waiting).toBe("left");
  });
});

// 540 MB of output ended the host with "Invalid string length".
describe("output of a process", () => {
  it("keeps its beginning and its end, and says how much is left out", () => {
    const output = new KeptOutput({ head: 5, tail: 6 });
    for (const text of ["abc", "defgh", "ijkl", "mnopqrstuvwxyz"]) output.add(text);
    expect(output.text()).toBe("abcde\n… 15 characters left out here …\nuvwxyz");
  });

  it("of 600 MB leaves the process that reads it alive and small", { timeout: 120_000 }, async () => {
    const script =
      "import sys\nb = 'x' * (1 << 20) + '\\n'\nprint('begin')\nfor _ in range(600): sys.stdout.write(b)\nprint('end')";
    const { stdout, code } = await nodeProcesses.run({ command: "python3", args: ["-c", script] });
    expect(code).toBe(0);
    expect(stdout.startsWith("begin\n")).toBe(true);
    expect(stdout.endsWith("end\n")).toBe(true);
    expect(stdout.length).toBeLessThan(2 * 2 ** 20);
  });
});

describe("what waits", () => {
  it("says for what, again and again, and once that it waits no more", async () => {
    const told: (string | undefined)[] = [];
    const answers: (() => void)[] = [];
    const world = toldWaits(
      {
        http: {
          send: () => new Promise((resolve) => answers.push(() => resolve({ status: 200, headers: {}, text: "" }))),
        },
        processes: {},
        engine: {},
      } as unknown as World,
      (sentence) => told.push(sentence),
      20,
    );
    const both = [1, 2].map(() => world.http.send({ method: "GET", url: "http://u:p@airflow:8080/api" }));
    await expect.poll(() => told.length).toBeGreaterThan(1);
    for (const answer of answers) answer();
    await Promise.all(both);
    expect(told[0]).toBe("Still waiting for http://airflow:8080, 0 s by now…");
    expect(told.at(-1)).toBe(undefined);
    expect(told.filter((one) => one === undefined)).toHaveLength(1);
  });

  it("lets so many pass at once, in their order, and whoever gives up out of the line", async () => {
    const turnstile = new Turnstile(1);
    const order: number[] = [];
    let open = (): void => undefined;
    const first = turnstile.pass(() => new Promise<void>((resolve) => (open = resolve)));
    const leave = new AbortController();
    const second = rejection(turnstile.pass(() => Promise.resolve(order.push(2)), leave.signal));
    const third = turnstile.pass(() => Promise.resolve(order.push(3)));
    leave.abort(new Error("left"));
    expect(await second).toBe("left");
    open();
    await Promise.all([first, third]);
    expect(order).toEqual([3]);
  });
});
