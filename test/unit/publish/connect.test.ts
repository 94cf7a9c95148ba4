import { describe, expect, it } from "vitest";
import { AirflowClient } from "../../../src/core/airflow/client.js";
import { connect, type ConnectStep } from "../../../src/core/publish/connect.js";
import type { ObjectStore } from "../../../src/core/ports.js";
import { fakeAirflow, type FakeAirflow } from "../../fakes/fakeAirflow.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";

const resource = {
  kind: "airflow",
  name: "airflow",
  url: "http://airflow",
  username: "ann",
  dagFolder: "/dags",
  store: "lake",
} as const;
const random = { hex: (bytes: number) => "ab".repeat(bytes) };

async function test(
  airflow: Partial<FakeAirflow> = {},
  objects: ObjectStore = inMemoryStore(),
  dagFolder = "/dags",
): Promise<Readonly<Record<string, ConnectStep>>> {
  const files = inMemoryFiles({ "/dags/other.py": "" });
  const fake = Object.assign(fakeAirflow(files.contents), { connections: new Set(["demo"]) }, airflow);
  const client = new AirflowClient(resource, fake.http, { password: () => Promise.resolve("pw") });
  const store = { resource: { kind: "folder", name: "lake", folder: "/s" } as const, objects };
  const steps = await connect(
    { files, random },
    { airflow: { ...resource, dagFolder }, client, store, connections: { demo: "demo" }, onStep: () => undefined },
  );
  expect([...files.contents.keys()]).toEqual(["/dags/other.py"]);
  return Object.fromEntries(steps.map((step) => [step.name, step]));
}

describe("connecting to Airflow", () => {
  it("tests everything that publishing needs and leaves nothing behind", async () => {
    const objects = inMemoryStore();
    const steps = await test({}, objects);
    expect(Object.values(steps).map(({ name, state }) => [name, state])).toEqual(
      ["address", "signIn", "store", "dagFolder", "connections"].map((name) => [name, "passed"]),
    );
    expect(objects.objects.size).toBe(0);
  });

  it("says that a role may not see Connections", async () => {
    expect((await test({ connections: "forbidden" }))["connections"]).toMatchObject({
      state: "unchecked",
      message: expect.stringMatching(/may not see Connections: not checked/) as string,
    });
  });

  it("says which Connection is not in Airflow's database, which is not yet a fault", async () => {
    expect((await test({ connections: new Set<string>() }))["connections"]).toMatchObject({
      state: "unchecked",
      message: expect.stringContaining("no Connection demo") as string,
    });
  });

  it.each<[string, (store: ObjectStore) => Partial<ObjectStore>]>([
    [
      "If-None-Match",
      (store) => ({ putIfAbsent: async (key, bytes) => store.putIfMatch(key, bytes, (await store.get(key))?.etag) }),
    ],
    [
      "If-Match",
      (store) => ({ putIfMatch: async (key, bytes) => store.putIfMatch(key, bytes, (await store.get(key))?.etag) }),
    ],
  ])("refuses a store that ignores %s", async (header, broken) => {
    const store = inMemoryStore();
    expect((await test({}, { ...store, ...broken(store) }))["store"]).toMatchObject({
      state: "failed",
      message: expect.stringContaining(`ignores ${header}`) as string,
    });
    expect(store.objects.size).toBe(0);
  });

  it("says that there is no DAG folder, and does not make one", async () => {
    expect((await test({}, inMemoryStore(), "/absent"))["dagFolder"]).toMatchObject({
      state: "failed",
      message: expect.stringContaining("no folder /absent") as string,
    });
  });

  it("tests what does not stand on the address even where nothing answers there", async () => {
    const files = inMemoryFiles({});
    const http = { asked: [], send: () => Promise.resolve({ status: 503, headers: {}, text: "" }) };
    const steps = await test({ http, ...files });
    expect(Object.values(steps).map(({ state }) => state)).toEqual([
      "failed",
      "unchecked",
      "passed",
      "passed",
      "unchecked",
    ]);
  });
});
