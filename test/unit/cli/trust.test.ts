import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userTrust } from "../../../src/platform/trustedFolders.js";
import { FakeShell, jsonOf } from "../../fakes/fakeShell.js";

let folder: string;
let shell: FakeShell;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "trust-"));
  vi.stubEnv("XDG_DATA_HOME", path.join(folder, "data"));
  vi.stubEnv("AQUEDUCT_TRUST_FOLDERS", undefined);
  shell = new FakeShell();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("aqueduct trust", () => {
  it("lists, adds and removes folders, and what lies in one is trusted with it", async () => {
    expect((await shell.type("trust")).stdout).toBe("No folder is on your list: files of yours need none.\n");
    const added = await shell.type("trust", folder);
    expect([added.code, added.stdout]).toEqual([
      0,
      `${folder} is trusted: what lies in it decides what runs, whoever wrote it. Take that back with --remove.\n`,
    ]);
    await shell.type("trust", folder);
    expect(jsonOf<object>(await shell.type("trust", "--json"))).toEqual({ folders: [folder] });
    expect([userTrust(folder), userTrust(path.join(folder, "below")), userTrust(`${folder}-beside`)]).toEqual([
      true,
      true,
      false,
    ]);
    expect((await shell.type("trust", "--remove", folder)).stdout).toBe(`${folder} is trusted no longer.\n`);
    expect(userTrust(folder)).toBe(false);
    expect(statSync(path.join(folder, "data/aqueduct/trusted-folders.json")).mode & 0o777).toBe(0o600);
  });

  it("says what is wrong: no such folder, one that is not on the list, a list that others can write", async () => {
    expect(await shell.type("trust", "/nowhere/at/all")).toMatchObject({
      code: 2,
      stderr: "There is no folder /nowhere/at/all.\n",
    });
    expect(await shell.type("trust", "--remove", folder)).toMatchObject({ code: 2 });
    expect(await shell.type("trust", "--remove")).toMatchObject({ code: 2 });
    await shell.type("trust", folder);
    chmodSync(path.join(folder, "data/aqueduct/trusted-folders.json"), 0o666);
    expect((await shell.type("trust")).stderr).toContain("can be written by everybody (mode 666)");
  });
});
