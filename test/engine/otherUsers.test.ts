import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aqueduct, expectExit, type Place } from "../e2e/support/cli.js";
import { engineProtocol } from "../../src/formats/engine.js";

/**
 * The built command line between two real users of one machine. Only root can be two; the Python of the system is the one that both may start.
 * `docs/formats/whose-files.md`, has the rules.
 */
const isPossible = process.getuid?.() === 0 && process.platform === "linux" && existsSync("/usr/bin/python3");

const nobody = 65534;
/** In no list of users. */
const unlisted = 54321;
const secrets = { AQUEDUCT_WAREHOUSE_PASSWORD: "canary-db-pw", SOME_TOKEN: "canary-token" };
const flow = `from aqueduct import Client, op

@op
def answer():
    return 42

Client().publish_flow("mine", artifacts=[answer()])
`;
const evil = JSON.stringify({
  project: "p-evil",
  resources: { warehouse: { type: "database", url: "postgresql://ann@db.invalid/wines" } },
});

let root: string;
let attacker: ChildProcess | undefined;
const places: Place[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "two-users-"));
  chmodSync(root, 0o755);
});

afterEach(async () => {
  for (const place of places.splice(0)) await aqueduct(place, "engine", "stop");
  attacker?.kill("SIGKILL");
  attacker = undefined;
  rmSync(root, { recursive: true });
});

/** A folder of a user. */
function folderOf(uid: number, mode: number, ...names: readonly string[]): string {
  const folder = path.join(root, ...names);
  mkdirSync(folder, { recursive: true });
  chownSync(folder, uid, uid);
  chmodSync(folder, mode);
  return folder;
}

function fileOf(uid: number, folder: string, name: string, text: string, mode = 0o644): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  chownSync(file, uid, uid);
  chmodSync(file, mode);
  return file;
}

/** The command line of a user with a home of their own. */
function placeOf(uid: number, cwd: string, more: Readonly<Record<string, string>> = {}): Place {
  const home = folderOf(uid, 0o700, `home-${uid}`);
  const place = { cwd, uid, env: { PATH: "/usr/bin:/bin", HOME: home, LANG: "C.UTF-8", ...secrets, ...more } };
  places.push(place);
  return place;
}

/** Somebody who puts an engine's card into a folder and listens as an engine would. What is heard stands in the file that it gives. */
async function listening(folder: string): Promise<string> {
  const heard = path.join(root, "heard");
  writeFileSync(heard, "", { mode: 0o666 });
  chmodSync(heard, 0o666);
  const script = `
const fs = require("fs"), net = require("net"), path = require("path");
const own = path.join(${JSON.stringify(folder)}, ".air-executor", ".engine");
fs.mkdirSync(own, { recursive: true, mode: 0o755 });
const stat = fs.readFileSync("/proc/self/stat", "latin1");
const startTime = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
const bootId = fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
const socket = path.join(fs.mkdtempSync("/tmp/aqueduct-"), "engine");
fs.chmodSync(path.dirname(socket), 0o755);
net.createServer((client) => client.on("data", (data) => {
  fs.appendFileSync(${JSON.stringify(heard)}, data);
  for (const body of data.toString().split(/Content-Length: \\d+\\r\\n\\r\\n/).filter(Boolean)) {
    const result = { protocol: ${engineProtocol}, pid: process.pid, proof: "0".repeat(64), name: "x", seq: 0 };
    const reply = JSON.stringify({ jsonrpc: "2.0", id: JSON.parse(body).id, result });
    client.write("Content-Length: " + reply.length + "\\r\\n\\r\\n" + reply);
  }
})).listen(socket, () => {
  fs.chmodSync(socket, 0o777);
  for (const name of ["engine.json", "lock.1"])
    fs.writeFileSync(path.join(own, name), JSON.stringify({ format: 1, protocol: ${engineProtocol}, pid: process.pid, startTime, bootId, socket, startedAt: "" }));
  console.log("ready");
});`;
  attacker = spawn(process.execPath, ["-e", script], {
    uid: nobody,
    gid: nobody,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (attacker.stdout === null) throw new Error("No pipe.");
  await once(attacker.stdout, "data");
  return heard;
}

/** But for what Python keeps beside modules that it imports from a folder of ours. */
function below(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => !name.includes("__pycache__"));
}

// security.md 1, repeated step by step.
describe.runIf(isPossible)("a neighbour with a folder that everybody may write into", () => {
  it("hears nothing of what runs in a folder below it, and gets none of its files", async () => {
    const open = folderOf(0, 0o1777, "open");
    fileOf(nobody, open, "aqueduct.json", evil);
    const heard = await listening(open);
    const before = below(open);
    const mine = folderOf(0, 0o755, "open", "victim");
    fileOf(0, mine, "flow.py", flow);
    const place = placeOf(0, mine);

    const { run } = expectExit<{ run: { state: string } }>(
      await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3"),
      0,
    );
    expect(run.state).toBe("succeeded");
    for (const args of [["runs"], ["engine", "status"], ["check", "flow.py"]])
      expectExit(await aqueduct(place, ...args), 0);
    expect(readFileSync(heard, "utf8")).toBe("");
    expect(below(open).filter((name) => !name.startsWith("victim"))).toEqual(before);
    for (const name of [".aqueduct", ".air-executor"])
      for (const file of [name, ...below(path.join(mine, name)).map((one) => path.join(name, one))])
        expect(statSync(path.join(mine, file)).mode & 0o077, file).toBe(0);
  });

  it("hears nothing of a file that lies in that folder itself: what is theirs there is named", async () => {
    const open = folderOf(0, 0o1777, "open");
    const heard = await listening(open);
    fileOf(0, open, "flow.py", flow);
    const place = placeOf(0, open);
    const card = await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3");
    expect(card.code).toBe(3);
    expect((card.json as { error: string }).error).toContain(
      `${open}/.air-executor belongs to the user with number 65534, not to you (root), so it is not used. If you trust everybody who can write there, allow its folder: aqueduct trust ${open} (in CI`,
    );

    fileOf(nobody, open, "aqueduct.json", evil);
    const file = await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3");
    expect(file.code).toBe(1);
    expect(file.stdout).toContain(`${open}/aqueduct.json belongs to the user with number 65534`);
    expect(readFileSync(heard, "utf8")).toBe("");
    expect(JSON.stringify([card, file])).not.toContain("canary");
  });

  it("gets no secret of who trusts the folder either: an engine has to prove whose it is", async () => {
    const open = folderOf(0, 0o1777, "open");
    const heard = await listening(open);
    fileOf(0, open, "flow.py", flow);
    fileOf(0, open, "aqueduct.json", evil);
    const place = placeOf(0, open, { AQUEDUCT_TRUST_FOLDERS: open });
    const { code, json } = await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3");
    expect(code).toBe(3);
    expect((json as { error: string }).error).toMatch(/is not yours alone, so nothing is sent there/);
    expect(readFileSync(heard, "utf8")).not.toMatch(/canary|submit|environment/);
  });
});

describe.runIf(isPossible)("root over the files of another user", () => {
  it("is asked about them as everybody is, and may trust them", async () => {
    const theirs = folderOf(nobody, 0o755, "theirs");
    fileOf(nobody, theirs, "flow.py", flow);
    fileOf(nobody, theirs, "aqueduct.json", '{"project": "p-theirs"}');
    const place = placeOf(0, theirs);
    const refused = await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3");
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain(`aqueduct trust ${theirs}`);
    expectExit(await aqueduct(place, "trust", theirs), 0);
    expectExit(await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3"), 0);
    expectExit(await aqueduct(place, "trust", "--remove", theirs), 0);
    expectExit(await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3"), 1);
    places.push({ ...place, env: { ...place.env, AQUEDUCT_TRUST_FOLDERS: theirs } });
  });
});

describe.runIf(isPossible).each([
  ["nobody", nobody],
  ["a user who is in no list of users", unlisted],
])("%s", (_name, uid) => {
  it("runs workflows in a folder of their own, by command and by hand", async () => {
    const mine = folderOf(uid, 0o755, "mine");
    fileOf(uid, mine, "flow.py", flow);
    const place = placeOf(uid, mine);
    const { run } = expectExit<{ run: { state: string } }>(
      await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3"),
      0,
    );
    expect(run.state).toBe("succeeded");
    expect(statSync(path.join(mine, "aqueduct.json")).uid).toBe(uid);
    expect(expectExit<{ runs: unknown[] }>(await aqueduct(place, "runs"), 0).runs).toHaveLength(1);
  });

  it("is asked about a folder of another user, and can be allowed by the variable of CI", async () => {
    const shared = folderOf(4711, 0o777, "shared");
    fileOf(4711, shared, "flow.py", flow);
    fileOf(4711, shared, "aqueduct.json", '{"project": "p-shared"}');
    const place = placeOf(uid, shared);
    const refused = await aqueduct(place, "run", "flow.py", "--python", "/usr/bin/python3");
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain("belongs to the user with number 4711, not to you");
    const allowed = placeOf(uid, shared, { AQUEDUCT_TRUST_FOLDERS: root });
    expectExit(await aqueduct(allowed, "run", "flow.py", "--python", "/usr/bin/python3"), 0);
  });

  it("uses what root has installed for all", async () => {
    const system = folderOf(0, 0o755, "system");
    fileOf(0, system, "flow.py", flow);
    fileOf(0, system, "aqueduct.json", '{"project": "p-system"}');
    const { problems } = expectExit<{ problems: unknown[] }>(
      await aqueduct(placeOf(uid, system), "check", "flow.py"),
      0,
    );
    expect(problems).toEqual([]);
  });
});

// security.md 4, by the built command line.
describe.runIf(isPossible)("a clone's engine.json on Windows", () => {
  it("starts no PowerShell", async () => {
    const clone = folderOf(0, 0o755, "clone");
    fileOf(0, clone, "aqueduct.json", '{"project": "p-clone"}');
    const own = folderOf(0, 0o700, "clone", ".air-executor", ".engine");
    const pid = `1; touch ${path.join(root, "pwned")} #`;
    fileOf(
      0,
      own,
      "engine.json",
      JSON.stringify({ format: 1, protocol: 2, pid, startTime: "1", bootId: "", socket: "/x" }),
    );
    const bin = folderOf(0, 0o755, "bin");
    for (const name of ["powershell", "powershell.exe", "ps"])
      fileOf(0, bin, name, `#!/bin/sh\necho "$@" >>${path.join(root, "started")}\n`, 0o755);
    const preload = fileOf(0, root, "windows.cjs", 'Object.defineProperty(process, "platform", { value: "win32" });\n');
    const place = placeOf(0, clone, {
      PATH: `${bin}:/usr/bin:/bin`,
      NODE_OPTIONS: `--require ${preload}`,
      LOCALAPPDATA: path.join(root, "data"),
    });
    expectExit(await aqueduct(place, "runs"), 0);
    expectExit(await aqueduct(place, "engine", "status"), 0);
    expect(readdirSync(root)).not.toContain("started");
    expect(readdirSync(root)).not.toContain("pwned");
  });
});
