import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { testPython } from "../../scripts/testbed/testPython.mjs";
import type { Run } from "../../src/core/model/run.js";
import { aqueduct, expectExit, type Place } from "../e2e/support/cli.js";

interface Given {
  readonly default: string;
  readonly text: string;
  readonly arrives?: string;
  readonly refused?: string;
}

/** The table of `test/unit/runs/givenParameters.test.ts`, here through the built command line, the engine and the runner. */
const table = JSON.parse(readFileSync("test/fixtures/parameters/given.json", "utf8")) as readonly Given[];
const arriving = table.filter(({ arrives }) => arrives !== undefined);
const refused = table.filter((row) => row.refused !== undefined);

let python = "";
let place: Place = { cwd: "", env: {} };

beforeAll(async () => {
  python = await testPython();
  const cwd = await mkdtemp(path.join(tmpdir(), "aqueduct-parameters-"));
  place = { cwd, env: { PATH: process.env["PATH"] ?? "", HOME: cwd, LANG: "C.UTF-8" } };
  await writeFile(path.join(cwd, "aqueduct.json"), '{"resources": {}}');
  await writeFile(path.join(cwd, "arriving.py"), workflow(arriving));
  await writeFile(path.join(cwd, "refused.py"), workflow(refused));
});

afterAll(async () => {
  await aqueduct(place, "engine", "stop");
  await rm(place.cwd, { recursive: true, force: true });
});

/** Each row is a default of one function, since a parameter of its own may not be None. */
function workflow(rows: readonly Given[]): string {
  const names = rows.map((_, index) => `p${index}`);
  return `import enum
from datetime import datetime
from decimal import Decimal

import numpy
from aqueduct import Client, op


class Color(enum.IntEnum):
    RED = 1


@op
def texts(${rows.map((row, index) => `p${index}=${row.default}`).join(", ")}):
    return [repr(value) for value in [${names.join(", ")}]]


Client().publish_flow("numbers", artifacts=[texts()])
`;
}

function given(rows: readonly Given[]): readonly string[] {
  return rows.flatMap(({ text }, index) => ["--param", `texts:p${index}=${text}`]);
}

it("takes what is written for a parameter to Python as it was written, and shows it again", async () => {
  const ran = await aqueduct(place, "run", "arriving.py", "--python", python, ...given(arriving));
  const { run } = expectExit<{ run: Run }>(ran, 0);
  const shown = expectExit<{ values: readonly { sample: { values: readonly string[] } }[] }>(
    await aqueduct(place, "show", run.rid, "texts"),
    0,
  );
  expect(shown.values[0]?.sample.values).toEqual(arriving.map(({ arrives }) => arrives));
  const id = arriving.findIndex(({ text }) => text === "9007199254740993");
  const parameter = run.operators.find(({ name }) => name === `texts:p${id}`)?.operator ?? "";
  expect(run.parameters[parameter]).toEqual({ $aqueduct: "int", value: "9007199254740993" });
});

it("refuses what is of another type with a sentence for each, before anything runs", async () => {
  const { error } = expectExit<{ error: string }>(
    await aqueduct(place, "run", "refused.py", "--python", python, ...given(refused)),
    2,
  );
  for (const [index, row] of refused.entries()) expect(error).toContain(`texts:p${index} ${row.refused}`);
});

it("judges a bound by the number that the file has, also where no double holds it", async () => {
  await writeFile(
    path.join(place.cwd, "bounds.py"),
    `from aqueduct import Client, metric, op


@op
def one():
    return 1


@metric
def ident(one):
    return 9007199254740992 + one


found = ident(one())
found.bound(equal=9007199254740993, severity="error")
found.bound(notequal=9007199254740992, severity="error")
found.bound(upper=float("inf"), severity="error")
Client().publish_flow("bounds", artifacts=[found])
`,
  );
  const { run } = expectExit<{ run: Run }>(await aqueduct(place, "run", "bounds.py", "--python", python), 0);
  expect(run).toMatchObject({ state: "succeeded", warning: false });
});
