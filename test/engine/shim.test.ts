import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { shimArgs } from "../../src/platform/shim.js";

const shells = ["/bin/sh", "/bin/dash", "/bin/bash"].filter(existsSync);

describe.each(shells)("the shim under %s", (shell) => {
  it.each([
    ["exits with its code", ["sh", "-c", "echo hi; exit 3"], { code: 3, signal: null }, "hi\n", ""],
    ["is killed", ["sh", "-c", "kill -9 $$"], { code: 137, signal: "SIGKILL" }, "", ""],
    ["is ended with its whole group", ["sh", "-c", "kill -TERM 0; sleep 5"], { code: 143, signal: "SIGTERM" }, "", ""],
    ["reads its stdin", ["cat"], { code: 0, signal: null }, "in\n", ""],
    [
      "has arguments that a shell would take apart",
      ["printf", "%s|", "a b", "$HOME", "*"],
      { code: 0, signal: null },
      "a b|$HOME|*|",
      "",
    ],
  ])(
    "records how a command that %s ends, and adds nothing to what it says",
    (_what, [command = "", ...args], exit, stdout, stderr) => {
      const { folder, ran } = runShim(shell, command, args);
      expect([ran.stdout, ran.stderr]).toEqual([stdout, stderr]);
      expect(JSON.parse(readFileSync(path.join(folder, "exit.json"), "utf8"))).toEqual(exit);
      expect(JSON.parse(readFileSync(path.join(folder, "pid.json"), "utf8"))).toMatchObject({
        format: 1,
        pid: ran.pid,
        processGroup: ran.pid,
      });
    },
  );

  it("tells the user in the log that there is no such command", () => {
    const { ran } = runShim(shell, "no-such-command", []);
    expect([ran.status, ran.stderr]).toEqual([127, expect.stringContaining("no-such-command: ")]);
  });

  it("leaves the command its umask, and its own records to the user alone", () => {
    const before = process.umask(0o027);
    onTestFinished(() => void process.umask(before));
    const { folder, ran } = runShim(shell, "sh", ["-c", "umask"]);
    expect(Number.parseInt(ran.stdout, 8)).toBe(0o027);
    for (const name of ["pid.json", "exit.json"]) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it("runs nothing where somebody else has decided that this attempt never starts", () => {
    const { folder, ran } = runShim(shell, "sh", ["-c", "echo ran"], (attempt) =>
      writeFileSync(path.join(attempt, "pid.json"), ""),
    );
    expect([ran.status, ran.stdout, existsSync(path.join(folder, "exit.json"))]).toEqual([75, "", false]);
  });
});

function runShim(
  shell: string,
  command: string,
  args: readonly string[],
  prepare: (folder: string) => void = () => undefined,
): { readonly folder: string; readonly ran: ReturnType<typeof spawn> } {
  const folder = mkdtempSync(path.join(tmpdir(), "shim-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  prepare(folder);
  return { folder, ran: spawn(shell, folder, command, args) };
}

/** In a session of its own, as the engine starts it: otherwise a signal to the group would reach the tests. */
function spawn(
  shell: string,
  folder: string,
  command: string,
  args: readonly string[],
): { readonly pid: number; readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const options = { input: "in\n", encoding: "utf8", detached: true } as const;
  const { pid, status, stdout, stderr } = spawnSync(shell, [...shimArgs(folder, command, args)], options);
  return { pid, status, stdout, stderr };
}
