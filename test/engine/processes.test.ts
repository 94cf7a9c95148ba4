import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { nodeInterpreters } from "../../src/platform/interpreters.js";
import { nodeProcesses } from "../../src/platform/processes.js";

describe("processes", () => {
  it("give their output, exit code and what they read from stdin", async () => {
    const seen: string[] = [];
    const result = await nodeProcesses.run({
      command: "sh",
      args: ["-c", "cat; echo oops >&2; exit 3"],
      stdin: "héllo",
      onOutput: (stream, text) => seen.push(`${stream}:${text}`),
    });
    expect(result).toEqual({ code: 3, signalName: null, stdout: "héllo", stderr: "oops\n" });
    expect(seen).toContain("stdout:héllo");
  });

  it("that cannot be started say so", async () => {
    await expect(nodeProcesses.run({ command: "/nowhere/python", args: [] })).rejects.toThrow(
      /Could not start \/nowhere\/python/,
    );
  });

  it("end with everything that they started once they are aborted", async () => {
    const abort = new AbortController();
    let grandchild = 0;
    const running = nodeProcesses.run({
      command: "sh",
      args: ["-c", "sh -c 'trap \"\" TERM; echo $$; while :; do sleep 1; done' & wait"],
      signal: abort.signal,
      onOutput: (_, text) => {
        grandchild = Number(text);
        abort.abort(new Error("enough"));
      },
    });
    await expect(running).rejects.toThrow("enough");
    expect(grandchild).toBeGreaterThan(0);
    // Where nobody reaps orphans, an ended one stays as a zombie.
    const { stdout } = await nodeProcesses.run({ command: "ps", args: ["-o", "stat=", "-p", String(grandchild)] });
    expect(stdout.trim().replace(/^Z.*/, "")).toBe("");
  }, 10_000);
});

describe("interpreters", () => {
  it("are the nearest environment above the file, else python3", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-python-"));
    try {
      const system = await nodeInterpreters(nodeProcesses).find(path.join(folder, "a", "flow.py"));
      expect(system?.source).toBe("PATH");
      await nodeProcesses.run({
        command: system?.path ?? "",
        args: ["-m", "venv", "--without-pip", path.join(folder, ".venv")],
      });
      const found = await nodeInterpreters(nodeProcesses).find(path.join(folder, "a", "flow.py"));
      expect(found).toMatchObject({ path: path.join(folder, ".venv", "bin", "python"), version: system?.version });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 30_000);

  it("that are named and do not run are an error", async () => {
    await expect(
      nodeInterpreters(nodeProcesses, () => Promise.resolve({ command: "/nowhere/python", source: "--python" })).find(
        "/x/flow.py",
      ),
    ).rejects.toThrow(/Name another with --python/);
  });
});
