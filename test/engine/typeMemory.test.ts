import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeAll, describe, expect, it } from "vitest";

import { testPython } from "../../scripts/testbed/testPython.mjs";
import type { Manifest } from "../../src/core/model/manifest.js";
import type { Run } from "../../src/core/model/run.js";
import { aqueduct, expectExit, type Place } from "../e2e/support/cli.js";

let python = "";
let place: Place = { cwd: "", env: {} };

beforeAll(async () => {
  python = await testPython();
});

afterEach(async () => {
  await aqueduct(place, "engine", "stop");
  await rm(place.cwd, { recursive: true, force: true });
});

/** A folder whose `count` gives what stands in a file of it, or fails where that is `fail`. */
async function folder(): Promise<void> {
  const cwd = await mkdtemp(path.join(tmpdir(), "aqueduct-types-"));
  place = { cwd, env: { PATH: process.env["PATH"] ?? "", HOME: cwd, LANG: "C.UTF-8" } };
  await write("count");
}

async function write(body: string): Promise<void> {
  const text = `import json
from aqueduct import Client, op


@op
def ${body}(scale=1):
    return json.load(open("value.json"))


@op
def told(value):
    assert value != -1
    return value


Client().publish_flow("wines", artifacts=[told(${body}())])
`;
  await writeFile(path.join(place.cwd, "flow.py"), text);
}

async function run(value: unknown, ...more: readonly string[]): Promise<Run> {
  await writeFile(path.join(place.cwd, "value.json"), JSON.stringify(value));
  const answer = await aqueduct(place, "run", "flow.py", "--python", python, ...more);
  expect([0, 1], answer.stderr).toContain(answer.code);
  return expectExit<{ run: Run }>(answer, answer.code ?? 0).run;
}

function manifestOf({ operators }: Run, operator: string): Manifest | null | undefined {
  return operators.find((one) => one.operator === operator)?.manifest;
}

describe("a run on this machine", () => {
  it("fails the operator whose value is of another type than in the last successful run, until it may be", async () => {
    await folder();
    expect((await run(1)).state).toBe("succeeded");
    expect((await run(2.5)).state).toBe("succeeded");
    expect((await run(null)).state).toBe("succeeded");
    const failed = await run("many");
    expect(failed.state).toBe("failed");
    expect(manifestOf(failed, "count")).toMatchObject({
      status: "failed",
      failure: {
        type: "user",
        message: expect.stringMatching(
          /^count gave a text as 'count artifact', which was a number in the last successful run \(\d{4}-\d\d-\d\d \d\d:\d\d UTC\)\.$/,
        ) as string,
        tip: expect.stringContaining('"mayChangeType": ["count"] in aqueduct.json') as string,
      },
    });
    expect(failed.operators.find(({ operator }) => operator === "told")?.manifest).toBeNull();

    // The run that failed is none to be held to, and does not make it forget.
    expect((await run("many")).state).toBe("failed");
    expect((await run(3)).state).toBe("succeeded");

    await writeFile(path.join(place.cwd, "aqueduct.json"), '{"mayChangeType": ["count", "told"]}');
    expect((await run("many")).state).toBe("succeeded");
  });

  it("begins anew where the code has changed, also that of an operator before", async () => {
    await folder();
    expect((await run(1)).state).toBe("succeeded");
    await write("counted");
    expect((await run("many")).state).toBe("succeeded");
    expect((await run(1)).state).toBe("failed");
  });

  it("counts a successful run of one operator, and none that failed further down", async () => {
    await folder();
    expect((await run(-1)).state).toBe("failed");
    expect((await run("many", "--operator", "count")).state).toBe("succeeded");
    const failed = await run(1);
    expect(manifestOf(failed, "count")?.failure?.message).toContain(
      "gave a number as 'count artifact', which was a text",
    );
  });
});
