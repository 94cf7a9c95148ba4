import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { testPython } from "../../scripts/testbed/testPython.mjs";
import type { Run } from "../../src/core/model/run.js";
import type { Graph } from "../../src/core/model/workflow.js";
import { aqueduct, expectExit, start, type Place } from "../e2e/support/cli.js";
import { edit } from "../e2e/support/edit.js";

const execute = promisify(execFile);

let root: string;
let python: string;
let database: string;
const places: Place[] = [];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "aqueduct-cli-"));
  python = await testPython();
  database = path.join(root, "demo.db");
  await execute(python, [path.resolve("examples/demo/make_demo_database.py"), database]);
});

afterAll(async () => {
  for (const place of places) await aqueduct(place, "engine", "stop");
  await rm(root, { recursive: true, force: true });
});

async function workspace(name: string): Promise<Place> {
  const cwd = path.join(root, name);
  await cp(path.resolve("examples/porting"), cwd, { recursive: true });
  await writeFile(
    path.join(cwd, "aqueduct.json"),
    JSON.stringify({ resources: { aqueduct_demo: { type: "database", url: `sqlite:///${database}` } } }),
  );
  const place = { cwd, env: { PATH: process.env["PATH"] ?? "", HOME: root, LANG: "C.UTF-8" } };
  places.push(place);
  return place;
}

async function tables(): Promise<string> {
  return (
    await execute(python, [
      "-c",
      `import sqlite3; print(sorted(name for (name,) in sqlite3.connect(${JSON.stringify(database)}).execute("select name from sqlite_master")))`,
    ])
  ).stdout.trim();
}

describe("the exit code", () => {
  it("of graph is 0 with problems listed, of check 1 where one is an error", async () => {
    const place = await workspace("broken");
    await edit(place, "level3.py", "mode='replace'", "mode='replace");
    const { problems } = expectExit<Graph>(await aqueduct(place, "graph", "level3.py"), 0);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "unterminated-string", severity: "error", line: 74 }),
    );
    expectExit(await aqueduct(place, "check", "level3.py"), 1);
  });

  it("is 2 for a command, an option, a file, an operator or a parameter that does not exist, with a sentence", async () => {
    const place = await workspace("wrong");
    for (const args of [
      ["fly"],
      ["graph"],
      ["graph", "nowhere.py"],
      ["run", "level3.py", "--param", "quality_floor"],
      ["trigger", "wine predictions"],
      ["show", "deadbeef", "predict"],
    ]) {
      expect((await aqueduct(place, ...args)).code, args.join(" ")).toBe(2);
    }
    const operator = expectExit<{ error: string }>(
      await aqueduct(place, "run", "level3.py", "--python", python, "--operator", "predct"),
      2,
    );
    expect(operator.error).toContain("There are aqueduct_demo_query, clean_data");
    const parameter = expectExit<{ error: string }>(
      await aqueduct(place, "run", "level3.py", "--python", python, "--param", "quality_floor=high"),
      2,
    );
    expect(parameter.error).toBe('quality_floor takes a number, such as 6, not "high".');
  });

  it("is 3 where the world fails: a named Python that does not run, or none at all, with a sentence", async () => {
    const place = await workspace("world");
    for (const command of [
      ["run", "level3.py"],
      ["graph", "level3.py", "--traced"],
    ]) {
      const named = expectExit<{ error: string }>(await aqueduct(place, ...command, "--python", "/nowhere/python"), 3);
      expect(named.error).toBe("/nowhere/python is not a Python that runs. Name another with --python.");
      const none = expectExit<{ error: string }>(
        await aqueduct({ ...place, env: { ...place.env, PATH: "/nowhere" } }, ...command),
        3,
      );
      expect(none.error).toBe("There is no Python here. Install Python 3.9 or newer, or name one with --python.");
    }
  });
});

describe("the traced graph", () => {
  it("equals the one that is read from the text", async () => {
    const place = await workspace("graphs");
    const fromText = expectExit<Graph>(await aqueduct(place, "graph", "level3.py"), 0);
    const traced = expectExit<Graph>(await aqueduct(place, "graph", "level3.py", "--traced", "--python", python), 0);
    expect(traced.workflows).toEqual(fromText.workflows);
  });
});

describe("a build", () => {
  it("is the same from two checkouts in two places, with another home, umask and time zone", async () => {
    const here = await workspace("here");
    const there = { ...(await workspace("elsewhere/over/there")), umask: "077" };
    const foreign = {
      ...there,
      env: {
        ...there.env,
        HOME: path.join(root, "another-home"),
        USER: "somebody",
        LOGNAME: "somebody",
        TZ: "Asia/Tokyo",
      },
    };
    const builds = [];
    for (const place of [here, foreign]) {
      await edit(place, "aqueduct.json", "{", '{"project": "p-0123456789abcdef", ');
      builds.push(
        expectExit<{ run: Run }>(
          await aqueduct(place, "run", "level3.py", "--python", python, "--operator", "aqueduct_demo_query"),
          0,
        ).run.build,
      );
    }
    expect(builds[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(builds[1]).toBe(builds[0]);
  });
});

describe("every answer of this machine", () => {
  // `aqueduct` reads each by its description in src/formats/answers.ts.
  it("is as it is described, of a run that reuses values too", async () => {
    const place = await workspace("answers");
    await aqueduct(place, "run", "level3.py", "--python", python, "--operator", "clean_data");
    const { run } = expectExit<{ run: Run }>(
      await aqueduct(place, "run", "level3.py", "--python", python, "--operator", "predict"),
      0,
    );
    for (const [code, ...args] of [
      [0, "runs"],
      [0, "show", run.rid, "predict"],
      [0, "show", run.rid, "clean_data"],
      [0, "check", "level3.py"],
      [0, "engine", "status"],
      [0, "store", "check"],
      [0, "trust"],
      [0, "trust", place.cwd],
      [2, "cancel", run.rid],
      [0, "engine", "stop"],
      [0, "engine", "status"],
    ] as const)
      expect([args.join(" "), (await aqueduct(place, ...args)).code]).toEqual([args.join(" "), code]);
  });
});

describe("a run", () => {
  it("of one operator runs what it needs and saves nothing", async () => {
    const place = await workspace("operator");
    const { run } = expectExit<{ run: Run }>(
      await aqueduct(place, "run", "level3.py", "--python", python, "--operator", "predict"),
      0,
    );
    const ran = run.operators.filter(({ manifest }) => manifest !== null).map(({ operator }) => operator);
    expect(ran.sort()).toEqual(["aqueduct_demo_query", "clean_data", "featurize_data", "predict", "quality_floor"]);
    expect(await tables()).toBe("['wine']");
  });

  it("of one operator that was run before reuses what cannot have changed, reads the database again unless --use-cached is said, and shows what it reused", async () => {
    const place = await workspace("reuse");
    type Answer = {
      readonly run: Run;
      readonly reused: readonly { readonly operator: string; readonly run: string }[];
    };
    const predict = async (...more: readonly string[]): Promise<Answer> =>
      expectExit<Answer>(
        await aqueduct(place, "run", "level3.py", "--python", python, "--operator", "predict", ...more),
        0,
      );
    const reused = async (...more: readonly string[]): Promise<readonly string[]> =>
      (await predict(...more)).reused.map(({ operator }) => operator);

    const first = await predict();
    expect(first.reused).toEqual([]);
    const second = await predict();
    expect(second.reused.map(({ operator, run }) => [operator, run])).toEqual([
      ["clean_data", first.run.rid],
      ["featurize_data", first.run.rid],
    ]);
    const shown = expectExit<{ value: { rows: number }; reused: { rid: string } }>(
      await aqueduct(place, "show", second.run.rid, "clean_data"),
      0,
    );
    expect([shown.value.rows, shown.reused.rid]).toEqual([4778, first.run.rid]);

    expect(await reused("--use-cached")).toEqual(["aqueduct_demo_query", "clean_data", "featurize_data"]);
    await edit(place, "wine_features.py", "def add_ratios", "# how sour it is\n\n\ndef add_ratios");
    expect(await reused()).toEqual(["clean_data", "featurize_data"]);
    await edit(place, "wine_features.py", "return features", "return features.copy()");
    expect(await reused()).toEqual(["clean_data"]);
    expect((await aqueduct(place, "run", "level3.py", "--python", python, "--use-cached")).code).toBe(2);
  });

  it("that fails shows exactly the user's own frames, and is 1", async () => {
    const place = await workspace("failing");
    await edit(place, "wine_features.py", 'features["free_sulfur_dioxide"]', 'features["free_sulphur"]');
    const { run } = expectExit<{ run: Run }>(await aqueduct(place, "run", "level3.py", "--python", python), 1);
    const failure = run.operators.find(({ operator }) => operator === "featurize_data")?.manifest?.failure;
    expect(failure?.message).toContain("KeyError: 'free_sulphur'");
    expect(failure?.trace.map(({ file, line, function: name }) => [file, line, name])).toEqual([
      ["level3.py", 45, "featurize_data"],
      ["wine_features.py", 9, "add_ratios"],
    ]);
    expect(await tables()).toBe("['wine']");
  });

  it("is cancelled by Ctrl-C, and says so", async () => {
    const place = await workspace("interrupted");
    await edit(
      place,
      "level3.py",
      "    cleaned_data = input_data.dropna()",
      "    import time; print('waiting', flush=True); time.sleep(600)\n    cleaned_data = input_data.dropna()",
    );
    const running = start(place, "run", "level3.py", "--python", python);
    running.process.stderr?.on("data", (text: string) => {
      if (text.includes("clean_data | waiting")) running.process.kill("SIGINT");
    });
    const { run } = expectExit<{ run: Run }>(await running.answer, 1);
    expect(run.state).toBe("cancelled");
  });
});
