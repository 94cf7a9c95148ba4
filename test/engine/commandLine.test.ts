import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundles } from "../../scripts/build/bundles.mjs";

const root = path.join(import.meta.dirname, "../..");
const bundle = path.join(root, "out/test", `cli-${process.pid}.js`);
const folder = mkdtempSync(path.join(tmpdir(), "aqueduct-cli-"));

beforeAll(async () => {
  const { entryPoints, ...options } = bundles.find(({ outfile }) => outfile === "dist/cli.js") ?? {};
  await build({
    ...options,
    plugins: [], // They share libraries among the bundles in dist.
    entryPoints: entryPoints ?? [],
    absWorkingDir: root,
    outfile: bundle,
    bundle: true,
    logLevel: "warning",
  });
  writeFileSync(path.join(folder, "flow.py"), "from aqueduct import Client\n");
});
afterAll(() => {
  rmSync(bundle, { force: true });
  rmSync(folder, { recursive: true });
});

describe.skipIf(process.platform === "win32")("a command whose output nobody reads any more", () => {
  it.each([["check", "flow.py"], ["graph", "flow.py", "--json"], ["--help"]])(
    "ends as it would have, without a word, as in `aqueduct … | head -1`: %s",
    async (...args) => {
      const child = spawn(process.execPath, [bundle, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.destroy(); // Before the command has started to write.
      const [stderr, ended] = await Promise.all([text(child.stderr), once(child, "close")]);
      expect({ code: ended[0] as unknown, stderr }).toEqual({ code: 0, stderr: "" });
    },
  );
});
