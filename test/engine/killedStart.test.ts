import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectEngine } from "../../src/platform/engineClient.js";
import { silentLog } from "../fakes/silentLog.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "killed-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A Node that is killed the first times, as by a system that has no memory. */
async function nodeKilled(times: number): Promise<string> {
  const file = path.join(folder, "node.sh");
  const count = path.join(folder, "count");
  await writeFile(count, "");
  await writeFile(
    file,
    `#!/bin/sh\nif [ "$(wc -c < "${count}")" -lt ${times} ]; then printf x >> "${count}"; kill -9 $$; fi\nexec "${process.execPath}" "$@"\n`,
  );
  await chmod(file, 0o755);
  return file;
}

const connect = async (times: number): ReturnType<typeof connectEngine> =>
  connectEngine({
    folder,
    engineBundle: path.resolve("dist/engine.js"),
    nodePath: await nodeKilled(times),
    dataFolder: path.join(folder, "data"),
    idle: 3_000,
    log: silentLog,
  });

// engine.md 2.2: a daemon that was killed in its first second made `run` give up.
describe("a daemon that is killed while it starts", () => {
  it("is followed by another one", async () => {
    const engine = await connect(3);
    engine.close();
    expect(await readFile(path.join(folder, "count"), "utf8")).toBe("xxx");
    await engine.closed;
  });

  it("again and again is told, with what is left and how to go on", async () => {
    await expect(connect(100)).rejects.toThrow(
      /was killed 5 times while it started.*Go on with: aqueduct engine start/,
    );
  });
});
