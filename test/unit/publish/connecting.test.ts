import { beforeEach, describe, expect, it } from "vitest";
import { AirflowClient } from "../../../src/core/airflow/client.js";
import { connect, type ConnectRequest, type ConnectStep } from "../../../src/core/publish/connect.js";
import { probeStore } from "../../../src/core/publish/probe.js";
import type { Files, ObjectStore } from "../../../src/core/ports.js";
import type { AirflowResource, StoreResource } from "../../../src/core/resources/resource.js";
import { fakeAirflow, type FakeAirflow } from "../../fakes/fakeAirflow.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";
import { inMemoryStore } from "../../fakes/inMemoryStore.js";
import { resource } from "./world.js";

const random = { hex: (bytes: number) => "ab".repeat(bytes) };
const folderStore = { kind: "folder", name: "lake", folder: "/s" } as const;
const s3Store = {
  kind: "s3",
  name: "lake",
  bucket: "wines",
  airflowConnection: "aws_lake",
} as unknown as StoreResource;
let files: ReturnType<typeof inMemoryFiles>;
let objects: ReturnType<typeof inMemoryStore>;
let airflow: FakeAirflow;

beforeEach(() => {
  files = inMemoryFiles({ "/dags/other.py": "" });
  objects = inMemoryStore("/s");
  airflow = fakeAirflow(files.contents);
});

async function steps(
  more: Partial<Omit<ConnectRequest, "airflow">> & { readonly airflow?: AirflowResource } = {},
  onDisk: Files = files,
): Promise<Readonly<Record<string, ConnectStep>>> {
  const client = new AirflowClient(more.airflow ?? resource, airflow.http, { password: () => Promise.resolve("pw") });
  const request = {
    airflow: resource,
    client,
    store: { resource: folderStore, objects },
    connections: {},
    onStep: () => undefined,
    ...more,
  };
  const done = await connect({ files: onDisk, random }, request);
  return Object.fromEntries(done.map((step) => [step.name, step]));
}

describe("connecting tells", () => {
  it("each step as it begins and with its result, in order", async () => {
    const told: unknown[] = [];
    const found = await steps({ onStep: (step) => told.push(step) });
    expect(told).toEqual(
      ["address", "signIn", "store", "dagFolder", "connections"].flatMap((name) => [
        { name, state: "started" },
        found[name],
      ]),
    );
  });

  it("in words what was found", async () => {
    airflow.connections = new Set(["demo"]);
    const found = await steps({ connections: { demo: "demo" } });
    expect(Object.values(found).map(({ message }) => message)).toEqual([
      "Airflow 3.3.2 answers at http://airflow. Whoever is on the way to http://airflow can read the password, since it is http. Give the server an https address, and write that.",
      "ann is signed in.",
      "/s can be read and written, and keeps what is there. Airflow's workers must see it under the same path.",
      "/dags can be written.",
      "Connections demo are there.",
    ]);
  });

  it("of a store in a folder that everybody may enter who reads it", async () => {
    const open = { ...files, isReadByAll: () => Promise.resolve(true) };
    expect((await steps({}, open))["store"]?.message).toMatch(
      / Everybody on this machine can read the values in it\. If only some should: chmod o-rwx \/s\.$/,
    );
  });

  it("of a store on S3 who else may do what a worker may", async () => {
    airflow.connections = new Set(["aws_lake"]);
    expect((await steps({ store: { resource: s3Store, objects } }))["store"]?.message).toBe(
      "/s can be read and written, and keeps what is there. What a worker's own machine may do on AWS, operators there may do too.",
    );
  });
});

describe("signing in is tested", () => {
  it("by looking at runs, since a token alone proves little", async () => {
    airflow.instead = ({ url }) =>
      url.includes("/dags/~/dagRuns") ? { status: 403, text: '{"detail":"Forbidden"}' } : undefined;
    const found = await steps({ connections: { demo: "demo" } });
    expect(found["signIn"]).toMatchObject({
      state: "failed",
      message: expect.stringContaining("may not do that") as string,
    });
    expect(found["connections"]).toMatchObject({
      state: "unchecked",
      message: "Not tested, because what it stands on failed.",
    });
    expect(found["store"]?.state).toBe("passed");
    expect(airflow.http.asked.find(({ url }) => url.includes("dagRuns"))?.url).toContain("limit=1");
  });

  it("not where the address is wrong, and Connections neither, since that stands on signing in", async () => {
    airflow.instead = () => ({ status: 404, text: "" });
    const found = await steps();
    expect(["address", "signIn", "connections"].map((name) => found[name]?.state)).toEqual([
      "failed",
      "unchecked",
      "unchecked",
    ]);
    expect(airflow.http.asked.some(({ url }) => url.endsWith("/auth/token"))).toBe(false);
  });
});

describe("the store", () => {
  it("that no setting names is asked for", async () => {
    const { store: _, ...storeless } = resource;
    expect((await steps({ airflow: storeless, store: undefined }))["store"]).toEqual({
      name: "store",
      state: "failed",
      message: '"airflow" names no store. Add "store" to it in aqueduct.json.',
    });
  });

  it("that is named but not there is asked for by its name", async () => {
    expect((await steps({ store: undefined }))["store"]?.message).toBe(
      'There is no store "lake" in aqueduct.json. Add it.',
    );
  });

  it("that breaks is told with its words", async () => {
    const broken: ObjectStore = { ...objects, putIfAbsent: () => Promise.reject(new Error("No such bucket.")) };
    expect((await steps({ store: { resource: folderStore, objects: broken } }))["store"]).toMatchObject({
      state: "failed",
      message: "No such bucket.",
    });
  });
});

describe("the DAG folder", () => {
  it("that no setting names is asked for", async () => {
    const { dagFolder: _, ...unknown } = resource;
    expect((await steps({ airflow: unknown }))["dagFolder"]).toMatchObject({
      state: "failed",
      message: 'Nothing says where "airflow" looks for DAG files. Add "dagFolder" to it in aqueduct.json.',
    });
  });

  it("that cannot be written says why", async () => {
    const readOnly: Files = { ...files, writeAtomically: () => Promise.reject(new Error("EROFS")) };
    expect((await steps({}, readOnly))["dagFolder"]).toMatchObject({
      state: "failed",
      message: "A file in /dags cannot be made. EROFS.",
    });
  });

  it("is written under a name that Airflow takes for no DAG, and that is removed", async () => {
    const written: string[] = [];
    const watched: Files = {
      ...files,
      writeAtomically: (path, text) => {
        written.push(path);
        return files.writeAtomically(path, text);
      },
    };
    await steps({}, watched);
    expect(written).toEqual(["/dags/.aqueduct-probe-abababababab.tmp"]);
    expect([...files.contents.keys()]).toEqual(["/dags/other.py"]);
  });
});

describe("Connections", () => {
  it("that nobody needs are not asked for", async () => {
    expect((await steps())["connections"]).toMatchObject({ state: "passed", message: "No Connection is needed." });
    expect(airflow.http.asked.some(({ url }) => url.includes("/connections/"))).toBe(false);
  });

  it("are those of databases and of a store on S3, each once, in order", async () => {
    airflow.connections = new Set(["z", "a", "aws_lake"]);
    const found = await steps({
      connections: { one: "z", two: "a", three: "z" },
      store: { resource: s3Store, objects },
    });
    expect(found["connections"]?.message).toBe("Connections a, aws_lake, z are there.");
    expect(airflow.http.asked.filter(({ url }) => url.includes("/connections/"))).toHaveLength(3);
  });

  it("that are absent are named, and no others", async () => {
    airflow.connections = new Set(["b"]);
    expect((await steps({ connections: { one: "c", two: "b", three: "a" } }))["connections"]).toMatchObject({
      state: "unchecked",
      message:
        "Airflow's database has no Connection a, c. Add it under Admin → Connections, unless it stands in Airflow's environment or a secrets backend, which Airflow does not tell.",
    });
  });

  it("that the role may not see are named", async () => {
    airflow.connections = "forbidden";
    expect((await steps({ connections: { one: "a", two: "b" } }))["connections"]?.message).toBe(
      'Your role on "airflow" may not see Connections: not checked whether a, b are there.',
    );
  });

  it("that Airflow breaks over have failed", async () => {
    airflow.instead = ({ url }) => (url.includes("/connections/") ? { status: 500 } : undefined);
    expect((await steps({ connections: { one: "a" } }))["connections"]?.state).toBe("failed");
  });
});

it("being stopped is no result of a step", async () => {
  const stop = new AbortController();
  const broken: ObjectStore = {
    ...objects,
    putIfAbsent: () => {
      stop.abort(new Error("stopped"));
      return Promise.reject(new Error("aborted"));
    },
  };
  await expect(steps({ store: { resource: folderStore, objects: broken }, signal: stop.signal })).rejects.toThrow(
    "stopped",
  );
});

it("what is thrown and is no error is told as it is", async () => {
  // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what is thrown may be anything
  const broken: ObjectStore = { ...objects, putIfAbsent: () => Promise.reject("no room") };
  expect((await steps({ store: { resource: folderStore, objects: broken } }))["store"]?.message).toBe("no room");
});

describe("a store is probed", () => {
  it("under a key that nobody has, and left as it was", async () => {
    await probeStore(objects, random);
    expect(objects.writes).toEqual(Array.from({ length: 3 }, () => `.probe/${"ab".repeat(12)}`));
    expect(objects.objects.size).toBe(0);
  });

  it("and refused where it says that it has what was just made up", async () => {
    const lying: ObjectStore = { ...objects, putIfAbsent: () => Promise.resolve(false) };
    await expect(probeStore(lying, random)).rejects.toThrow(
      `/s says that it has .probe/${"ab".repeat(12)}, which was just made up. Use another store.`,
    );
  });

  it.each<[string, Partial<ObjectStore>, string]>([
    ["says that it overwrote", { putIfAbsent: () => Promise.resolve(true) }, "If-None-Match"],
    ["says that it swapped", { putIfMatch: () => Promise.resolve(true) }, "If-Match"],
    [
      "has something else afterwards",
      { get: () => Promise.resolve({ bytes: new Uint8Array([1]), etag: "" }) },
      "If-Match",
    ],
    ["has nothing afterwards", { get: () => Promise.resolve(undefined) }, "If-Match"],
  ])("and refused where it %s", async (_what, broken, header) => {
    await expect(probeStore({ ...objects, ...broken }, random)).rejects.toThrow(
      `/s overwrites what it was asked to keep (it ignores ${header}), so two runs could destroy one another's results. Use a store that knows conditional writes.`,
    );
    expect(objects.objects.size).toBe(0);
  });

  it("and cleaned up where it breaks in the middle, without the caller's signal", async () => {
    const deleted: unknown[] = [];
    const broken: ObjectStore = {
      ...objects,
      get: () => Promise.reject(new Error("broken")),
      delete: (...given) => {
        deleted.push(given);
        return objects.delete(given[0]);
      },
    };
    await expect(probeStore(broken, random, new AbortController().signal)).rejects.toThrow("broken");
    expect(deleted).toEqual([[`.probe/${"ab".repeat(12)}`]]);
  });
});
