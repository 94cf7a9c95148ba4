import { readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { commandWorld } from "../../src/cli/world.js";
import { HistoryFollower, openFolder, type HttpRequest } from "../../src/core/index.js";
import type { Run } from "../../src/core/model/run.js";
import { nodeHttp } from "../../src/platform/http.js";
import { askAirflow, dagRuns, isEnded } from "./support/airflow.js";
import { aqueduct, expectExit, type Place } from "./support/cli.js";
import { eventually } from "./support/eventually.js";
import { edit } from "./support/edit.js";
import { makeWorld, queryDatabase, savedDigest, type World } from "./support/world.js";

const workflow = "wine predictions";

interface RunAnswer {
  readonly run: Run;
}
interface PublishAnswer {
  readonly outcome: "published" | "unchanged";
  readonly build: string;
  readonly dagId: string;
  readonly dagFile: string;
}
interface ShowAnswer {
  readonly value: { readonly rows: number; readonly values: readonly (readonly unknown[])[] };
  readonly log: { readonly stdout: string };
}

let world: World;
let place: Place;

beforeAll(async () => {
  world = await makeWorld();
  place = await world.workspace("wines", "0123456789abcdef");
}, 240_000);

afterAll(async () => {
  await world.stop();
}, 60_000);

/** The whole line in one workspace: each step stands on the one before it. */
describe("a workflow from its file to a green DAG run", () => {
  let published: PublishAnswer;
  let latest: PublishAnswer;
  let green: Run;

  it("runs on this machine and saves its predictions", async () => {
    const { run } = expectExit<RunAnswer>(await aqueduct(place, "run", "level3.py", "--python", world.python), 0);
    expect(run).toMatchObject({ state: "succeeded", target: "local", warning: false });
    expect(await saveOf(run)).toEqual(await savedDigest(world, "my_predictions"));
    await queryDatabase(world, "db.execute('DROP TABLE my_predictions').rowcount");
  });

  it("connects to Airflow, step by step", async () => {
    const { steps } = expectExit<{ steps: readonly { name: string; state: string }[] }>(
      await aqueduct(place, "connect", "airflow"),
      0,
    );
    expect(steps.map(({ state }) => state)).not.toContain("failed");
    expect(steps.length).toBeGreaterThanOrEqual(5);
  });

  it("is published, with Airflow's own word that it parsed this build", async () => {
    published = expectExit<PublishAnswer>(await publish(place), 0);
    expect(published).toMatchObject({ outcome: "published", dagId: "wine_predictions" });
  });

  it("puts no blob, build or DAG file when it is published again unchanged", async () => {
    const file = path.join(world.airflow.dagsFolder, path.basename(published.dagFile));
    const before = await stat(file);
    await world.s3.resetRequests();
    expect(expectExit<PublishAnswer>(await publish(place), 0)).toMatchObject({
      outcome: "unchanged",
      build: published.build,
    });
    const puts = (await world.s3.requests()).filter(({ method }) => method === "PUT" || method === "POST");
    expect(puts).toEqual([]);
    expect(await stat(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it("runs on Airflow with another parameter value, while the workspace is not there", async () => {
    const triggered = expectExit<RunAnswer>(
      await aqueduct(place, "trigger", workflow, "--param", "quality_floor=7"),
      0,
    );
    const away = `${place.cwd}-away`;
    await rename(place.cwd, away);
    try {
      await eventually("the DAG run ends", async () =>
        (await dagRuns(world.airflow, published.dagId)).find(
          (run) => run.dag_run_id === triggered.run.runId && isEnded(run),
        ),
      );
    } finally {
      await rename(away, place.cwd);
    }
    green = await runOf(place, triggered.run.rid);
    expect(green).toMatchObject({
      state: "succeeded",
      warning: false,
      build: published.build,
      parameters: { quality_floor: 7 },
    });
    expect(green.operators.every(({ state }) => state === "succeeded")).toBe(true);
  });

  it("shows the value and the log of an operator that ran on Airflow", async () => {
    const shown = expectExit<ShowAnswer>(await aqueduct(place, "show", green.rid, "predict"), 0);
    expect(shown.value.rows).toBeGreaterThan(1000);
    expect(shown.value.values[0]).toHaveLength(4);
    const cleaned = expectExit<ShowAnswer>(await aqueduct(place, "show", green.rid, "clean_data"), 0);
    expect(cleaned.log.stdout).toMatch(/kept \d+ of \d+ wines/);
  });

  it("saved on Airflow what the save's manifest states", async () => {
    expect(await saveOf(green)).toEqual(await savedDigest(world, "my_predictions"));
  });

  it("carries the new build in the next run after an edit is published", async () => {
    await edit(place, "level3.py", "intercept=0.4", "intercept=0.5");
    latest = expectExit<PublishAnswer>(await publish(place), 0);
    expect(latest.build).not.toBe(published.build);
    expect(latest.dagId).toBe(published.dagId);
    expect(await finished(place, await trigger(place))).toMatchObject({ state: "succeeded", build: latest.build });
  });

  it("puts the old file back when Airflow cannot import the new one, and shows Airflow's words", async () => {
    const file = path.join(world.airflow.dagsFolder, path.basename(published.dagFile));
    const before = await readFile(file);
    await edit(place, "level3.py", "intercept=0.5", "intercept=0.6");
    await world.policy.allowOnly(latest.build);
    try {
      const answer = await publish(place);
      expect(answer.code).toBe(3);
      expect(answer.stdout).toContain("the administrator's policy refuses this build");
      expect(await readFile(file)).toEqual(before);
    } finally {
      await world.policy.lift();
    }
  });

  it("holds an operator to the type that it gave in the last run that succeeded there, and tells Airflow what it is for", async () => {
    await writeFile(path.join(place.cwd, "given.py"), given);
    const answer = await publish(place, "given.py");
    const { dagId } = expectExit<PublishAnswer>(answer, 0);
    expect(await askAirflow(world.airflow, "GET", `/dags/${dagId}/details`)).toMatchObject({
      description: "Gives what it is *given*.",
      doc_md: "Gives what it is *given*.", // Airflow leaves the line break out again
    });
    const run = async (value: string): Promise<Run> => {
      const { run } = expectExit<RunAnswer>(
        await aqueduct(place, "trigger", "given", "--param", `values={"value": ${value}}`),
        0,
      );
      return finished(place, run.rid);
    };
    expect(await run("2")).toMatchObject({ state: "succeeded" });
    const failed = await run('"many"');
    expect(failed.state).toBe("failed");
    const manifest = failed.operators.find(({ operator }) => operator === "one")?.manifest;
    expect(manifest?.failure).toMatchObject({
      type: "user",
      message: expect.stringMatching(
        /^one gave a text as 'one artifact', which was a number in the last successful run \(.* UTC\)\.$/,
      ) as string,
      tip: expect.stringContaining(
        '"mayChangeType": ["one"] in aqueduct.json if it may change, and publish again',
      ) as string,
    });
    expect(await run("2.5"), "a run that failed is forgotten").toMatchObject({ state: "succeeded" });
  });

  it("asks Airflow once a look while nothing runs, however long the history is", async () => {
    const requests: string[] = [];
    // The store's credentials are found where the command line finds them.
    process.env["AWS_SHARED_CREDENTIALS_FILE"] = path.join(world.home, ".aws", "credentials");
    const countingWorld = {
      ...commandWorld({ warn: () => undefined }),
      secrets: { password: () => Promise.resolve(world.canaries.airflowPassword) },
      http: { send: (request: HttpRequest) => (requests.push(request.url), nodeHttp.send(request)) },
    };
    const follower = HistoryFollower.open(
      countingWorld,
      await openFolder(countingWorld, path.join(place.cwd, "level3.py")),
    );
    await follower.poll();
    expect(follower.history.runs.filter(({ target }) => target === "airflow").length).toBeGreaterThanOrEqual(2);
    requests.length = 0;
    await follower.poll();
    expect(requests).toHaveLength(1);
  });

  it("keeps showing what it knows, and says so, when Airflow is not there", async () => {
    const absent = "http://127.0.0.1:9";
    await edit(place, "aqueduct.json", world.airflow.url, absent);
    const elsewhere = expectExit<{ targets: readonly unknown[] }>(await aqueduct(place, "runs"), 0);
    expect(elsewhere.targets, "the password is for the server before").toMatchObject([
      { target: "airflow", state: "signedOut" },
    ]);
    const moved = { ...place, env: { ...place.env, AQUEDUCT_AIRFLOW_ORIGIN: absent } };
    const { runs, targets } = expectExit<{ runs: readonly Run[]; targets: readonly unknown[] }>(
      await aqueduct(moved, "runs"),
      0,
    );
    expect(runs.find(({ rid }) => rid === green.rid)).toMatchObject({ state: "succeeded" });
    expect(targets).toMatchObject([{ target: "airflow", state: "unreachable" }]);
  });
});

const given = `from aqueduct import Client, op

client = Client()


@op
def one(values):
    return values["value"]


values = client.create_param("values", default={"value": 1})
client.publish_flow("given", "Gives what it is *given*.", artifacts=[one(values)])
`;

function publish(where: Place, file = "level3.py") {
  return aqueduct(where, "publish", file, "--airflow", "airflow", "--python", world.python, "--yes");
}

async function trigger(where: Place, ...more: readonly string[]): Promise<string> {
  return expectExit<RunAnswer>(await aqueduct(where, "trigger", workflow, ...more), 0).run.rid;
}

async function runOf(where: Place, rid: string): Promise<Run> {
  const { runs } = expectExit<{ runs: readonly Run[] }>(await aqueduct(where, "runs"), 0);
  const found = runs.find((run) => run.rid === rid);
  if (found === undefined) throw new Error(`Run ${rid} is not listed.`);
  return found;
}

/** Follows the folder's runs until none is under way, then gives this one. */
async function finished(where: Place, rid: string): Promise<Run> {
  const { runs } = expectExit<{ runs: readonly Run[] }>(await aqueduct(where, "runs", "--follow"), 0);
  const found = runs.find((run) => run.rid === rid);
  if (found?.endedAt == null) throw new Error(`Run ${rid} has not ended: ${JSON.stringify(found)}`);
  return found;
}

async function saveOf(run: Run): Promise<{ rows: number; digest: string }> {
  const saved = run.operators.find(({ operator }) => operator === "save_to_aqueduct_demo")?.manifest?.saved;
  if (!saved)
    throw new Error(
      `Run ${run.rid} saved nothing: ${JSON.stringify(run.operators.map(({ operator, state }) => [operator, state]))}`,
    );
  return Promise.resolve({ rows: saved.rows, digest: saved.digest });
}
