import { appendFileSync, existsSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EngineFixture, recordsUntil } from "./engineFixture.js";
import { TracedRuns, type TracedRun } from "./tracedRun.js";

const helpers = `
def twice(value):
    return 2 * value
`;

const workflow = `
from aqueduct import Client, op

import tools

client = Client()
STEP = 1


def shifted(value):
    return value + STEP


@op
def load(start):
    return start


@op
def clean(value):
    print('cleaning', value)
    return shifted(value)


@op
def features(value):
    return tools.twice(value)


@op
def regional(value):
    return value + int(open('regions.txt').read())


@op
def predict(value, floor):
    return max(value, floor)


client.publish_flow('wine', artifacts=[predict(regional(features(clean(load(20)))), 3)])
`;

/** One run of everything that `predict` needs, then the text of the file. */
async function afterFirstRun(): Promise<{
  readonly fixture: EngineFixture;
  readonly runs: TracedRuns;
  readonly first: TracedRun;
}> {
  const fixture = await EngineFixture.make();
  writeFileSync(fixture.file("tools.py"), helpers);
  writeFileSync(fixture.file("regions.txt"), "100");
  const runs = new TracedRuns(fixture, await fixture.connect());
  const first = await runs.run(workflow, { only: "predict" });
  expect([first.called, first.reused]).toEqual([["load", "clean", "features", "regional", "predict"], []]);
  return { fixture, runs, first };
}

function valueOf(fixture: EngineFixture, { manifests }: TracedRun, operator: string): string {
  return fixture.read(".aqueduct/store", manifests[operator]?.artifacts[0]?.key ?? "");
}

describe("an operator that is run a second time", () => {
  it("is called with the values of the run before: of what has not changed no process is started", async () => {
    const { fixture, runs, first } = await afterFirstRun();
    const second = await runs.run(workflow, { only: "predict" });

    // What gets its data from outside is called again, and so is what was seen to read a file.
    expect([second.called, second.reused]).toEqual([
      ["load", "regional", "predict"],
      ["clean", "features"],
    ]);
    expect(second.why).toEqual({
      load: { why: "source" },
      regional: { why: "outside", outside: ["regions.txt"] },
      predict: { why: "asked" },
    });
    expect(second.manifests["regional"]?.called).toEqual(second.why["regional"]);
    const began = second.records.find((record) => record.type === "started" && record.task === "regional");
    expect(began).toMatchObject({ called: second.why["regional"] });
    expect(existsSync(fixture.attempt(second.job.name, "clean"))).toBe(false);
    expect(valueOf(fixture, second, "predict")).toBe("142");
    const { clean } = second.manifests;
    expect(clean).toMatchObject({
      status: "succeeded",
      life: second.job.run?.life,
      try: 1,
      wallSeconds: 0,
      reused: {
        rid: first.job.run?.rid,
        life: first.job.run?.life,
        try: 1,
        runStartedAt: "2026-11-21T14:00:00.000000Z",
      },
    });
    expect(first.manifests["regional"]?.outside).toEqual(["regions.txt"]);
    const ended = second.records.find((record) => record.type === "ended" && record.task === "clean");
    expect(ended).toMatchObject({ outcome: "succeeded", reused: clean?.reused });
  });

  it("has the values that it reused, their samples and logs as its own, also once the earlier run is deleted", async () => {
    const { fixture, runs, first } = await afterFirstRun();
    const second = await runs.run(workflow, { only: "predict" });
    rmSync(
      fixture.file(
        ".aqueduct/store/runs/p-0123456789abcdef",
        first.job.run === null ? "" : first.job.name.replace(/-[0-9a-f]{20}$/, ""),
        first.job.run?.rid ?? "",
      ),
      { recursive: true },
    );

    expect(valueOf(fixture, second, "clean")).toBe("21");
    expect(
      JSON.parse(fixture.read(".aqueduct/store", second.manifests["clean"]?.artifacts[0]?.sample ?? "")),
    ).toMatchObject({ values: 21 });
    expect(fixture.read(".aqueduct/store", second.manifests["clean"]?.logs.stdout ?? "")).toBe("cleaning 20\n");
    const third = await runs.run(workflow, { only: "predict" });
    expect(third.reused).toEqual(["clean", "features"]);
    // Whose values they are: those of the run that made them.
    expect(third.manifests["clean"]?.reused).toEqual(second.manifests["clean"]?.reused);
  });

  it("is the only one that is called where the user says that extracts are cached", async () => {
    const { runs } = await afterFirstRun();
    const second = await runs.run(workflow, { only: "predict", extracts: "cached" });
    expect([second.called, second.reused]).toEqual([["predict"], ["load", "clean", "features", "regional"]]);
    const isCached = (operator: string): unknown => second.manifests[operator]?.reused?.cached;
    expect(["load", "clean", "regional"].map(isCached)).toEqual([true, undefined, true]);
  });

  it("reuses nothing where the whole workflow runs, whose values serve a later one", async () => {
    const { runs } = await afterFirstRun();
    const whole = await runs.run(workflow);
    expect([whole.reused, whole.why]).toEqual([[], {}]);
    const later = await runs.run(workflow, { only: "features" });
    expect([later.called, later.reused, later.manifests["clean"]?.reused?.runStartedAt]).toEqual([
      ["load", "features"],
      ["clean"],
      "2026-11-21T14:01:00.000000Z",
    ]);
  });
});

describe("a change", () => {
  it("of a place, a comment or a blank line runs nothing again; any other, what it reaches", async () => {
    const { runs } = await afterFirstRun();
    const code = { why: "code" };
    const input = (name: string): object => ({ why: "inputs", inputs: [name], parameters: [] });
    const cases: readonly (readonly [
      change: (text: string) => string,
      reused: readonly string[],
      why: Readonly<Record<string, object>>,
    ])[] = [
      [
        (text) => `# moved\n\n${text.replace("    return value + STEP", "    # a step\n\n    return value + STEP")}`,
        ["clean", "features"],
        {},
      ],
      // It gives what it gave, so that what reads it is not called.
      [(text) => text.replace("return value + STEP", "return value + STEP + 0"), ["features"], { clean: code }],
      [(text) => text.replace("STEP = 1", "STEP = 2"), [], { clean: code, features: input("clean") }],
      // Since the run before, STEP is what it was at first.
      [(text) => text.replace("load(20)", "load(30)"), [], { clean: code, features: input("clean") }],
      [(text) => text.replace("load(20)", "load(40)"), [], { clean: input("load"), features: input("clean") }],
      [(text) => text.replace("(20)))), 3)", "(20)))), 4)"), ["clean", "features"], {}],
    ];
    for (const [change, reused, why] of cases) {
      expect(change(workflow)).not.toBe(workflow);
      const changed = await runs.run(change(workflow), { only: "predict" });
      const { load: _, regional: __, predict: ___, ...told } = changed.why;
      expect([changed.reused, told]).toEqual([reused, why]);
    }
  });

  it("of a module that an operator imports, or of a file that it was seen to read, is followed", async () => {
    const { fixture, runs } = await afterFirstRun();
    writeFileSync(fixture.file("tools.py"), helpers.replace("2 * value", "3 * value"));
    expect((await runs.run(workflow, { only: "predict" })).reused).toEqual(["clean"]);
    writeFileSync(fixture.file("tools.py"), `# back\n${helpers}`);
    writeFileSync(fixture.file("regions.txt"), "200");
    const third = await runs.run(workflow, { only: "predict" });
    expect([third.reused, valueOf(fixture, third, "predict")]).toEqual([["clean", "features"], "242"]);
  });

  it("of the environment runs everything again, and so does an environment that nobody knows", async () => {
    const { runs } = await afterFirstRun();
    const cached = { only: "predict", extracts: "cached" } as const;
    const other = await runs.run(workflow, {
      ...cached,
      surroundings: () => ({ python: "3.11", digest: "a".repeat(64) }),
    });
    expect([other.reused, other.why["clean"]]).toEqual([[], { why: "packages" }]);
    const unknown = await runs.run(workflow, { ...cached, surroundings: () => undefined });
    expect([unknown.reused, unknown.why["clean"]]).toEqual([[], { why: "unknownPackages" }]);
  });
});

describe("values of an earlier run", () => {
  it("that are gone, have other bytes or have grown are made again", async () => {
    const { fixture, runs, first } = await afterFirstRun();
    const damages: readonly ((file: string) => void)[] = [
      unlinkSync,
      (file) => {
        writeFileSync(file, readFileSync(file, "utf8").replace("21", "12"));
      },
      (file) => {
        appendFileSync(file, "1");
      },
    ];
    let newest = first;
    for (const damage of damages) {
      damage(fixture.file(".aqueduct/store", newest.manifests["clean"]?.artifacts[0]?.key ?? ""));
      newest = await runs.run(workflow, { only: "predict" });
      expect([newest.called, newest.reused]).toEqual([["load", "clean", "regional", "predict"], ["features"]]);
      expect(newest.why["clean"]).toEqual({ why: "gone" });
      expect([valueOf(fixture, newest, "clean"), valueOf(fixture, newest, "predict")]).toEqual(["21", "142"]);
    }
  });

  it("whose sample is gone, or whose manifest cannot be read, are made again", async () => {
    const { fixture, runs, first } = await afterFirstRun();
    unlinkSync(fixture.file(".aqueduct/store", first.manifests["features"]?.artifacts[0]?.sample ?? ""));
    const manifest = (first.manifests["clean"]?.artifacts[0]?.sample ?? "").replace("samples/1.json", "manifest.json");
    writeFileSync(fixture.file(".aqueduct/store", manifest), "{");
    expect((await runs.run(workflow, { only: "predict" })).reused).toEqual([]);
  });
});

describe("a run that reuses values", () => {
  it("is carried on by the next daemon where one dies between taking them and saying so", async () => {
    const { fixture, runs } = await afterFirstRun();
    const second = await runs.run(workflow, { only: "predict" });
    const engine = await fixture.connect();
    await fixture.killDaemon(engine);
    const journal = fixture.file(".air-executor/jobs", second.job.name, ".engine/journal.ndjson");
    const lines = fixture.read(".air-executor/jobs", second.job.name, ".engine/journal.ndjson").split("\n");
    const starting = lines.findIndex((line) => line.includes('"starting"') && line.includes('"clean"'));
    writeFileSync(journal, `${lines.slice(0, starting + 1).join("\n")}\n`);
    writeFileSync(fixture.file(".air-executor/jobs", second.job.name, "state.json"), "{}");
    // What ran after it never did.
    for (const later of ["regional", "predict"])
      rmSync(fixture.file(".air-executor/jobs", second.job.name, ".engine/attempts", later), { recursive: true });

    const again = await runs.outcome(second.job, await recordsUntil(await fixture.connect(), second.job.name));
    expect(again.reused).toEqual(["clean", "features"]);
    expect(again.manifests["clean"]).toMatchObject({ try: 2, reused: second.manifests["clean"]?.reused });
  });
});
