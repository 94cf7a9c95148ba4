import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { read } from "../../src/formats/reader.js";
import { manifestFormat } from "../../src/formats/manifest.js";
import { EngineFixture, recordsUntil, submit } from "./engineFixture.js";
import { TracedRuns } from "./tracedRun.js";

const flow = `
from aqueduct import Client, op

@op
def say():
    return "innocent"

Client().publish_flow("said", artifacts=[say()])
`;

let fixture: EngineFixture;
let runs: TracedRuns;
let engine: Awaited<ReturnType<EngineFixture["connect"]>>;

beforeEach(async () => {
  fixture = await EngineFixture.make();
  engine = await fixture.connect();
  runs = new TracedRuns(fixture, engine);
});

/** The blobs of a store whose text holds this. */
function blobsWith(text: string): readonly string[] {
  const folder = fixture.file(".aqueduct/store/blobs/sha256");
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((file) => readFileSync(file, "utf8").includes(text));
}

function edit(change: (text: string) => string): void {
  const files = blobsWith("innocent");
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) writeFileSync(file, change(readFileSync(file, "utf8")));
}

const evil = (text: string): string => text.replace('\\"innocent\\"', "open('PWNED', 'w').write('x')");

describe("a store that came along with a clone", () => {
  it.each([
    ["edited", evil],
    ["cut short", (text: string) => text.slice(0, 100)],
  ])("and whose blob was %s runs what stands in the file", async (_, change) => {
    await runs.run(flow);
    edit(change);
    const { manifests } = await runs.run(flow);
    expect(manifests["say"]?.status).toBe("succeeded");
    const key = manifests["say"]?.artifacts[0]?.key ?? "";
    expect(fixture.read(`.aqueduct/store/${key}`)).toBe("innocent");
    expect(existsSync(fixture.file("PWNED"))).toBe(false);
  });
});

describe("a blob that is changed once it was traced", () => {
  it("does not run: the operator says which, and what to do", async () => {
    const job = runs.job(flow);
    edit(evil);
    await submit(engine, job);
    const { manifests } = await runs.outcome(job, await recordsUntil(engine, job.name));
    expect(manifests["say"]?.failure).toMatchObject({
      type: "system",
      message: expect.stringMatching(
        /blobs\/sha256\/[0-9a-f]{64} is not what was put there: its SHA-256 is another one, so it was changed or cut short\.$/,
      ) as string,
      tip: "Run the workflow again: reading its file puts that right.",
    });
    expect(existsSync(fixture.file("PWNED"))).toBe(false);
  });
});

/** Objects of the store below a folder. */
function stored(folder: string): readonly string[] {
  return readdirSync(fixture.file(".aqueduct/store", folder), { recursive: true, encoding: "utf8" });
}

describe("values", () => {
  it("lie once by their bytes, whichever runs gave them, apart from what belongs to an attempt", async () => {
    const first = await runs.run(flow);
    const second = await runs.run(flow);
    const [one, other] = [first, second].map(({ manifests }) => manifests["say"]?.artifacts[0]);
    expect(one?.key).toMatch(/^values\/p-0123456789abcdef\/said-[0-9a-f]{8}\/sha256\/[0-9a-f]{64}$/);
    expect([one?.key.endsWith(one.sha256), other?.key]).toEqual([true, one?.key]);
    expect(stored("values").filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(1);
    expect(stored("runs").filter((name) => name.includes("artifacts"))).toEqual([]);
    // Nor in the engine's folders, whose logs stay.
    const jobs = readdirSync(fixture.file(".air-executor"), { recursive: true, encoding: "utf8" });
    expect(jobs.filter((name) => /outputs\/\d+$/.test(name))).toEqual([]);
    expect(jobs.filter((name) => name.endsWith("stdout.log")).length).toBeGreaterThan(0);
  });

  it("that were changed under their name are replaced by the next run that gives them", async () => {
    const key = (await runs.run(flow)).manifests["say"]?.artifacts[0]?.key ?? "";
    writeFileSync(fixture.file(".aqueduct/store", key), "evil");
    await runs.run(flow);
    expect(fixture.read(".aqueduct/store", key)).toBe("innocent");
  });

  it("that were changed since are no input: the operator behind says which, and what to do", async () => {
    const job = runs.job(`
from aqueduct import Client, op
import pathlib

@op
def say():
    return "innocent"

@op
def change(said):
    for file in pathlib.Path(".aqueduct/store/values").glob("*/*/sha256/*"):
        if file.read_text() == "innocent":
            file.write_text("evil")
    return 1

@op
def use(said, changed):
    return said

said = say()
Client().publish_flow("said", artifacts=[use(said, change(said))])
`);
    await submit(engine, job);
    const { manifests } = await runs.outcome(job, await recordsUntil(engine, job.name));
    expect(manifests["use"]?.failure).toMatchObject({
      type: "system",
      message: expect.stringContaining("is not what was put there: its SHA-256 is another one") as string,
      tip: "Run the operator that gave it again, or the whole workflow.",
    });
  });

  it("of an older store, where each attempt had its own, are read and reused", async () => {
    const two = flow
      .replace("Client()", "@op\ndef louder(said):\n    return said.upper()\n\nClient()")
      .replace("artifacts=[say()]", "artifacts=[louder(say())]");
    const first = await runs.run(two);
    const before = first.manifests["say"];
    const artifact = before?.artifacts[0];
    const attempt = (artifact?.sample ?? "").replace("/samples/1.json", "");
    const old = `${attempt}/artifacts/1`;
    mkdirSync(fixture.file(".aqueduct/store", attempt, "artifacts"));
    renameSync(fixture.file(".aqueduct/store", artifact?.key ?? ""), fixture.file(".aqueduct/store", old));
    const manifest: unknown = { ...before, artifacts: [{ ...artifact, key: old }] };
    expect(read(manifestFormat, manifest).readable).toBe(true);
    writeFileSync(fixture.file(".aqueduct/store", attempt, "manifest.json"), JSON.stringify(manifest));

    const second = await runs.run(two, { only: "louder", extracts: "cached" });
    expect(second.reused).toEqual(["say"]);
    expect(second.manifests["say"]?.artifacts[0]?.key).toBe(artifact?.key);
    expect(fixture.read(".aqueduct/store", artifact?.key ?? "")).toBe("innocent");
    const key = second.manifests["louder"]?.artifacts[0]?.key ?? "";
    expect(fixture.read(".aqueduct/store", key)).toBe("INNOCENT");
  });
});

describe("a store of a newer layout", () => {
  it.each([
    ['{"format":3}', "has format 3, and this Aqueduct knows formats up to 2. Update Aqueduct, then try again."],
    ["{", "aqueduct-store.json in"],
  ])("is refused by the engine before anything runs: %s", async (marker, told) => {
    const job = runs.job(flow);
    mkdirSync(fixture.file(".aqueduct/store"), { recursive: true });
    writeFileSync(fixture.file(".aqueduct/store/aqueduct-store.json"), marker);
    await expect(submit(engine, job)).rejects.toThrow(told);
    expect(existsSync(fixture.file(".aqueduct/store/runs"))).toBe(false);
  });

  it("has the number of ours once something has run", async () => {
    await runs.run(flow);
    expect(fixture.read(".aqueduct/store/aqueduct-store.json")).toBe('{"format":2}');
  });
});
