import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testPython } from "../../scripts/testbed/testPython.mjs";
import { newWorkflowText } from "../../src/core/actions/newWorkflow.js";
import type { Problem } from "../../src/core/model/problem.js";
import type { Run } from "../../src/core/model/run.js";
import { aqueduct, expectExit, type Place } from "../e2e/support/cli.js";

const execute = promisify(execFile);
const places: Place[] = [];
let root: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-first-")));
});

afterAll(async () => {
  for (const place of places) await aqueduct(place, "engine", "stop");
  await rm(root, { recursive: true, force: true });
});

/** A folder with one file, in a home where nothing of ours is yet. */
async function folder(name: string, file: string, text: string): Promise<Place> {
  const cwd = path.join(root, name, "work");
  await mkdir(cwd, { recursive: true });
  await writeFile(path.join(cwd, file), text);
  const place = { cwd, env: { PATH: process.env["PATH"] ?? "", HOME: path.join(root, name), LANG: "C.UTF-8" } };
  places.push(place);
  return place;
}

const demo = (name: string, more = ""): string => `from aqueduct import Client, op

client = Client()
db = client.resource("${name}")
wines = db.sql("SELECT * FROM wine")


@op
def count(wines):
    return len(wines)


result = count(wines)
${more}client.publish_flow("demo", artifacts=[result])
`;

describe("a file in a folder without anything else", () => {
  it("that *New Workflow* wrote runs with a Python that has no package", async () => {
    const place = await folder("new", "workflow.py", newWorkflowText("workflow.py"));
    await execute(await testPython(), ["-m", "venv", "--without-pip", path.join(root, "new", "bare")]);
    const python = path.join(root, "new", "bare", "bin", "python");
    const { run } = expectExit<{ run: Run }>(await aqueduct(place, "run", "workflow.py", "--python", python), 0);
    expect(run.operators.map(({ operator, state }) => [operator, state])).toEqual([
      ["least", "succeeded"],
      ["wines", "succeeded"],
      ["good_wines", "succeeded"],
      ["share_of_good", "succeeded"],
    ]);
  });

  it.each(["aqueduct_demo", "Demo"])(
    "reads the demo database as %s, and check says the same before and after",
    async (name) => {
      const place = await folder(`demo-${name}`, "flow.py", demo(name));
      const check = async (): Promise<readonly Problem[]> =>
        expectExit<{ problems: readonly Problem[] }>(await aqueduct(place, "check", "flow.py"), 0).problems;
      expect(await check()).toEqual([]);
      expectExit(await aqueduct(place, "run", "flow.py", "--python", await testPython()), 0);
      expect(await check()).toEqual([]);
      expect(await readdir(path.join(place.cwd, "..", ".local", "share", "aqueduct"))).toContain("aqueduct_demo.db");
    },
  );

  it("is left alone by graph and check: nothing is written", async () => {
    const place = await folder("look", "flow.py", demo("aqueduct_demo"));
    expectExit(await aqueduct(place, "check", "flow.py"), 0);
    expectExit(await aqueduct(place, "graph", "flow.py"), 0);
    expectExit(await aqueduct(place, "graph", "flow.py", "--traced", "--python", await testPython()), 0);
    expect(await readdir(place.cwd)).toEqual(["flow.py"]);
    expect(await readdir(path.join(place.cwd, ".."))).toEqual(["work"]);
  });

  it("with a project, modules and runs beside it is left as it was by graph and check, to the time of every file", async () => {
    const text = `from aqueduct import Client, op\nfrom parts.steps import same\n\n\n@op\ndef one():\n    return same(1)\n\n\nClient().publish_flow("one", artifacts=[one()])\n`;
    const place = await folder("looked-at", "flow.py", text);
    await mkdir(path.join(place.cwd, "parts"));
    await writeFile(path.join(place.cwd, "parts", "steps.py"), "def same(value):\n    return value\n");
    const python = await testPython();
    expectExit(await aqueduct(place, "run", "flow.py", "--python", python), 0);
    expectExit(await aqueduct(place, "engine", "stop"), 0);
    const before = await everyFile(path.join(place.cwd, ".."));
    expectExit(await aqueduct(place, "check", "flow.py"), 0);
    expectExit(await aqueduct(place, "graph", "flow.py"), 0);
    expectExit(await aqueduct(place, "graph", "flow.py", "--traced", "--python", python), 0);
    expect(await everyFile(path.join(place.cwd, ".."))).toEqual(before);
  });

  it("that names a database which nobody describes is told so once, in the same words before and after", async () => {
    const place = await folder("missing", "flow.py", demo("warehouse"));
    const { problems } = expectExit<{ problems: readonly Problem[] }>(await aqueduct(place, "check", "flow.py"), 1);
    const [problem] = problems;
    expect(problems.map(({ code, line }) => [code, line])).toEqual([["unknown-resource", 4]]);
    expect(problem?.message).toBe(
      'There is no resource "warehouse" (known: Demo, aqueduct_demo). Add it to "resources" in aqueduct.json, such as "warehouse": {"type": "database", "url": "sqlite:///warehouse.db"}.',
    );
    const run = await aqueduct(place, "run", "flow.py", "--python", await testPython());
    const told = expectExit<{ problems: readonly Problem[] }>(run, 1).problems;
    expect(told.map(({ code, line, message }) => [code, line, message])).toEqual([
      ["unknown-resource", 4, problem?.message],
    ]);
    expect(expectExit<{ problems: readonly Problem[] }>(await aqueduct(place, "check", "flow.py"), 1).problems).toEqual(
      problems,
    );
  });

  it("cannot be published to an Airflow with the demo database of this machine", async () => {
    const place = await folder("publish", "flow.py", demo("Demo"));
    await writeFile(
      path.join(place.cwd, "aqueduct.json"),
      JSON.stringify({
        resources: {
          lake: { type: "store", folder: path.join(root, "lake") },
          air: { type: "airflow", url: "http://127.0.0.1:9", username: "ann", dagFolder: root, store: "lake" },
        },
      }),
    );
    const env = { ...place.env, AQUEDUCT_AIR_PASSWORD: "never sent" };
    const python = await testPython();
    const answer = await aqueduct({ ...place, env }, "publish", "flow.py", "--airflow", "air", "--python", python);
    expect(expectExit<{ problems: readonly Problem[] }>(answer, 1).problems).toMatchObject([
      {
        code: "demo-on-airflow",
        line: 5,
        message:
          '"Demo" is the demo database of this machine, which no worker of Airflow has. Describe a database of that name in aqueduct.json, and add a Connection "Demo" on Airflow.',
      },
    ]);
  });
});

/** Everything below a folder, with size and time. */
async function everyFile(below: string): Promise<readonly (readonly [string, number, number])[]> {
  const names = (await readdir(below, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(path.join(below, name));
      return [name, size, mtimeMs] as const;
    }),
  );
}
