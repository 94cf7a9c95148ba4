import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { sourceAliases, sourceLoader } from "../../../scripts/build/bundles.mjs";
import { homeFolder, neededHomeFolder, whoAmI, type UserFacts } from "../../../src/platform/whoAmI.js";

const root = path.join(import.meta.dirname, "../../..");

function refuses(): never {
  throw Object.assign(new Error("A system error occurred: uv_os_get_passwd returned ENOENT"), {
    code: "ERR_SYSTEM_ERROR",
  });
}

function user(facts: Partial<UserFacts>): UserFacts {
  return { uid: 1234, listedName: refuses, home: refuses, environment: {}, ...facts };
}

describe("who a process runs as", () => {
  it("is the name in the list of users, whatever the environment says", () => {
    expect(whoAmI(user({ listedName: () => "ann", environment: { USER: "bob" } }))).toEqual({ uid: 1234, name: "ann" });
  });

  it("is the environment's name where the user is not listed: USER before LOGNAME", () => {
    expect(whoAmI(user({ environment: { USER: "bob", LOGNAME: "eve" } })).name).toBe("bob");
    expect(whoAmI(user({ environment: { LOGNAME: "eve" } })).name).toBe("eve");
  });

  it("is the number where nothing has a name, or an empty one", () => {
    expect(whoAmI(user({})).name).toBe("1234");
    expect(whoAmI(user({ environment: { USER: "", LOGNAME: "" } })).name).toBe("1234");
  });

  it("hides no other error", () => {
    const broken = (): never => {
      throw new Error("out of memory");
    };
    expect(() => whoAmI(user({ listedName: broken }))).toThrow("out of memory");
    expect(() => homeFolder(user({ home: broken }))).toThrow("out of memory");
  });

  it("has no home folder where nothing names one, and says what to set where one is needed", () => {
    expect(homeFolder(user({ home: () => "/home/ann" }))).toBe("/home/ann");
    expect(homeFolder(user({}))).toBeUndefined();
    expect(() => neededHomeFolder(user({}))).toThrow(
      "The user 1234 has no home folder. Set the environment variable HOME to a folder that this user can write to.",
    );
  });
});

const isUnlisted = process.getuid?.() === 0 && !/^[^:]*:[^:]*:12345:/m.test(readFileSync("/etc/passwd", "utf8"));

/** Only root can become a user who is not listed. */
describe.runIf(isUnlisted)("a real process of a user who is not listed", () => {
  it("knows itself, and listens at a socket of its own", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "aqueduct-unlisted-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    chmodSync(folder, 0o777);
    const script = path.join(folder, "probe.cjs");
    await build({
      stdin: {
        contents: `
          import { stat } from "node:fs/promises";
          import path from "node:path";
          import { listenForOwner } from "./src/platform/ownerSocket.js";
          import { userDataFolder } from "./src/platform/userData.js";
          import { homeFolder, whoAmI } from "./src/platform/whoAmI.js";
          async function probe() {
            const socket = await listenForOwner("probe", () => () => undefined);
            const { uid, mode } = await stat(path.dirname(socket.address));
            await socket.close();
            let data;
            try { data = userDataFolder(); } catch (error) { data = error.message; }
            console.log(JSON.stringify({ ...whoAmI(), home: homeFolder(), data, folder: path.basename(path.dirname(socket.address)), owner: uid, mode: mode & 0o777 }));
          }
          void probe();`,
        resolveDir: root,
        loader: "ts",
      },
      outfile: script,
      bundle: true,
      platform: "node",
      format: "cjs",
      alias: sourceAliases,
      loader: sourceLoader,
      logLevel: "warning",
    });
    const { stdout, stderr } = spawnSync(process.execPath, [script], {
      uid: 12345,
      gid: 12345,
      cwd: folder,
      env: { TMPDIR: folder },
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      uid: 12345,
      name: "12345",
      data: "The user 12345 has no home folder. Set the environment variable HOME to a folder that this user can write to.",
      folder: "aqueduct-editor-12345",
      owner: 12345,
      mode: 0o700,
    });
  });
});
