import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PasswordWithheld } from "../../../src/core/ports.js";
import { confirmedServers } from "../../../src/platform/confirmedServers.js";
import { environmentSecrets } from "../../../src/platform/secrets.js";

let folder: string;
let file: string;
let questions: string[];
let warnings: string[];
let answer: boolean;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "aqueduct-secrets-"));
  file = path.join(folder, "data", "confirmedServers.json");
  questions = [];
  warnings = [];
  answer = true;
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** The secrets of a command; without `confirm` nobody sits at a terminal. */
function secrets(environment: Readonly<Record<string, string>>, mode: "terminal" | "none" = "none") {
  return environmentSecrets({
    environment: { AQUEDUCT_MY_AIR_FLOW_PASSWORD: "s3cret", ...environment },
    confirmed: confirmedServers(() => path.dirname(file)),
    confirm:
      mode === "none"
        ? undefined
        : (question) => {
            questions.push(question);
            return Promise.resolve(answer);
          },
    warn: (sentence) => void warnings.push(sentence),
  });
}

const server = "https://air.example.org";
const ask = (from: ReturnType<typeof secrets>, address = server, user = "ann") =>
  from.password("my air-flow", address, user);

describe("a password of the environment", () => {
  it("is absent where its variable is absent or empty", async () => {
    expect(await secrets({ AQUEDUCT_EMPTY_PASSWORD: "" }).password("empty", server, "ann")).toBeUndefined();
    expect(await secrets({}).password("other", server, "ann")).toBeUndefined();
  });

  it("goes nowhere unconfirmed where nobody can be asked, and the sentence says how it would", async () => {
    await expect(ask(secrets({}))).rejects.toThrow(
      new PasswordWithheld(
        "The password in AQUEDUCT_MY_AIR_FLOW_PASSWORD is not sent to https://air.example.org as ann: nobody has confirmed that server yet. Publish, run or connect in a terminal, which asks once, or set AQUEDUCT_MY_AIR_FLOW_ORIGIN=https://air.example.org.",
      ),
    );
  });

  it("is confirmed once on a terminal, for that server and user alone, in a file of the user's own", async () => {
    expect(await ask(secrets({}, "terminal"), `${server}/web`)).toBe("s3cret");
    expect(questions).toEqual([
      "aqueduct.json names https://air.example.org as “my air-flow”. Send the password in AQUEDUCT_MY_AIR_FLOW_PASSWORD there, as ann? You are asked once.",
    ]);
    expect(await ask(secrets({}))).toBe("s3cret");
    for (const other of ["http://air.example.org", "https://air.example.org:8443", "https://evil.example.org"])
      await expect(ask(secrets({}), other)).rejects.toThrow(PasswordWithheld);
    await expect(ask(secrets({}), server, "bob")).rejects.toThrow(PasswordWithheld);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    expect(await readFile(file, "utf8")).not.toContain("s3cret");
  });

  it("is not sent where somebody says no, and is asked for again next time", async () => {
    answer = false;
    const from = secrets({}, "terminal");
    await expect(ask(from)).rejects.toThrow("was not sent to https://air.example.org, as you have answered.");
    await expect(ask(from)).rejects.toThrow(PasswordWithheld);
    expect(questions).toHaveLength(1);
    answer = true;
    expect(await ask(secrets({}, "terminal"))).toBe("s3cret");
  });

  it.each([
    [server, server],
    [`${server}/web/`, `${server}:443/`],
    ["https://AIR.example.org", server],
  ])("goes to %s where the variable of its origin is %s", async (address, named) => {
    expect(await ask(secrets({ AQUEDUCT_MY_AIR_FLOW_ORIGIN: named }), address)).toBe("s3cret");
    expect(questions).toEqual([]);
  });

  it("goes nowhere else then, even where it was confirmed", async () => {
    await ask(secrets({}, "terminal"));
    await expect(
      ask(secrets({ AQUEDUCT_MY_AIR_FLOW_ORIGIN: "https://other.example.org" }, "terminal")),
    ).rejects.toThrow(
      "is for https://other.example.org alone, as AQUEDUCT_MY_AIR_FLOW_ORIGIN says, and aqueduct.json names https://air.example.org. If that is right, set AQUEDUCT_MY_AIR_FLOW_ORIGIN=https://air.example.org.",
    );
    expect(questions).toHaveLength(1);
  });

  it("of a database goes to the user that the variable names, where it names one", async () => {
    const named = { AQUEDUCT_MY_AIR_FLOW_ORIGIN: "postgresql://ann@db:5432/wines" };
    expect(await ask(secrets(named), "postgresql://db:5432")).toBe("s3cret");
    await expect(ask(secrets(named), "postgresql://db:5432", "bob")).rejects.toThrow(PasswordWithheld);
    expect(
      await ask(secrets({ AQUEDUCT_MY_AIR_FLOW_ORIGIN: "postgresql://db:5432" }), "postgresql://db:5432", "bob"),
    ).toBe("s3cret");
  });

  it("is told once for a server to which anybody on the way can read it", async () => {
    const from = secrets({ AQUEDUCT_MY_AIR_FLOW_ORIGIN: "http://air.example.org" });
    await ask(from, "http://air.example.org");
    await ask(from, "http://air.example.org/web");
    expect(warnings).toEqual([
      "Whoever is on the way to http://air.example.org can read the password, since it is http. Give the server an https address, and write that.",
    ]);
    await ask(secrets({ AQUEDUCT_MY_AIR_FLOW_ORIGIN: "http://127.0.0.1:8080" }), "http://127.0.0.1:8080");
    expect(warnings).toHaveLength(1);
  });
});

describe("the file of confirmed servers", () => {
  beforeEach(async () => {
    await ask(secrets({}, "terminal"));
  });

  it("counts for nothing where others can write it", async () => {
    await chmod(file, 0o666);
    await expect(ask(secrets({}))).rejects.toThrow(
      /so it is not used\. It must be a file of yours that nobody else can change/,
    );
  });

  it("is followed through no link", async () => {
    const elsewhere = path.join(folder, "elsewhere.json");
    await writeFile(elsewhere, await readFile(file, "utf8"), { mode: 0o600 });
    await rm(file);
    await symlink(elsewhere, file);
    await expect(ask(secrets({}))).rejects.toThrow(/is a link, so it is not used\./);
  });

  it.each([
    ["", "can't be read: "],
    ["[]", "can't be read: "],
    ['{"format": 2, "confirmed": []}', "it has format 2, and this Aqueduct reads up to 1: update it."],
  ])("that is %j says so", async (text, sentence) => {
    await writeFile(file, text, { mode: 0o600 });
    await expect(ask(secrets({}))).rejects.toThrow(sentence);
  });
});
