import { beforeEach, describe, expect, it } from "vitest";

import type { Run } from "../../../src/core/model/run.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { aqueductJson, FakeShell, jsonOf, traced } from "../../fakes/fakeShell.js";

let shell: FakeShell;

beforeEach(() => {
  shell = new FakeShell();
});

const publish = ["publish", "wine.py", "--airflow", "airflow"];

describe("aqueduct connect", () => {
  it("is 0 with every step on stderr, and the verdict on stdout", async () => {
    if (shell.airflow.connections !== "forbidden") shell.airflow.connections.add("demo");
    const { code, stdout, stderr } = await shell.type("connect", "airflow");
    expect([code, stdout]).toEqual([0, "airflow can be used.\n"]);
    expect(stderr.split("\n").map((line) => line.slice(0, line.indexOf(":")))).toEqual([
      "✓ address",
      "✓ signIn",
      "✓ store",
      "✓ dagFolder",
      "✓ connections",
      "",
    ]);
  });

  it("is the steps alone with --json", async () => {
    const said = await shell.type("connect", "airflow", "--json");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    const { steps } = jsonOf<{ steps: { name: string; state: string }[] }>(said);
    expect(steps.map(({ name, state }) => [name, state])).toEqual([
      ["address", "passed"],
      ["signIn", "passed"],
      ["store", "passed"],
      ["dagFolder", "passed"],
      ["connections", "unchecked"],
    ]);
  });

  it("is 3 where a step failed, with what to do; the others are tested all the same", async () => {
    shell.airflowIsDown = "connection refused";
    const { code, stdout, stderr } = await shell.type("connect", "airflow");
    expect([code, stdout]).toEqual([3, "airflow cannot be used yet.\n"]);
    expect(stderr).toContain('✗ address: Airflow "airflow" at https://airflow does not answer: connection refused\n');
    expect(stderr).toContain("? signIn: Not tested, because what it stands on failed.\n");
    expect(stderr).toContain("✓ dagFolder: ");
    const asJson = await shell.type("connect", "airflow", "--json");
    expect([asJson.code, asJson.stderr]).toEqual([3, ""]);
    expect(jsonOf(asJson)).toMatchObject({ steps: [{ name: "address", state: "failed" }, {}, {}, {}, {}] });
  });

  it("names the variable of a password that is missing", async () => {
    delete shell.environment["AQUEDUCT_AIRFLOW_PASSWORD"];
    const { code, stderr } = await shell.type("connect", "airflow");
    expect(code).toBe(3);
    expect(stderr).toContain(
      '✗ signIn: No password is known for ann at Airflow "airflow". Set AQUEDUCT_AIRFLOW_PASSWORD.\n',
    );
  });

  it("is 2 in a folder without an Airflow, and says what to write", async () => {
    shell.files.contents.delete("/wine/aqueduct.json");
    const said = await shell.type("connect", "airflow");
    expect([said.code, said.stderr]).toEqual([
      2,
      '"airflow" is not an Airflow server of this folder. There is none in aqueduct.json yet: add {"type": "airflow", "url": "…"}.\n',
    ]);
  });
});

/** `aqueduct.json` decides which server a variable's password goes to, and it may have come with a clone. */
describe("a password of the environment on the command line", () => {
  const evil = {
    type: "airflow",
    url: "https://evil.example.org",
    username: "admin",
    dagFolder: "/dags",
    store: "lake",
  };

  beforeEach(() => {
    delete shell.environment["AQUEDUCT_AIRFLOW_ORIGIN"];
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ airflow: evil }));
  });

  it("goes to no server that nobody has confirmed, and the sentence says how it would", async () => {
    const said = await shell.type("connect", "airflow");
    expect(said.code).toBe(3);
    expect(said.stderr).toContain(
      "✗ signIn: The password in AQUEDUCT_AIRFLOW_PASSWORD is not sent to https://evil.example.org as admin: nobody has confirmed that server yet. Publish, run or connect in a terminal, which asks once, or set AQUEDUCT_AIRFLOW_ORIGIN=https://evil.example.org.\n",
    );
    expect(shell.sent.filter(({ url }) => url.endsWith("/auth/token"))).toEqual([]);
  });

  it("goes where somebody at the terminal says yes, and is not asked about again", async () => {
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson());
    shell.answer = "y";
    const first = await shell.type("connect", "airflow");
    expect([first.code, shell.asked]).toEqual([0, ["Send it? [y/N] "]]);
    expect(first.stderr).toContain(
      "aqueduct.json names https://airflow as “airflow”. Send the password in AQUEDUCT_AIRFLOW_PASSWORD there, as ann? You are asked once.\n",
    );
    shell.answer = undefined;
    expect((await shell.type("connect", "airflow")).code).toBe(0);
    expect(shell.asked).toHaveLength(1);
  });

  it("goes nowhere where somebody says no", async () => {
    shell.answer = "";
    expect((await shell.type("connect", "airflow")).stderr).toContain(
      "The password in AQUEDUCT_AIRFLOW_PASSWORD was not sent to https://evil.example.org, as you have answered.",
    );
    expect(shell.sent.filter(({ url }) => url.endsWith("/auth/token"))).toEqual([]);
  });

  it("is told where anybody on the way can read it", async () => {
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ airflow: { ...evil, url: "http://airflow" } }));
    shell.environment["AQUEDUCT_AIRFLOW_ORIGIN"] = "http://airflow";
    const warning = "Whoever is on the way to http://airflow can read the password, since it is http.";
    const { stderr } = await shell.type("connect", "airflow");
    expect(stderr).toContain(`\n${warning}`);
    expect(stderr).toMatch(/✓ address: .* answers at http:\/\/airflow\. Whoever is on the way/);
  });
});

describe("aqueduct publish after a run that used what does not ship", () => {
  const message = "`predict` read data/one.csv, which does not ship with it, so a worker does not have it: add";
  const used = [{ path: "data/one.csv", use: "read" }] as const;

  /** The code of the operator as it was when it ran. */
  function ran(code: string): Promise<unknown> {
    shell.engine.ends.set("predict", { engine: "local", notShipped: used, reuse: { code, key: "e".repeat(64) } });
    return shell.type("run", "wine.py");
  }

  function codeNow(): string {
    const operators = shell.tracing.trace.shipments.flatMap((one) => one.operators);
    return operators.find(({ id }) => id === "predict")?.reuse ?? "";
  }

  it("asks: it is 2 where nobody can answer, and publishes nothing", async () => {
    await ran(codeNow());
    const { code, stderr } = await shell.type(...publish);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Confirm it with --yes.");
    expect(shell.files.contents.has("/dags/wine_predictions.py")).toBe(false);
    expect((await shell.type(...publish, "--yes")).code).toBe(0);
  });

  it("asks nothing where the operator has changed since", async () => {
    await ran("a".repeat(64));
    expect((await shell.type(...publish)).code).toBe(0);
  });

  it("asks nothing where a later run used nothing of it", async () => {
    await ran(codeNow());
    shell.engine.ends.set("predict", {
      engine: "local",
      notShipped: [],
      reuse: { code: codeNow(), key: "e".repeat(64) },
    });
    await shell.type("run", "wine.py");
    expect((await shell.type(...publish)).code).toBe(0);
  });

  it("says once what the trace has told already", async () => {
    await ran(codeNow());
    shell.tracing.trace = traced((graph) => ({
      ...graph,
      problems: [
        {
          code: "path-of-workspace",
          severity: "warning",
          message:
            "`data/one.csv` is a file of your workspace, which `predict` does not find on a worker: add file_dependencies=['data/one.csv'] to its decorator",
          file: "wine.py",
          line: 9,
          column: 1,
          endLine: 9,
          endColumn: 2,
        },
      ],
    }));
    const { code, stderr } = await shell.type(...publish);
    expect(code).toBe(2);
    expect(stderr).not.toContain(message);
  });
});

describe("aqueduct publish", () => {
  it("is 0 once Airflow has parsed the build, with each step and its time on stderr", async () => {
    const { code, stdout, stderr } = await shell.type(...publish);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^published: build [0-9a-f]{12} as wine_predictions\n$/);
    expect(stderr.split("\n").map((line) => line.replace(/in \d+\.\d s.*/, ""))).toEqual([
      ...["connect", "compare", "upload", "dagFile", "proof", "record", "unpause"].map((step) => `  ${step}: done `),
      "",
    ]);
    expect(shell.files.contents.has("/dags/wine_predictions.py")).toBe(true);
  });

  it("is what was published, and how long each step took, with --json", async () => {
    const said = await shell.type(...publish, "--json");
    expect(said.code).toBe(0);
    const { steps, ...published } = jsonOf<{ steps: { name: string; seconds: number }[]; outcome: string }>(said);
    expect(published).toMatchObject({
      outcome: "published",
      dagId: "wine_predictions",
      dagFile: "/dags/wine_predictions.py",
      message: "",
    });
    expect(steps.map(({ name }) => name)).toContain("proof");
    expect(steps.every(({ seconds }) => seconds >= 0)).toBe(true);
  });

  it("signs with the name of who typed it", async () => {
    await shell.type(...publish);
    expect(jsonOf(await shell.type("runs", "--json"))["workflows"]).toMatchObject([{ publishedBy: "ann" }]);
  });

  it("of the same again is 0 and changes nothing", async () => {
    await shell.type(...publish);
    const before = new Map(shell.files.contents);
    const said = await shell.type(...publish);
    expect([said.code, said.stdout]).toEqual([0, expect.stringMatching(/^unchanged: build /)]);
    expect(new Map(shell.files.contents)).toEqual(before);
  });

  it("is 3 while Airflow has not parsed it within --timeout, and says what to do", async () => {
    shell.airflow.reads = false;
    const before = shell.clock.monotonic();
    const said = await shell.type(...publish, "--timeout", "60", "--json");
    expect([said.code, jsonOf(said)["outcome"]]).toEqual([3, "waiting"]);
    expect(jsonOf(said)["message"]).toContain("Publish again to look once more");
    const waited = shell.clock.monotonic() - before;
    expect([waited > 50_000, waited < 61_000]).toEqual([true, true]);
    const again = await shell.type(...publish, "--timeout", "1", "--yes");
    expect([again.code, again.stdout]).toEqual([3, expect.stringMatching(/^waiting: build .* has not read /)]);
  });

  it("is 3 where Airflow cannot import it, with Airflow's own words", async () => {
    shell.airflow.breaks = (text) =>
      text.includes("aqueduct") ? "ModuleNotFoundError: No module named 'x'" : undefined;
    const said = await shell.type(...publish, "--json");
    expect(said.code).toBe(3);
    expect(said.stderr).toContain("  proof: failed after ");
    expect(jsonOf(said)).toMatchObject({
      kind: "importError",
      error: expect.stringContaining("ModuleNotFoundError: No module named 'x'") as string,
      problems: [{ code: "airflow-import-error", file: "wine.py", line: 15 }],
    });
    expect(shell.files.contents.has("/dags/wine_predictions.py")).toBe(false);
  });

  it("is 3 where Airflow does not answer", async () => {
    shell.airflowIsDown = "connection refused";
    const said = await shell.type(...publish);
    expect([said.code, said.stdout]).toEqual([3, ""]);
    expect(said.stderr).toContain("  connect: failed after ");
    expect(said.stderr).toMatch(/Airflow "airflow" at https:\/\/airflow does not answer: connection refused\n$/);
  });

  it("is 2 where nothing says where the DAG files go", async () => {
    const airflow = { type: "airflow", url: "https://airflow", username: "ann", store: "lake" };
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ airflow }));
    const said = await shell.type(...publish, "--json");
    expect([said.code, jsonOf(said)["kind"]]).toEqual([2, "notConfigured"]);
    expect(jsonOf(said)["error"]).toContain('Add "dagFolder"');
  });

  it("is 2 where nothing says which store the workers use", async () => {
    const airflow = { type: "airflow", url: "https://airflow", username: "ann", dagFolder: "/dags" };
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ airflow }));
    const said = await shell.type(...publish);
    expect([said.code, said.stderr]).toEqual([2, '"airflow" names no store. Add "store" to it in aqueduct.json.\n']);
  });

  it("ends at Ctrl-C with 3, before the DAG file is written or while Airflow is waited for", async () => {
    shell.airflow.reads = false;
    shell.onSleep = () => {
      shell.interrupt();
    };
    const said = await shell.type(...publish, "--json");
    expect([said.code, jsonOf(said)]).toEqual([3, { error: "Interrupted." }]);
  });
});

describe("what must be confirmed before publishing", () => {
  beforeEach(() => {
    const place = { file: "wine.py", line: 3, column: 2, endLine: 3, endColumn: 4 };
    const problem = { code: "w", severity: "warning", message: "Mind this.", ...place } as const;
    shell.tracing.trace = traced((graph) => ({ ...graph, problems: [problem] }));
  });

  it("is 2 where nobody can be asked, and says that --yes confirms it", async () => {
    const said = await shell.type(...publish, "--json");
    expect([said.code, jsonOf(said)]).toEqual([
      2,
      { error: "Mind this. Confirm it with --yes.", questions: ["Mind this."] },
    ]);
    expect([...shell.files.contents.keys()].filter((file) => file.startsWith("/dags/"))).toEqual(["/dags/other.py"]);
  });

  it.each(["y", "yes", "Y", " yes "])("is asked at a terminal, and %j publishes", async (answer) => {
    shell.answer = answer;
    const said = await shell.type(...publish);
    expect(said.code).toBe(0);
    expect(shell.asked).toEqual(["Mind this.\nPublish? [y/N] "]);
  });

  it.each(["", "n", "no", "yess"])("is 2 where the answer is %j, and nothing is published", async (answer) => {
    shell.answer = answer;
    const said = await shell.type(...publish, "--json");
    expect([said.code, jsonOf(said)["kind"]]).toEqual([2, "unconfirmed"]);
    expect(shell.store("lake").writes).toEqual([]);
  });

  it("is not asked with --yes", async () => {
    shell.answer = "n";
    expect((await shell.type(...publish, "--yes")).code).toBe(0);
    expect(shell.asked).toEqual([]);
  });
});

describe("aqueduct trigger", () => {
  beforeEach(async () => {
    await shell.type(...publish);
  });

  it("is 0 once Airflow has taken the run", async () => {
    const said = await shell.type("trigger", "wine predictions");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toMatch(/^wine predictions on airflow: queued \([0-9a-f]{20}\)\n$/);
    expect(shell.dagRuns.runs).toMatchObject([{ dag_id: "wine_predictions", conf: {} }]);
  });

  it("is the run with --json, and hands values over", async () => {
    const said = await shell.type("trigger", "wine predictions", "--param", "floor=7", "--json");
    expect([said.code, said.stderr]).toEqual([0, ""]);
    const { run, message } = jsonOf<{ run: Run; message: string }>(said);
    expect([run.target, run.state, message]).toEqual(["airflow", "queued", ""]);
    expect(shell.dagRuns.runs).toMatchObject([{ dag_run_id: run.runId, conf: { floor: 7 } }]);
  });

  it("hands numbers that no double holds over as text", async () => {
    await shell.type("trigger", "wine predictions", "--param", "floor=9007199254740993");
    expect(shell.dagRuns.runs).toMatchObject([{ conf: { floor: "9007199254740993" } }]);
  });

  it("refuses such numbers for what an earlier Aqueduct has published, whose launcher takes JSON alone", async () => {
    const { objects } = shell.store("lake");
    const textOf = (key: string): string => new TextDecoder().decode(objects.get(key));
    const key = [...objects.keys()].find((one) => one.includes("/builds/")) ?? "";
    const earlier = textOf(key).replace('"launcher":2', '"launcher":1');
    const [before, after] = [/[0-9a-f]{64}/.exec(key)?.[0] ?? "", nodeHash.sha256(earlier)];
    objects.set(key.replace(before, after), new TextEncoder().encode(earlier));
    const current = [...objects.keys()].find((one) => one.endsWith("/current.json")) ?? "";
    objects.set(current, new TextEncoder().encode(textOf(current).replace(before, after)));
    const said = await shell.type("trigger", "wine predictions", "--param", "floor=9007199254740993");
    expect([said.code, said.stderr]).toEqual([
      2,
      "An earlier Aqueduct has published this workflow, whose runs cannot take these values as they are. Publish it again.\n",
    ]);
    expect((await shell.type("trigger", "wine predictions", "--param", "floor=7")).code).toBe(0);
    expect(shell.dagRuns.runs).toMatchObject([{ conf: { floor: 7 } }]);
  });

  it("is 0 for a paused DAG, and says that the run waits", async () => {
    shell.airflow.unpaused.length = 0;
    const said = await shell.type("trigger", "wine predictions");
    expect(said.code).toBe(0);
    expect(said.stdout).toContain("\nwine_predictions is paused in Airflow: the run stays queued until");
  });

  it.each([
    [["beer"], 'No workflow "beer" is published. Published are: wine predictions.'],
    [["wine predictions", "--param", "flor=6"], "There is no parameter flor. The workflow has floor, seen."],
    [["wine predictions", "--param", "floor=red"], 'floor takes a number, such as 6, not "red".'],
    [["wine predictions", "--airflow", "lake"], '"lake" is a store, not an Airflow. There is airflow.'],
  ])("is 2 and starts nothing: %j", async (typed, sentence) => {
    const said = await shell.type("trigger", ...typed, "--json");
    expect([said.code, jsonOf(said)]).toEqual([2, { error: sentence }]);
    expect(shell.dagRuns.runs).toEqual([]);
  });

  it("is 2 where the workflow is published to two Airflows, until one is named", async () => {
    const second = { type: "airflow", url: "https://airflow", username: "ann", dagFolder: "/dags", store: "lake" };
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ second }));
    shell.environment["AQUEDUCT_SECOND_PASSWORD"] = "pw";
    shell.environment["AQUEDUCT_SECOND_ORIGIN"] = "https://airflow";
    expect((await shell.type("publish", "wine.py", "--airflow", "second")).code).toBe(0);
    const said = await shell.type("trigger", "wine predictions");
    expect([said.code, said.stderr]).toEqual([
      2,
      "wine predictions is published to airflow and second. Name one with --airflow.\n",
    ]);
    expect((await shell.type("trigger", "wine predictions", "--airflow", "second")).code).toBe(0);
  });

  it("is 3 where Airflow does not answer", async () => {
    shell.airflowIsDown = "connection refused";
    const said = await shell.type("trigger", "wine predictions", "--json");
    expect([said.code, jsonOf(said)]).toEqual([
      3,
      { error: 'Airflow "airflow" at https://airflow does not answer: connection refused' },
    ]);
  });
});

describe("aqueduct publish without --airflow", () => {
  const second = { type: "airflow", url: "http://second", username: "ann", dagFolder: "/dags", store: "lake" };
  const withEngine = (engine: string | null): void => {
    shell.tracing.trace = traced((graph) => ({
      ...graph,
      workflows: graph.workflows.map((workflow) => ({ ...workflow, engine })),
    }));
  };

  it("takes the only one", async () => {
    withEngine(null);
    expect(await shell.type("publish", "wine.py")).toMatchObject({ code: 0 });
  });

  it("takes the one that the file names as its engine", async () => {
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ second }));
    withEngine("airflow");
    const said = await shell.type("publish", "wine.py", "--json");
    expect([said.code, jsonOf(said)["outcome"]]).toEqual([0, "published"]);
  });

  it.each([
    [null, "Publish to which Airflow? The file names none. Name one with --airflow: airflow, second."],
    ["gone", "The file names the engine “gone”, which is not an Airflow server of this folder."],
  ])("is 2 where nothing tells which: engine %j", async (engine, sentence) => {
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ second }));
    withEngine(engine);
    const said = await shell.type("publish", "wine.py");
    expect(said.code).toBe(2);
    expect(said.stderr).toContain(sentence);
  });

  it("says so where there is none", async () => {
    shell.files.contents.set("/wine/aqueduct.json", aqueductJson({ airflow: undefined }));
    const said = await shell.type("publish", "wine.py");
    expect([said.code, said.stderr]).toEqual([2, expect.stringContaining("There is no Airflow in aqueduct.json yet")]);
  });
});
