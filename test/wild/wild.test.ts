import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anotherUserObstacle } from "./support/anotherUser.js";
import { runFromBlobs } from "./support/blobs.js";
import type { ExpectedFailure, Way } from "./support/expectation.js";
import { runHere } from "./support/here.js";
import { differences, verdict } from "./support/judge.js";
import { openPlaces, suiteFolder, type Places } from "./support/places.js";
import { prepare, type Prepared } from "./support/prepared.js";
import type { SeenRun } from "./support/seen.js";

const cases = readdirSync(path.join(suiteFolder, "cases")).sort();
const expectedFailures = JSON.parse(
  readFileSync(path.join(suiteFolder, "expectedFailures.json"), "utf8"),
) as readonly ExpectedFailure[];

const obstacle = anotherUserObstacle();

const ways: Readonly<Record<Way, (places: Places, prepared: Prepared) => Promise<ReadonlyMap<string, SeenRun>>>> = {
  here: runHere,
  blobs: runFromBlobs,
};

let places: Places;
/** Both ways of a case share its build. */
const prepared = new Map<string, Promise<Prepared>>();

beforeAll(async () => {
  places = await openPlaces();
});

afterAll(async () => {
  await places.dispose();
});

const otherUser = `comes out right from blobs alone, as another user${obstacle === undefined ? "" : ` (skipped: ${obstacle})`}`;

const asked = cases.filter((name) => isAsked(name, "here") || isAsked(name, "blobs"));

describe.concurrent.each(asked)("%s", (name) => {
  if (isAsked(name, "here")) it("comes out right here", () => judge(name, "here"));
  if (isAsked(name, "blobs")) it.skipIf(obstacle !== undefined)(otherUser, () => judge(name, "blobs"));
});

it("lists as expected failures only cases that there are, each once for a way", () => {
  expect(cases.length).toBeGreaterThan(50);
  const named = expectedFailures.map((failure) => `${failure.case} (${failure.way})`);
  expect(expectedFailures.filter((failure) => !existsSync(path.join(suiteFolder, "cases", failure.case)))).toEqual([]);
  expect(named).toEqual([...new Set(named)].sort());
});

/** All that is expected to fail, and of the others a third each way: both ways of all cases take 8 minutes of a core, `npm run test:long -- wild`. */
function isAsked(name: string, way: Way): boolean {
  const turn = ["here", "blobs", undefined][cases.indexOf(name) % 3];
  return process.env["AQUEDUCT_WHOLE"] === "1" || way === turn || expectedFailureOf(name, way) !== undefined;
}

function expectedFailureOf(name: string, way: Way): ExpectedFailure | undefined {
  return expectedFailures.find((failure) => failure.case === name && failure.way === way);
}

async function judge(name: string, way: Way): Promise<void> {
  const preparing = prepared.get(name) ?? prepare(places, name);
  prepared.set(name, preparing);
  const { expectation, seen } = await preparing;
  const found = differences(expectation, way, seen, await ways[way](places, await preparing));
  const wrong = verdict(found, expectedFailureOf(name, way));
  if (wrong !== undefined) expect.fail(wrong);
}
