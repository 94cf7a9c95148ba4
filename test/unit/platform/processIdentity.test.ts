import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { silentLog } from "../../fakes/silentLog.js";
import { findEngine } from "../../../src/platform/engineClient.js";
import { engineLockFormat } from "../../../src/formats/engineFiles.js";
import { hintOf } from "../../../src/formats/reader.js";
import { identityOf, isAlive } from "../../../src/platform/processIdentity.js";

const { platform } = process;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "identity-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  Object.defineProperty(process, "platform", { value: platform });
  rmSync(folder, { recursive: true });
});

describe("who a file says that a process is", () => {
  it.each([
    ["text", "1; Set-Content pwned.txt owned #"],
    ["the system's first", 1],
    ["everybody", -1],
    ["none", 0],
    ["half of one", 1.5],
    ["too large", 2 ** 60],
  ])("is nobody where its number is %s", (_name, pid) => {
    const found = hintOf(engineLockFormat, JSON.stringify({ pid, startTime: "1", bootId: "" }));
    expect(found === undefined || !isAlive(found)).toBe(true);
    expect(identityOf(pid as number)).toBeUndefined();
  });

  it("is a process where it has a number, a start and a boot", () => {
    const self = identityOf(process.pid);
    expect(hintOf(engineLockFormat, JSON.stringify({ ...self, more: true }))).toEqual(self);
    expect(self !== undefined && isAlive(self)).toBe(true);
    for (const value of [null, [], "x", 7, {}]) expect(hintOf(engineLockFormat, JSON.stringify(value))).toBeUndefined();
  });
});

// On Windows the number of a clone's engine.json went into the text of a command.
describe("on Windows, where there is no engine", () => {
  it("a look at a folder whose engine.json names one starts no process", async () => {
    const heard = path.join(folder, "heard");
    const bin = path.join(folder, "bin");
    mkdirSync(bin);
    for (const name of ["powershell", "powershell.exe", "ps", "wmic"]) {
      writeFileSync(path.join(bin, name), `#!/bin/sh\necho "$0 $@" >>"${heard}"\necho 1\n`);
      chmodSync(path.join(bin, name), 0o755);
    }
    const own = path.join(folder, ".air-executor", ".engine");
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const card = { pid: "1; Set-Content pwned.txt owned #", startTime: "1", bootId: "", socket: "/tmp/x" };
    writeFileSync(path.join(own, "engine.json"), JSON.stringify(card), { mode: 0o600 });
    vi.stubEnv("PATH", bin);
    Object.defineProperty(process, "platform", { value: "win32" });
    expect(await findEngine({ folder, log: silentLog })).toBeUndefined();
    expect(existsSync(heard)).toBe(false);
    expect(identityOf(process.pid)).toBeUndefined();
    expect(isAlive(card as never)).toBe(false);
    expect(existsSync(heard)).toBe(false);
  });
});
