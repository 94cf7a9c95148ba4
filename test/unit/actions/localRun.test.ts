import { expect, it } from "vitest";

import type { BuiltFile } from "../../../src/core/actions/build.js";
import { startLocalRun } from "../../../src/core/actions/localRun.js";
import type { World } from "../../../src/core/actions/world.js";
import { nodeHash } from "../../../src/platform/hash.js";

it("leaves no connection to an engine that refused the job: it would keep the command line waiting", async () => {
  let isClosed = false;
  const engine = { submit: () => Promise.reject(new Error("refused")), close: () => (isClosed = true) };
  const world = {
    hash: nodeHash,
    clock: { now: () => "2026-11-30T20:00:00.000000Z" },
    random: { hex: () => "abcdef" },
    files: { join: (...parts: string[]) => parts.join("/"), dirname: () => "/w" },
    runtime: { folder: "/r" },
    cores: 1,
    engine: { connect: () => Promise.resolve(engine) },
  } as unknown as World;
  const built = {
    open: { project: "p", folder: "/w", storeFolder: "/w/s", resources: new Map() },
    build: { name: "b".repeat(64), record: { workflow: "w", operators: [], artifacts: [] } },
    place: { project: "p", key: "w" },
    interpreter: { path: "python3" },
    traced: { python: "3.11.7", environment: null },
    workflow: { source: { file: "flow.py" }, operators: [] },
  } as unknown as BuiltFile;
  await expect(startLocalRun(world, built, {})).rejects.toThrow("refused");
  expect(isClosed).toBe(true);
});
