import { beforeEach, describe, expect, it } from "vitest";
import { Passwords, type Account } from "../../../../src/extension/world/passwords.js";

const origin = "https://airflow.example.org";
const variable = "AQUEDUCT_AIRFLOW_PASSWORD";

let stored: Map<string, string>;
let state: Map<string, unknown>;
let environment: Record<string, string>;
let isTrusted: boolean;
let answer: boolean;
let questions: (Account & { readonly variable: string })[];

/** What a window has after it was opened: storage and state stay, what was asked is forgotten. */
function passwords(): Passwords {
  return new Passwords({
    storage: {
      get: (key) => Promise.resolve(stored.get(key)),
      store: (key, value) => Promise.resolve(void stored.set(key, value)),
      delete: (key) => Promise.resolve(void stored.delete(key)),
    },
    state: { get: (key) => state.get(key), update: (key, value) => Promise.resolve(void state.set(key, value)) },
    environment,
    isTrusted: () => isTrusted,
    confirm: (name, account) => {
      questions.push({ variable: name, ...account });
      return Promise.resolve(answer);
    },
  });
}

beforeEach(() => {
  stored = new Map();
  state = new Map();
  environment = {};
  isTrusted = true;
  answer = true;
  questions = [];
});

describe("a password", () => {
  it("is kept for a server and user, whatever the resource is called", async () => {
    await passwords().keep(origin, "ann", "secret");
    expect(await passwords().password("airflow", origin, "ann")).toBe("secret");
    expect(await passwords().password("renamed", origin, "ann")).toBe("secret");
  });

  it("is unknown at another address and for another user", async () => {
    await passwords().keep(origin, "ann", "secret");
    expect(await passwords().password("airflow", "https://other.example.org", "ann")).toBeUndefined();
    expect(await passwords().password("airflow", origin, "bob")).toBeUndefined();
  });

  it("of the storage comes before that of the environment, without a question", async () => {
    environment[variable] = "other";
    await passwords().keep(origin, "ann", "secret");
    expect(await passwords().password("airflow", origin, "ann")).toBe("secret");
    expect(questions).toEqual([]);
  });

  it("stands in no state that is written to files in the clear", async () => {
    environment[variable] = "hunter2";
    await passwords().keep(origin, "ann", "hunter2");
    await passwords().password("airflow", "https://other.example.org", "ann");
    expect(JSON.stringify([...state])).not.toContain("hunter2");
  });

  it("is given to nobody in an untrusted workspace, and nothing is asked", async () => {
    environment[variable] = "other";
    await passwords().keep(origin, "ann", "secret");
    isTrusted = false;
    expect(await passwords().password("airflow", origin, "ann")).toBeUndefined();
    expect(await passwords().password("airflow", origin, "bob")).toBeUndefined();
    expect(questions).toEqual([]);
  });
});

describe("a password of the environment", () => {
  beforeEach(() => {
    environment[variable] = "secret";
  });

  it("is confirmed at its first use for a server and user, and then no more", async () => {
    const first = passwords();
    expect(
      await Promise.all([first.password("airflow", origin, "ann"), first.password("airflow", origin, "ann")]),
    ).toEqual(["secret", "secret"]);
    expect(await passwords().password("airflow", origin, "ann")).toBe("secret");
    expect(questions).toEqual([{ variable, origin, user: "ann" }]);
  });

  it("is asked about again for another server, and for another variable at the same", async () => {
    environment["AQUEDUCT_BANK_PASSWORD"] = "precious";
    const all = passwords();
    await all.password("airflow", origin, "ann");
    await all.password("airflow", "https://evil.example.org", "ann");
    await all.password("bank", origin, "ann");
    expect(questions).toHaveLength(3);
  });

  it("does not count as one that is kept once it is allowed", async () => {
    const all = passwords();
    await all.password("airflow", origin, "ann");
    expect(all.keeps(origin, "ann")).toBe(false);
    await all.keep(origin, "ann", "typed");
    expect(all.keeps(origin, "ann")).toBe(true);
  });

  it("is neither asked about nor used by what nobody has just begun, until it was confirmed", async () => {
    const all = passwords();
    const quiet = all.withoutAsking();
    expect(await quiet.password("airflow", origin, "ann")).toBeUndefined();
    expect(quiet.remedy?.("airflow")).toBe(`Sign in: the password in ${variable} is used once you confirm it.`);
    expect(questions).toEqual([]);
    await all.password("airflow", origin, "ann");
    expect(await quiet.password("airflow", origin, "ann")).toBe("secret");
  });

  it("goes without a question where the variable of its origin says, and nowhere else", async () => {
    environment["AQUEDUCT_AIRFLOW_ORIGIN"] = `${origin}/`;
    const all = passwords();
    expect(await all.password("airflow", `${origin}/web`, "ann")).toBe("secret");
    expect(await all.withoutAsking().password("airflow", origin, "ann")).toBe("secret");
    expect(await all.password("airflow", "https://evil.example.org", "ann")).toBeUndefined();
    expect(all.withoutAsking().remedy?.("airflow")).toBe(
      `The password in ${variable} is for ${origin} alone, as AQUEDUCT_AIRFLOW_ORIGIN says.`,
    );
    expect(questions).toEqual([]);
  });

  it("is not used where that was refused, which is asked once in a window", async () => {
    answer = false;
    const all = passwords();
    expect(await all.password("airflow", origin, "ann")).toBeUndefined();
    expect(await all.password("airflow", origin, "ann")).toBeUndefined();
    expect(questions).toHaveLength(1);
  });

  it("is used without a question once it was allowed, also after a refusal", async () => {
    answer = false;
    const all = passwords();
    await all.password("airflow", origin, "ann");
    await all.allow("airflow", origin, "ann");
    expect(await all.password("airflow", origin, "ann")).toBe("secret");
    expect(questions).toHaveLength(1);
  });

  it("counts as absent where it is empty", async () => {
    environment[variable] = "";
    expect(await passwords().password("airflow", origin, "ann")).toBeUndefined();
    expect(questions).toEqual([]);
  });
});

describe("forgetting", () => {
  it("takes away what is kept and what was allowed for that server and user alone", async () => {
    environment[variable] = "from the environment";
    const all = passwords();
    await all.keep(origin, "ann", "secret");
    await all.keep(origin, "bob", "other");
    await all.allow("airflow", origin, "ann");
    await all.forget(origin, "ann");
    expect(await all.has(origin, "ann")).toBe(false);
    expect(await all.password("airflow", origin, "bob")).toBe("other");
    expect(all.accounts()).toEqual([{ origin, user: "bob" }]);
    answer = false;
    expect(await all.password("airflow", origin, "ann")).toBeUndefined();
    expect(questions).toHaveLength(1);
  });

  it("offers each server and user once, with users as odd as they may be", async () => {
    const all = passwords();
    await all.keep(origin, "a|b", "x");
    await all.allow("airflow", origin, "a|b");
    await all.keep("postgresql://db", "ann", "y");
    expect(all.accounts()).toEqual([
      { origin, user: "a|b" },
      { origin: "postgresql://db", user: "ann" },
    ]);
  });
});
