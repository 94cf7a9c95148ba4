import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { LocalEngine } from "../../src/core/actions/world.js";
import { connectEngine, findEngine } from "../../src/platform/engineClient.js";
import { createLocalEngine } from "../../src/platform/localEngine.js";
import { identityOf } from "../../src/platform/processIdentity.js";
import { silentLog } from "../fakes/silentLog.js";
import { EngineFixture, isAliveNow, outcomes, recordsUntil, runShell, started, submit } from "./engineFixture.js";

/** What may lie where a hint should, all of it the user's own. */
const strangers: readonly (readonly [string, (file: string) => void])[] = [
  ["a file that is too large", (file) => writeFileSync(file, Buffer.alloc(100 * 1024, " "), { mode: 0o600 })],
  ["a pipe", (file) => execFileSync("mkfifo", [file])],
  ["an empty folder", (file) => mkdirSync(file)],
  ["a link to itself", (file) => symlinkSync(file, file)],
  [
    "a link to a pipe",
    (file) => {
      execFileSync("mkfifo", [`${file}.pipe`]);
      symlinkSync(`${file}.pipe`, file);
    },
  ],
  ["a link to nothing", (file) => symlinkSync(`${file}.none`, file)],
];

function hint(fixture: EngineFixture, name: string): string {
  mkdirSync(path.join(fixture.base, ".engine"), { recursive: true, mode: 0o700 });
  return path.join(fixture.base, ".engine", name);
}

async function expectToRun(fixture: EngineFixture): Promise<void> {
  const engine = await fixture.connect();
  await submit(engine, fixture.job("one", [runShell("true")]));
  expect(outcomes(await recordsUntil(engine, "one"))).toEqual({ t1: "succeeded" });
}

describe.each(strangers)("where %s lies", (_, put) => {
  it("in place of the card, it is made anew", async () => {
    const fixture = await EngineFixture.make();
    const card = hint(fixture, "engine.json");
    put(card);
    expect(await findEngine(fixture.options)).toBeUndefined();
    await expectToRun(fixture);
    expect(lstatSync(card).isFile()).toBe(true);
    expect(await findEngine(fixture.options)).toBeDefined();
  });

  it("in place of a lock, the next one is made", async () => {
    const fixture = await EngineFixture.make();
    put(hint(fixture, "lock.7"));
    await expectToRun(fixture);
    expect(readdirSync(path.join(fixture.base, ".engine"))).toContain("lock.8");
  });

  it("in place of what an Air-Executor 1 writes, it is made anew", async () => {
    const fixture = await EngineFixture.make();
    hint(fixture, "");
    put(path.join(fixture.base, "manager.pid"));
    await expectToRun(fixture);
    expect(readFileSync(path.join(fixture.base, "manager.pid"), "utf8")).toMatch(/^\d+$/);
  });
});

describe("a folder with something in it", () => {
  it("in place of the card is named, and kept", async () => {
    const fixture = await EngineFixture.make();
    const card = hint(fixture, "engine.json");
    mkdirSync(card);
    writeFileSync(path.join(card, "mine"), "");
    await expect(fixture.connect()).rejects.toThrow(
      `${card} is a folder with something in it, where a file of Aqueduct's has to lie. Move it away.`,
    );
    expect(readdirSync(card)).toEqual(["mine"]);
    rmSync(card, { recursive: true });
    await expectToRun(fixture);
  });

  it("in place of a lock is kept, and no engine is kept away by it", async () => {
    const fixture = await EngineFixture.make();
    const lock = hint(fixture, "lock.3");
    mkdirSync(lock);
    writeFileSync(path.join(lock, "mine"), "");
    await expectToRun(fixture);
    expect(readdirSync(lock)).toEqual(["mine"]);
  });
});

it("A lock with the last number that there is is named, since no engine could follow it", async () => {
  const fixture = await EngineFixture.make();
  const lock = hint(fixture, "lock.999999999");
  writeFileSync(lock, "{}", { mode: 0o600 });
  await expect(fixture.connect()).rejects.toThrow(`${lock} has the last number that a lock may have. Delete it`);
  rmSync(lock);
});

describe("a living engine whose card is spoiled", () => {
  it.each(strangers)("by %s makes it anew, and is found", async (_, put) => {
    const fixture = await EngineFixture.make();
    await fixture.connect();
    const card = hint(fixture, "engine.json");
    rmSync(card);
    put(card);
    await connectEngine(fixture.options).then((engine) => engine.close());
    expect(lstatSync(card).isFile()).toBe(true);
  });

  it("and that can't make it anew is named within two seconds, and at the end with what to do", async () => {
    const fixture = await EngineFixture.make();
    await fixture.connect();
    const { pid } = fixture.json(".air-executor/.engine/engine.json") as { readonly pid: number };
    const card = hint(fixture, "engine.json");
    rmSync(card);
    mkdirSync(path.join(card, "mine"), { recursive: true });
    const begun = performance.now();
    const told: [string, number][] = [];
    const tell = (text: string): void => void told.push([text, performance.now() - begun]);
    const lock = path.join(fixture.base, ".engine", "lock.1");
    const words = `The local engine of ${fixture.folder} lives (process ${pid}, says ${lock}), but ${card} does not say where it listens. End it with "aqueduct engine stop" or "kill ${pid}", then try again.`;
    await expect(connectEngine({ ...fixture.options, tell })).rejects.toThrow(words);
    expect(told.map(([text]) => text)).toEqual([`Waiting. ${words}`]);
    expect(told[0]?.[1]).toBeLessThan(2500);

    expect(await localEngine(fixture).end(fixture.folder)).toBe("without its runs");
    expect(isAliveNow(pid)).toBe(false);
    expect(await localEngine(fixture).end(fixture.folder)).toBeUndefined();
    rmSync(card, { recursive: true });
    await expectToRun(fixture);
  });
});

describe("an engine of another version", () => {
  it("is named by its process, and ended where that is asked; what it ran is carried on by the next", async () => {
    const fixture = await EngineFixture.make();
    const engine = await fixture.connect();
    await submit(engine, fixture.job("kept", [runShell("while [ ! -e go ]; do sleep 0.01; done")]));
    await recordsUntil(engine, "kept", started("t1"));
    const card = hint(fixture, "engine.json");
    const text = readFileSync(card, "utf8");
    const { pid } = JSON.parse(text) as { readonly pid: number };
    process.kill(pid, "SIGSTOP"); // Else it would make its card anew, which older ones do not.
    writeFileSync(card, text.replace('"protocol":3', '"protocol":2'));
    await expect(fixture.connect()).rejects.toThrow(
      `protocol 2, not 3; process ${pid}). End it with "aqueduct engine stop" or "kill ${pid}"; it also ends by itself a minute after its last job.`,
    );
    setTimeout(() => process.kill(pid, "SIGCONT"), 200);
    expect(await localEngine(fixture).end(fixture.folder)).toBe("without its runs");
    expect(isAliveNow(pid)).toBe(false);

    const next = await fixture.connect();
    writeFileSync(fixture.file("go"), "");
    expect(outcomes(await recordsUntil(next, "kept"))).toEqual({ t1: "succeeded" });
  });

  it("is not ended where the card names a process that is none", async () => {
    const fixture = await EngineFixture.make();
    const card = { format: 1, protocol: 2, ...identityOf(process.pid), socket: fixture.file("none"), startedAt: "" };
    writeFileSync(hint(fixture, "engine.json"), JSON.stringify(card), { mode: 0o600 });
    await expect(localEngine(fixture).end(fixture.folder)).rejects.toThrow(`"kill ${process.pid}"`);
    rmSync(hint(fixture, "engine.json"));
  });
});

function localEngine({ options }: EngineFixture): LocalEngine {
  return createLocalEngine(options.engineBundle, () => Promise.resolve(options.nodePath), silentLog);
}
