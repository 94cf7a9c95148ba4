import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Job, JobTask } from "../../src/core/model/job.js";
import { runtimePart } from "../../src/core/model/runtimePart.js";
import type { TraceResult } from "../../src/core/model/trace.js";
import { EngineFixture, isAliveNow, outcomes, recordsUntil, submit, type EngineConnection } from "./engineFixture.js";
import { manifests, operatorJob, operatorTask, runtime } from "./operatorJob.js";

const workflow = `
import pathlib
import subprocess
import time

from aqueduct import Client, op

client = Client()
stubborn = "trap '' TERM; echo $$ > grandchild; echo up; while :; do sleep 0.05; done"


@op
def slow(start):
    subprocess.Popen(['sh', '-c', stubborn])
    print('waiting for you')
    while not pathlib.Path('go').exists():
        time.sleep(0.01)
    pathlib.Path('stop').touch()
    return start + 1


@op
def double(value):
    print('doubling', value)
    return value * 2


client.publish_flow('slow', artifacts=[double(slow(20))])
`;

describe("an operator written in Python", () => {
  it("shows its output while it runs, and hands its value on", async () => {
    const { fixture, engine } = await waiting();
    writeFileSync(fixture.file("go"), "");

    expect(outcomes(await recordsUntil(engine, "py"))).toEqual({ slow: "succeeded", double: "succeeded" });
    const { slow, double } = await manifests(fixture);
    expect(fixture.read(".aqueduct/store", double?.artifacts[0]?.key ?? "")).toBe("42");
    expect(fixture.read(".aqueduct/store", double?.logs.stdout ?? "")).toBe("doubling 21\n");
    expect(slow).toMatchObject({
      status: "succeeded",
      artifacts: [{ type: "numeric", encoding: "json" }],
      peakBytes: expect.any(Number) as number,
    });
    process.kill(Number(fixture.read("grandchild")), "SIGKILL");
  });

  it("is ended by a cancel with the processes that it started, and its last figure of memory is kept", async () => {
    const { fixture, engine } = await waiting();
    await fixture.waitFor(path.join(fixture.attempt("py", "slow"), "stdout.log"), "up");
    await fixture.waitFor(path.join(fixture.attempt("py", "slow"), "events.ndjson"), '"memory"');
    await engine.request("cancel", { job: "py" });

    expect(outcomes(await recordsUntil(engine, "py"))).toEqual({ slow: "cancelled", double: "cancelled" });
    expect(isAliveNow(Number(fixture.read("grandchild")))).toBe(false);
    expect((await manifests(fixture))["slow"]).toMatchObject({
      status: "cancelled",
      failure: { type: "cancelled" },
      peakBytes: expect.any(Number) as number,
    });
  });

  it("goes on when the daemon is killed, and its value is stored by the next one", async () => {
    const { fixture, engine } = await waiting();
    await fixture.killDaemon(engine);
    writeFileSync(fixture.file("go"), "");

    expect(outcomes(await recordsUntil(await fixture.connect(), "py"))).toEqual({
      slow: "succeeded",
      double: "succeeded",
    });
    expect(fixture.read(".aqueduct/store", (await manifests(fixture))["double"]?.artifacts[0]?.key ?? "")).toBe("42");
    process.kill(Number(fixture.read("grandchild")), "SIGKILL");
  });
});

/** The workflow as the tracer ships it, running up to where it waits. */
async function waiting(): Promise<{ readonly fixture: EngineFixture; readonly engine: EngineConnection }> {
  const fixture = await EngineFixture.make();
  const engine = await fixture.connect();
  await submit(engine, traced(fixture));
  await fixture.waitFor(path.join(fixture.attempt("py", "slow"), "stdout.log"), "waiting for you");
  return { fixture, engine };
}

function traced(fixture: EngineFixture): Job {
  writeFileSync(fixture.file("slow.py"), workflow);
  const blobs = fixture.file(".aqueduct/store/blobs/sha256");
  const request = {
    format: 1,
    file: fixture.file("slow.py"),
    folder: fixture.folder,
    out: fixture.file("trace.json"),
    blobs,
    resources: {},
  };
  const environment = { ...process.env, PYTHONPATH: runtime, PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };
  execFileSync("python3", runtimePart(runtime, "tracer"), {
    input: JSON.stringify(request),
    cwd: fixture.folder,
    env: environment,
    stdio: ["pipe", "ignore", "inherit"],
  });
  const { shipments, failure } = fixture.json("trace.json") as TraceResult;
  if (failure !== null) throw new Error(failure.message);

  const task = (id: string, artifact: string, producer: string): JobTask => {
    const shipped = shipments[0]?.operators.find((operator) => operator.id === id);
    if (!shipped?.code || !("definitions" in shipped.code)) throw new Error(`"${id}" was not shipped as source`);
    const code = { ...shipped.code, definitions: path.join(blobs, shipped.code.definitions) };
    const values = shipped.values.map(({ name, blob, encoding }) => ({ name, file: path.join(blobs, blob), encoding }));
    return operatorTask(fixture, { id, kind: "function" }, { code, values, inputs: [{ artifact, producer }] });
  };
  const tasks = [task("slow", "param_start", "param_start"), task("double", "slow", "slow")];
  return operatorJob(fixture, "py", tasks, [
    { operator: "param_start", artifact: "param_start", name: "start", value: { json: 20 } },
  ]);
}
