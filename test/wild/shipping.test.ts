import path from "node:path";
import { expect, it } from "vitest";
import { wildPython } from "../../scripts/testbed/wildPython.mjs";
import { execute, suiteFolder } from "./support/places.js";

interface Found {
  readonly name: string;
  readonly right: boolean;
  readonly outcome: unknown;
}

const runtime = path.resolve(suiteFolder, "../../src/runtime");
const script = path.resolve(suiteFolder, "../runtime/shipping/beside_python.py");
const table = path.join(suiteFolder, "library_cases.py");
const printKnown = `import json, runpy, sys; print(json.dumps(list(runpy.run_path(sys.argv[1])["KNOWN_WRONG"])))`;

it("ships classes, models and values of libraries as plain Python has them", async () => {
  const python = await wildPython();
  const env = { ...process.env, PYTHONPATH: runtime, PYTHONHASHSEED: "0" };
  const { stdout } = await execute(python, [script, table], { env });
  const { stdout: known } = await execute(python, ["-c", printKnown, table]);
  const found = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Found);
  const wrong = found.filter(({ right }) => !right);
  const unexpected = wrong.filter(({ name }) => !(JSON.parse(known) as readonly string[]).includes(name));
  expect(found.length).toBeGreaterThanOrEqual(18);
  expect(unexpected.map(({ name, outcome }) => ({ name, outcome }))).toEqual([]);
  expect(wrong.map(({ name }) => name)).toEqual(JSON.parse(known));
}, 180_000);
