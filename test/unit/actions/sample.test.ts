import { describe, expect, it } from "vitest";
import { makeSample, makeSampleDatabase, takeSampleMarker } from "../../../src/core/actions/sample.js";
import type { World } from "../../../src/core/actions/world.js";
import { readProject } from "../../../src/core/resources/read.js";
import type { ProcessRequest } from "../../../src/core/ports.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";

const python = { path: "/usr/bin/python3", version: "3.11.7", source: "PATH" };

function machine(
  contents: Readonly<Record<string, string>>,
  code = 0,
): { readonly world: World; readonly contents: Map<string, string>; readonly asked: ProcessRequest[] } {
  const files = inMemoryFiles({
    "/dist/sample/level3.py": "flow",
    "/dist/sample/wine_features.py": "features",
    ...contents,
  });
  const asked: ProcessRequest[] = [];
  const run = (request: ProcessRequest): Promise<unknown> => {
    asked.push(request);
    return Promise.resolve({ code, signalName: null, stdout: "", stderr: "sqlite3.OperationalError: disk full\n" });
  };
  return {
    world: {
      files,
      runtime: { folder: "/dist/runtime" },
      processes: { run, environment: () => ({ PATH: "/bin" }) },
    } as unknown as World,
    contents: files.contents,
    asked,
  };
}

describe("the sample", () => {
  it("is a workflow, the module it uses, and an aqueduct.json without problems that names its database", async () => {
    const { world, contents } = machine({});
    await makeSample(world, "/dist/sample", "/home/ada/sample");
    expect([contents.get("/home/ada/sample/level3.py"), contents.get("/home/ada/sample/wine_features.py")]).toEqual([
      "flow",
      "features",
    ]);
    const { value, problems } = readProject(contents.get("/home/ada/sample/aqueduct.json") ?? "", "/home/ada/sample");
    expect(problems).toEqual([]);
    expect(value.resources.get("aqueduct_demo")).toMatchObject({
      kind: "database",
      url: "sqlite:////home/ada/sample/aqueduct_demo.db",
    });
  });

  it("leaves what somebody has there already as it is", async () => {
    const { world, contents } = machine({ "/home/ada/sample/level3.py": "mine" });
    await makeSample(world, "/dist/sample", "/home/ada/sample");
    expect(contents.get("/home/ada/sample/level3.py")).toBe("mine");
  });

  it("is shown as new only once", async () => {
    const { world } = machine({});
    expect(await takeSampleMarker(world, "/home/ada/sample")).toBe(false);
    await makeSample(world, "/dist/sample", "/home/ada/sample");
    expect([
      await takeSampleMarker(world, "/home/ada/sample"),
      await takeSampleMarker(world, "/home/ada/sample"),
    ]).toEqual([true, false]);
  });

  it("gets its database from Python alone, without packages of anybody's", async () => {
    const { world, asked } = machine({});
    await makeSampleDatabase(world, "/home/ada/sample", python);
    expect(asked[0]?.args).toEqual([
      "-I",
      "/dist/runtime/aqueduct/databases/demo.py",
      "/home/ada/sample/aqueduct_demo.db",
    ]);
  });

  it("keeps the database that is there", async () => {
    const { world, asked } = machine({ "/home/ada/sample/aqueduct_demo.db": "wines" });
    await makeSampleDatabase(world, "/home/ada/sample", python);
    expect(asked).toEqual([]);
  });

  it("says what kept its database from being made", async () => {
    const { world } = machine({}, 1);
    await expect(makeSampleDatabase(world, "/home/ada/sample", python)).rejects.toThrow(
      "The sample's database can't be made by /usr/bin/python3. sqlite3.OperationalError: disk full",
    );
  });
});
