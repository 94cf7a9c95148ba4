import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { engineProtocol, engineSocket } from "../../src/formats/engine.js";
import { findEngine } from "../../src/platform/engineClient.js";
import { listen } from "../../src/platform/localSocket.js";
import { identityOf } from "../../src/platform/processIdentity.js";
import { EngineFixture, outcomes, recordsUntil, runShell, started, submit } from "./engineFixture.js";

/** Only root may give files away. */
const asRoot = describe.runIf(process.getuid?.() === 0);
const nobody = 65534;

function cardFile(fixture: EngineFixture): string {
  mkdirSync(path.join(fixture.base, ".engine"), { recursive: true, mode: 0o700 });
  return path.join(fixture.base, ".engine", "engine.json");
}

interface Heard {
  readonly method: string;
  readonly params: unknown;
}

/** An engine that is none of ours: it answers as ours does, and notes what it is told. */
async function impostor(fixture: EngineFixture): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), "impostor-"));
  const parts = { boundary: engineSocket, complain: () => undefined };
  const server = await listen(path.join(folder, "engine"), parts, ({ messages }) => {
    messages.onRequest((method, params) => {
      heard.push({ method, params });
      return { protocol: engineProtocol, pid: process.pid, proof: "0".repeat(64) };
    });
    messages.onNotification((method, params) => void heard.push({ method, params }));
    messages.listen();
  });
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
    rmSync(cardFile(fixture), { force: true });
  });
  const card = {
    format: 1,
    protocol: engineProtocol,
    ...identityOf(process.pid),
    startedAt: "",
    socket: path.join(folder, "engine"),
  };
  writeFileSync(cardFile(fixture), JSON.stringify(card), { mode: 0o600 });
  return heard;
}

describe("an engine that can't prove whose it is", () => {
  it("is asked for its proof, and told nothing", async () => {
    const fixture = await EngineFixture.make();
    const heard = await impostor(fixture);
    await expect(fixture.connect()).rejects.toThrow(/can't prove that it is yours/);
    expect(heard.map(({ method }) => method)).toEqual(["hello"]);
    expect(JSON.stringify(heard)).not.toMatch(/secret|environment|PATH/);
  });

  it("is not believed on a token that others can read either", async () => {
    const fixture = await EngineFixture.make();
    await (await fixture.connect()).request("list", {});
    const tokens = fixture.file("data", "aqueduct", "engine", "tokens");
    const [name = ""] = readdirSync(tokens);
    expect(statSync(path.join(tokens, name)).mode & 0o777).toBe(0o600);
    chmodSync(path.join(tokens, name), 0o644);
    await expect(fixture.connect()).rejects.toThrow("can be opened by others (mode 644)");
    chmodSync(path.join(tokens, name), 0o600);
    await fixture.connect();
  });
});

asRoot("a folder of the engine that another user made", () => {
  it.each([[".air-executor"], [".air-executor/.engine"]])("%s is refused before anybody is asked", async (name) => {
    const fixture = await EngineFixture.make();
    const heard = await impostor(fixture);
    chownSync(fixture.file(name), nobody, nobody);
    await expect(fixture.connect()).rejects.toThrow(`${fixture.file(name)} belongs to the user with number 65534`);
    await expect(findEngine(fixture.options)).rejects.toThrow("so it is not used");
    expect(heard).toEqual([]);
    chownSync(fixture.file(name), 0, 0);
  });

  it("and a lock of another user's, which would keep every engine away, is named", async () => {
    const fixture = await EngineFixture.make();
    const lock = path.join(path.dirname(cardFile(fixture)), "lock.9");
    writeFileSync(lock, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
    chownSync(lock, nobody, nobody);
    await expect(fixture.connect()).rejects.toThrow(`${lock} belongs to the user with number 65534`);
    rmSync(lock);
    await fixture.connect();
  });

  it("and a card or a socket of another user's are not believed", async () => {
    const fixture = await EngineFixture.make();
    const heard = await impostor(fixture);
    const card = cardFile(fixture);
    const { socket } = JSON.parse(readFileSync(card, "utf8")) as { readonly socket: string };
    chownSync(card, nobody, nobody);
    await expect(findEngine(fixture.options)).rejects.toThrow(`${card} belongs to the user with number 65534`);
    chownSync(card, 0, 0);
    chownSync(path.dirname(socket), nobody, nobody);
    await expect(findEngine(fixture.options)).rejects.toThrow("is not yours alone, so nothing is sent there");
    expect(heard).toEqual([]);
  });
});

describe("a hint that says nothing", () => {
  it.each([
    ["", "nothing"],
    ["null", "null"],
    ["{", "no JSON"],
    ["[]", "a list"],
    ['{"pid":"1; touch pwned #","startTime":"x","bootId":"","socket":"/tmp/x"}', "a pid that is text"],
    ['{"pid":-1,"startTime":"x","bootId":"","socket":"/tmp/x"}', "a pid that is everybody's"],
  ])("is made anew: %j", async (text) => {
    const fixture = await EngineFixture.make();
    writeFileSync(cardFile(fixture), text, { mode: 0o600 });
    writeFileSync(path.join(fixture.base, ".engine", "lock.7"), text, { mode: 0o600 });
    const engine = await fixture.connect();
    expect(await engine.request("list", {})).toEqual([]);
    expect(readdirSync(path.join(fixture.base, ".engine"))).toContain("lock.8");
  });
});

describe("a copy of a folder whose engine lives", () => {
  it("has an engine of its own", async () => {
    const [fixture, copy] = [await EngineFixture.make(), await EngineFixture.make()];
    await (await fixture.connect()).request("list", {});
    cpSync(path.join(fixture.base, ".engine"), path.join(copy.base, ".engine"), { recursive: true });
    await (await copy.connect()).request("list", {});
    expect(copy.daemonPid).not.toBe(fixture.daemonPid);
  });
});

describe("folders that were there already", () => {
  it("are closed to others, with all that comes into them", async () => {
    const fixture = await EngineFixture.make();
    for (const name of ["", "jobs", ".engine"]) {
      mkdirSync(path.join(fixture.base, name), { recursive: true });
      chmodSync(path.join(fixture.base, name), 0o755);
    }
    const engine = await fixture.connect();
    await submit(engine, fixture.job("one", [runShell("true")]));
    await recordsUntil(engine, "one");
    for (const name of readdirSync(fixture.base, { recursive: true, encoding: "utf8" }))
      expect(statSync(path.join(fixture.base, name)).mode & 0o077, name).toBe(0);
    expect(statSync(fixture.base).mode & 0o777).toBe(0o700);
  });
});

describe("what came with a folder", () => {
  it("never has its journal opened through a link, nor cut off there", async () => {
    const fixture = await EngineFixture.make();
    const token = fixture.file("some-token");
    writeFileSync(token, "one line, no journal", { mode: 0o600 });
    const first = await fixture.connect();
    await submit(first, fixture.job("linked", [runShell("sleep 60")]));
    await recordsUntil(first, "linked", started("t1"));
    await fixture.killDaemon(first);
    const journal = path.join(fixture.base, "jobs/linked/.engine/journal.ndjson");
    rmSync(journal);
    symlinkSync(token, journal);
    const second = await fixture.connect();
    await expect(recordsUntil(second, "linked")).rejects.toThrow();
    expect(readFileSync(token, "utf8")).toBe("one line, no journal");
    expect(fixture.read(".air-executor", ".engine", "engine.log")).toContain(journal);
  });

  it("is not started where its submission was changed, though its mark is of this place", async () => {
    const fixture = await EngineFixture.make();
    const first = await fixture.connect();
    await submit(first, fixture.job("changed", [runShell("sleep 60"), runShell("true", { dependencies: ["t1"] })]));
    await recordsUntil(first, "changed", started("t1"));
    await fixture.killDaemon(first);
    const file = path.join(fixture.base, "jobs/changed/.engine/job.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"true"', `"touch ${fixture.file("pwned")}"`));
    const second = await fixture.connect();
    expect(await second.request("list", {})).toEqual([]);
    expect(fixture.read(".air-executor", ".engine", "engine.log")).toContain("was not submitted here");
  });
});

describe("an Air-Executor 1 on the same folder", () => {
  it("is named while it lives, and nothing is started beside it", async () => {
    const fixture = await EngineFixture.make();
    cardFile(fixture);
    const shell = spawn("/bin/bash", ["-c", 'exec -a "air-executor start" sleep 60']);
    await once(shell, "spawn");
    await vi.waitFor(() => expect(readFileSync(`/proc/${shell.pid}/cmdline`, "utf8")).toContain("air-executor"));
    writeFileSync(path.join(fixture.base, "manager.pid"), String(shell.pid));
    await expect(fixture.connect()).rejects.toThrow(`An Air-Executor 1 (process ${shell.pid}) manages ${fixture.base}`);
    shell.kill("SIGKILL");
    await once(shell, "exit");
    await fixture.connect();
    // So that an Air-Executor 1 that comes later does not start.
    expect(fixture.read(".air-executor", "manager.pid")).toBe(String(fixture.daemonPid));
  });
});

describe("a folder that is moved while something runs", () => {
  it("is left alone where it was, and the run says what happened", async () => {
    const fixture = await EngineFixture.make();
    const project = fixture.file("project");
    mkdirSync(project);
    const options = { ...fixture.options, folder: project };
    const { connectEngine } = await import("../../src/platform/engineClient.js");
    const engine = await connectEngine(options);
    const job = {
      ...fixture.job("moving", [runShell("sleep 60", { cwd: project }), runShell("true", { cwd: project })], 1),
    };
    await submit(engine, { ...job, folder: project });
    await recordsUntil(engine, "moving", started("t1"));
    renameSync(project, fixture.file("elsewhere"));
    const records = await recordsUntil(engine, "moving");
    const ended = records.find((record) => record.type === "ended" && record.task === "t1");
    expect(ended).toMatchObject({
      outcome: "failed",
      reason: `The folder ${project} is not there any more: it was moved, renamed or deleted while this ran. Run the workflow again from where it is now.`,
    });
    await engine.closed;
    expect(existsSync(project)).toBe(false);
    await expect(connectEngine(options)).rejects.toThrow(`${project} is not there any more`);
    expect(existsSync(project)).toBe(false);
    expect(fixture.read("elsewhere", ".air-executor", ".engine", "engine.log")).not.toContain("    at ");

    const next = await connectEngine({ ...options, folder: fixture.file("elsewhere") });
    expect(fixture.json("elsewhere", ".air-executor", "jobs", "moving", "state.json")).toMatchObject({
      state: "failed",
    });
    expect(outcomes(await recordsUntil(next, "moving"))).toBeDefined();
    await next.request("stop", { running: "cancel" });
    await next.closed;
  });
});
