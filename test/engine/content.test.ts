import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
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
