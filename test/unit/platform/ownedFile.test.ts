import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  checkOwnFolder,
  endsSearch,
  makeOwnFolder,
  openOwned,
  readOwned,
  type Owned,
} from "../../../src/platform/ownedFile.js";
import { distrustFolder, trustedFolders, trustFolder } from "../../../src/platform/trustedFolders.js";

/** Only root may give files away. */
const asRoot = describe.runIf(process.getuid?.() === 0);
const onUnix = describe.skipIf(process.platform === "win32");
const nobody = 65534;

let folder: string;
let data: string;
let owned: Owned;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "owned-"));
  data = mkdtempSync(path.join(tmpdir(), "data-"));
  owned = { folder, limit: 100 };
  vi.stubEnv("XDG_DATA_HOME", data);
  vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  rmSync(data, { recursive: true });
});

function file(name = "aqueduct.json", text = "{}", mode = 0o600): string {
  const made = path.join(folder, name);
  writeFileSync(made, text);
  chmodSync(made, mode);
  return made;
}

function textOf(name: string): string | undefined {
  return readOwned(name, owned)?.toString("utf8");
}

onUnix("a file that decides what runs", () => {
  it("is read where it is the user's own, and is undefined where it is not there", () => {
    expect(textOf(file())).toBe("{}");
    expect(textOf(path.join(folder, "none", "aqueduct.json"))).toBeUndefined();
  });

  it("is refused where everybody can write it, in one sentence that says how to allow it", () => {
    const open = file("aqueduct.json", "{}", 0o666);
    expect(() => textOf(open)).toThrow(
      `${open} can be written by everybody (mode 666), so it is not used. If you trust everybody who can write there, allow its folder: aqueduct trust ${folder} (in CI and containers: AQUEDUCT_TRUST_FOLDERS=${folder}; in VS Code: open the folder and trust it).`,
    );
  });

  it("is read whatever its mode where the folder is trusted: by the list, by the variable, by who asks", () => {
    const open = file("aqueduct.json", "{}", 0o666);
    expect(readOwned(open, { ...owned, trust: () => true })?.toString()).toBe("{}");
    trustFolder(folder);
    expect(textOf(open)).toBe("{}");
    distrustFolder(folder);
    expect(() => textOf(open)).toThrow("can be written by everybody");
    vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", `/nowhere:${path.dirname(folder)}`);
    expect(textOf(open)).toBe("{}");
    vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", "*");
    expect(textOf(open)).toBe("{}");
  });

  it("is not read through a link that leads out of its folder, to a device least of all", () => {
    const other = path.join(data, "secret");
    writeFileSync(other, "mine", { mode: 0o600 });
    symlinkSync(other, path.join(folder, "out.json"));
    expect(() => textOf(path.join(folder, "out.json"))).toThrow(`leads out of ${folder}, to ${other}`);
    vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", folder);
    symlinkSync("/dev/zero", path.join(folder, "zero.json"));
    expect(() => textOf(path.join(folder, "zero.json"))).toThrow("is not a regular file but a device");
  });

  it("is read through a link that stays in its folder", () => {
    mkdirSync(path.join(folder, "shared"));
    file("shared/all.json", "[]");
    symlinkSync("shared/all.json", path.join(folder, "aqueduct.json"));
    expect(textOf(path.join(folder, "aqueduct.json"))).toBe("[]");
  });

  it("is refused where a folder on the way leads out", () => {
    symlinkSync(data, path.join(folder, "state"));
    writeFileSync(path.join(data, "card.json"), "{}", { mode: 0o600 });
    expect(() => textOf(path.join(folder, "state", "card.json"))).toThrow("leads out of");
  });

  it("never waits for the other end of a pipe, trusted or not", () => {
    vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", folder);
    const pipe = path.join(folder, "aqueduct.json");
    execFileSync("mkfifo", [pipe]);
    expect(() => textOf(pipe)).toThrow(`${pipe} is not a regular file but a pipe, so it is not used. Move it away.`);
    expect(() => openOwned(pipe, owned, "append")).toThrow("is not a regular file");
    expect(() => textOf(folder)).toThrow("is not a regular file but a folder");
  });

  it("is refused beyond its limit, trusted or not", () => {
    vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", folder);
    expect(textOf(file("a.json", "x".repeat(100)))).toHaveLength(100);
    expect(() => textOf(file("b.json", "x".repeat(101)))).toThrow("is larger than");
  });

  it("is never opened for appending through a link", () => {
    const token = path.join(data, "token");
    writeFileSync(token, "secret", { mode: 0o600 });
    symlinkSync(token, path.join(folder, "journal.ndjson"));
    expect(() => openOwned(path.join(folder, "journal.ndjson"), owned, "append")).toThrow("is a link");
    const inside = file("inside");
    symlinkSync(inside, path.join(folder, "second.ndjson"));
    expect(() => openOwned(path.join(folder, "second.ndjson"), owned, "append")).toThrow("is a link");
    expect(typeof openOwned(path.join(folder, "new.ndjson"), owned, "append")).toBe("number");
    expect(statSync(path.join(folder, "new.ndjson")).mode & 0o777).toBe(0o600);
  });
});

asRoot("another user's", () => {
  it("file is refused, root being no exception, and counts where its folder is trusted", () => {
    const theirs = file();
    chownSync(theirs, nobody, nobody);
    expect(() => textOf(theirs)).toThrow(`${theirs} belongs to the user with number 65534, not to you (root)`);
    trustFolder(folder);
    expect(textOf(theirs)).toBe("{}");
  });

  it("folder of ours is refused, as is one that everybody may replace", () => {
    const own = path.join(folder, ".air-executor");
    expect(checkOwnFolder(own, folder)).toBe(false);
    mkdirSync(own, { mode: 0o700 });
    expect(checkOwnFolder(own, folder)).toBe(true);
    chownSync(own, nobody, nobody);
    expect(() => checkOwnFolder(own, folder)).toThrow(`${own} belongs to the user with number 65534`);
    expect(() => makeOwnFolder(own, folder)).toThrow("belongs to the user with number 65534");
    chownSync(own, 0, 0);
    chmodSync(folder, 0o777);
    expect(() => checkOwnFolder(own, folder)).toThrow("where everybody may replace it (mode 777)");
    chmodSync(folder, 0o1777);
    expect(checkOwnFolder(own, folder)).toBe(true);
  });

  it("folder ends a search upwards, and so does one that everybody may write into", () => {
    const project = path.join(folder, "project");
    mkdirSync(project);
    expect(endsSearch(project)).toBe(false);
    chownSync(folder, nobody, nobody);
    expect(endsSearch(project)).toBe(true);
    chownSync(folder, 0, 0);
    chmodSync(folder, 0o1777);
    expect(endsSearch(project)).toBe(true);
    expect(endsSearch("/")).toBe(true);
  });

  it("list of trusted folders is not believed", () => {
    trustFolder(folder);
    expect(trustedFolders()).toEqual([folder]);
    chownSync(path.join(data, "aqueduct", "trusted-folders.json"), nobody, nobody);
    expect(() => trustedFolders()).toThrow("belongs to the user with number 65534");
  });
});

onUnix("a folder of ours", () => {
  it("that was there already is closed to others", () => {
    const own = path.join(folder, ".aqueduct");
    mkdirSync(own);
    chmodSync(own, 0o755);
    makeOwnFolder(own, folder);
    expect(statSync(own).mode & 0o777).toBe(0o700);
  });

  it("that is a link out of the folder is refused until it is trusted", () => {
    const own = path.join(folder, ".aqueduct");
    symlinkSync(data, own);
    expect(() => makeOwnFolder(own, folder)).toThrow(`leads out of ${folder}, to ${data}`);
    vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", folder);
    makeOwnFolder(own, folder);
  });

  it("the list of trusted folders that is broken is said, not forgotten", () => {
    trustFolder(folder);
    appendFileSync(path.join(data, "aqueduct", "trusted-folders.json"), "{");
    expect(() => trustedFolders()).toThrow("is not JSON");
  });
});
