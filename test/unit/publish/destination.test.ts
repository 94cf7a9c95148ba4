import { beforeEach, describe, expect, it } from "vitest";
import { nodeHash } from "../../../src/platform/hash.js";
import { blobKey } from "../../../src/core/store/keys.js";
import { build, bytes, dagFile, folder, ofNewer, owned, PublishingWorld } from "./world.js";

const named = build("0 3 * * *");
const suffix = nodeHash.sha256("p-1\0wine predictions").slice(0, 6);
const other = `wine_predictions_${suffix}`;
let world: PublishingWorld;

beforeEach(() => {
  world = new PublishingWorld();
});

const published = async (): Promise<string> => (await world.publish(named)).dagId;

describe("the DAG of a workflow", () => {
  it("has the workflow's name where that is free", async () => {
    expect(await published()).toBe("wine_predictions");
  });

  it("keeps the name that it was published under, though its own is free", async () => {
    await published();
    await world.rewrite("current", { dagId: other, dagFile: `${other}.py` });
    world.files.contents.delete(dagFile);
    expect(await published()).toBe(other);
    expect(world.files.contents.has(`/dags/${other}.py`)).toBe(true);
  });

  it.each([
    ["../../escaped", "../../escaped.py"],
    ["/etc/cron.d/escaped", "/etc/cron.d/escaped.py"],
    ["somebody_elses", "somebody_elses.py"],
    ["wine_predictions", "../wine_predictions.py"],
  ])("is not what the store says where publishing would not have chosen it: %s, %s", async (dagId, file) => {
    await published();
    const before = new Map(world.files.contents);
    await world.rewrite("current", { dagId, dagFile: file });
    await expect(world.publish(build("0 4 * * *"))).rejects.toThrow(
      /current\.json in memory can't be read: (dagId is not an id of a DAG|dagFile is not a name of a DAG file|it names the DAG ".*", which Aqueduct never writes there\. Somebody changed it: delete it, then publish the workflow again)\.$/,
    );
    expect(world.files.contents).toEqual(before);
    expect(world.airflow.http.asked.some(({ url }) => url.includes("escaped"))).toBe(false);
  });

  it.each([
    ["project", "p-2"],
    ["workflow", "other"],
    ["target", "prod"],
    ["build", "../../b"],
    ["dagBlob", "../../b"],
  ])("is not what the store says where its record has another %s", async (name, value) => {
    await published();
    await world.rewrite("current", { [name]: value });
    await expect(published()).rejects.toThrow(/current\.json in memory can't be read: /);
  });

  it("keeps the name that an interrupted publication had begun with", async () => {
    world.airflow.reads = false;
    await world.publish(named, { timeout: 1000 });
    await world.rewrite("publishing", { dagId: other, dagFile: `${other}.py` });
    world.airflow.reads = true;
    expect(await published()).toBe(other);
  });

  it.each([{ dagId: "../../escaped", dagFile: "../../escaped.py" }, { previousDagBlob: "../../b" }, { dagBlob: "b" }])(
    "is not what an interrupted publication says that publishing never wrote: %o",
    async (changes) => {
      world.airflow.reads = false;
      await world.publish(named, { timeout: 1000 });
      await world.rewrite("publishing", changes);
      world.airflow.reads = true;
      await expect(published()).rejects.toThrow("publishing.json in memory can't be read: ");
    },
  );

  it("may be there already where its file says that it is this workflow's", async () => {
    world.files.contents.set(dagFile, owned());
    expect(await published()).toBe("wine_predictions");
  });

  it("may be on the server without a file in our folder where its text says that it is this workflow's", async () => {
    world.airflow.elsewhere.set("wine_predictions", owned());
    expect(await published()).toBe("wine_predictions");
  });

  it("is taken for somebody else's where the role may not read its text", async () => {
    world.airflow.elsewhere.set("wine_predictions", owned());
    world.airflow.instead = ({ url }) =>
      url.endsWith("/dagSources/wine_predictions") ? { status: 403, text: '{"detail":"Forbidden"}' } : undefined;
    expect(await published()).toBe(other);
  });

  it("is not published beside a file that a newer version of Aqueduct made, which may be this workflow's", async () => {
    const message =
      "wine_predictions.py in the DAG folder was made by a newer version of Aqueduct. Update this one, then publish again.";
    world.files.contents.set(dagFile, ofNewer);
    await expect(published()).rejects.toMatchObject({ kind: "taken", message });
    expect(world.files.contents.get(dagFile)).toBe(ofNewer);
    expect(world.store.writes).toEqual([]);
  });

  it("is not guessed where Airflow breaks while it is asked for the text", async () => {
    world.airflow.elsewhere.set("wine_predictions", owned());
    world.airflow.instead = ({ url }) => (url.includes("/dagSources/") ? { status: 500 } : undefined);
    await expect(published()).rejects.toMatchObject({ kind: "failed" });
    expect(world.store.writes).toEqual([]);
  });

  it.each([
    ["project", { project: "p-2" }],
    ["workflow", { workflow: "beer predictions" }],
    ["target", { target: "prod" }],
  ])("goes by another id where the file is that of another %s", async (_what, owner) => {
    world.files.contents.set(dagFile, owned(owner));
    expect(await published()).toBe(other);
    expect(world.dag()).toBe(owned(owner));
  });

  it("is not looked for on the server where a file in our folder says whose it is", async () => {
    world.files.contents.set(dagFile, "by hand");
    world.airflow.elsewhere.set("wine_predictions", owned());
    expect(await published()).toBe(other);
  });
});

describe("a publication that finds both ids taken", () => {
  const refusal = async (first: string, second: string): Promise<unknown> => {
    world.files.contents.set(dagFile, first);
    world.files.contents.set(`/dags/${other}.py`, second);
    return published().catch((error: unknown) => error);
  };

  it("says by what, and what to do", async () => {
    expect(await refusal(owned({ project: "p-9" }), "by hand")).toMatchObject({
      kind: "taken",
      message: `wine_predictions.py in the DAG folder belongs to workflow "wine predictions" of project p-9. ${other}.py in the DAG folder was not made by Aqueduct. Rename the workflow, or remove what is there.`,
    });
    expect(world.store.writes).toEqual([]);
  });

  it("says as which target the other was published", async () => {
    expect(await refusal(owned({ target: "prod" }), "by hand")).toMatchObject({
      message: expect.stringContaining(
        'belongs to workflow "wine predictions" of project p-1, published as target "prod". ',
      ) as string,
    });
  });

  it("says that it is the server which has them, where the folder does not", async () => {
    for (const id of ["wine_predictions", other]) world.airflow.elsewhere.set(id, "by hand");
    await expect(published()).rejects.toThrow(
      `The DAG wine_predictions on "airflow" was not made by Aqueduct. The DAG ${other} on "airflow" was not made`,
    );
  });
});

describe("an interrupted publication that is carried on and turns out broken", () => {
  const broken = build("0 4 * * *");

  async function carryOn(): Promise<void> {
    world.airflow.reads = true;
    world.airflow.breaks = (text) => (text.includes(broken.name.slice(0, 12)) ? "boom" : undefined);
    await expect(world.publish(broken)).rejects.toMatchObject({ kind: "importError" });
  }

  beforeEach(() => {
    world.airflow.reads = false;
  });

  it("removes its file where none was there before", async () => {
    await world.publish(broken, { timeout: 1000 });
    expect(world.marker()["previousDagBlob"]).toBeNull();
    await carryOn();
    expect(world.dag()).toBeUndefined();
  });

  it("leaves the file where what stood there before was never in the store", async () => {
    world.files.contents.set(dagFile, `${owned()}by hand`);
    await world.publish(broken, { timeout: 1000 });
    const text = world.dag();
    await carryOn();
    expect(world.dag()).toBe(text);
  });

  it("does not put back bytes of the store that are not the file from before", async () => {
    world.airflow.reads = true;
    await world.publish(named);
    world.airflow.reads = false;
    await world.publish(broken, { timeout: 1000 });
    const key = blobKey(String(world.marker()["previousDagBlob"]));
    world.store.objects.set(key, bytes(`${owned()}evil`));
    const text = world.dag();
    world.airflow.reads = true;
    world.airflow.breaks = () => "boom";
    await expect(world.publish(broken)).rejects.toThrow(
      `${key} in memory is not what was put there: its SHA-256 is another one, so it was changed or cut short. It is the DAG file from before, which could not be put back if Airflow refused the new one. Delete it there, then publish again.`,
    );
    expect(world.dag()).toBe(text);
  });

  it("takes what stands there now for what stood there before, where somebody has put another file there", async () => {
    await world.publish(broken, { timeout: 1000 });
    world.files.contents.set(dagFile, `${owned()}by hand`);
    await carryOn();
    expect(world.dag()).toBe(`${owned()}by hand`);
  });
});

it("the start date is when it was first published, and stays", async () => {
  world.now = 5000;
  expect((await world.publish(named)).startDate).toBe("2026-11-21T00:00:05.000Z");
  world.now = 9000;
  await world.publish(build("0 4 * * *"));
  expect(world.current()["startDate"]).toBe("2026-11-21T00:00:05.000Z");
  expect(world.store.objects.has(`${folder}/publishing.json`)).toBe(false);
});
