import { describe, expect, it } from "vitest";
import { AirflowClient } from "../../../src/core/airflow/client.js";
import { AirflowError, detailOf, isAirflowError } from "../../../src/core/airflow/errors.js";
import { AirflowSession } from "../../../src/core/airflow/session.js";
import { Unreachable, type Http, type Secrets } from "../../../src/core/ports.js";
import { fakeHttp, type Answer } from "../../fakes/fakeHttp.js";
import { client, json, token, url } from "./asking.js";

const isSignIn = ({ url: asked }: { readonly url: string }): boolean => asked === `${url}/auth/token`;
const secrets: Secrets = { password: () => Promise.resolve("pw") };
const account = { name: "airflow", url, username: "ann" };
const caught = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe("signing in", () => {
  it("sends user and password, as JSON, without a token", async () => {
    const { airflow, http } = client(() => undefined);
    await airflow.signIn();
    expect(http.asked).toEqual([
      {
        method: "POST",
        url: `${url}/auth/token`,
        headers: { accept: "application/json", "content-type": "application/json" },
        body: '{"username":"ann","password":"pw"}',
      },
    ]);
  });

  it("is tried again after it failed: a failure is not kept", async () => {
    let isUp = false;
    const { airflow } = client((request) => {
      if (!isSignIn(request)) return json({ dag_id: "d" });
      return isUp ? token : { status: 503, text: "" };
    });
    await expect(airflow.signIn()).rejects.toMatchObject({ kind: "failed" });
    await expect(airflow.dag("d")).rejects.toMatchObject({ kind: "failed" });
    isUp = true;
    expect((await airflow.dag("d"))?.dagId).toBe("d");
  });

  it("is tried again with another password once one was refused", async () => {
    let password = "wrong";
    const http = fakeHttp((request) =>
      request.body?.includes("right") === true ? token : json({ detail: "Invalid credentials" }, 401),
    );
    const airflow = new AirflowClient(account, http, { password: () => Promise.resolve(password) });
    await expect(airflow.signIn()).rejects.toMatchObject({ kind: "signedOut" });
    password = "right";
    await airflow.signIn();
    expect(http.asked).toHaveLength(2);
  });

  it("that fails late does not throw away the token of one that was begun after it", async () => {
    let signIns = 0;
    let failSecond = (): void => undefined;
    const http: Http = {
      send: (request) => {
        if (!isSignIn(request)) {
          const isOld = request.headers?.["authorization"] === "Bearer t1";
          return Promise.resolve({ status: isOld ? 401 : 200, headers: {}, text: '{"dag_id":"d"}' });
        }
        signIns += 1;
        if (signIns === 3) setImmediate(() => failSecond());
        return signIns === 2
          ? new Promise((resolve) => (failSecond = () => resolve({ status: 500, headers: {}, text: "" })))
          : Promise.resolve({ status: 201, headers: {}, text: `{"access_token":"t${signIns}"}` });
      },
    };
    const airflow = new AirflowClient(account, http, secrets);
    const both = await Promise.allSettled([airflow.dag("a"), airflow.dag("b")]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    await airflow.dag("c");
    expect(signIns).toBe(3);
  });

  it("that one caller no longer waits for goes on for the others", async () => {
    const { airflow, http } = client(() => undefined);
    const stopped = airflow.signIn(AbortSignal.abort(new Error("stopped")));
    await expect(stopped).rejects.toThrow("stopped");
    await airflow.signIn();
    expect(http.asked).toHaveLength(1);
  });

  it("is done anew for a request whose token was refused, and the new token is kept", async () => {
    const answers: { readonly [token: string]: number } = { "Bearer t1": 401, "Bearer t2": 200 };
    let tokens = 0;
    const { airflow } = client((request) =>
      isSignIn(request)
        ? json({ access_token: `t${(tokens += 1)}` }, 201)
        : json({ dag_id: "d" }, answers[request.headers?.["authorization"] ?? ""] ?? 500),
    );
    await airflow.dag("d");
    await airflow.dag("d");
    expect(tokens).toBe(2);
  });

  it.each([401, 403])("that is refused with %i says whose password it was", async (status) => {
    const { airflow } = client((request) => (isSignIn(request) ? json({ detail: "no" }, status) : undefined));
    expect(await caught(airflow.signIn())).toMatchObject({
      kind: "signedOut",
      message: 'Airflow "airflow" does not take this password of ann. Set AQUEDUCT_AIRFLOW_PASSWORD.',
    });
  });

  it("without a user names what to add", async () => {
    const http = fakeHttp(() => token);
    expect(await caught(new AirflowClient({ name: "airflow", url }, http, secrets).signIn())).toMatchObject({
      kind: "signedOut",
      message: 'No user is named for Airflow "airflow". Add "username" to it in aqueduct.json.',
    });
    expect(http.asked).toEqual([]);
  });

  it("without a password gives the remedy of whoever keeps passwords", async () => {
    const asked: unknown[] = [];
    const keeper: Secrets = {
      password: (...of) => {
        asked.push(of);
        return Promise.resolve(undefined);
      },
      remedy: (name) => `Sign in to ${name}.`,
    };
    expect(
      await caught(
        new AirflowClient(
          account,
          fakeHttp(() => token),
          keeper,
        ).signIn(),
      ),
    ).toMatchObject({
      kind: "signedOut",
      message: 'No password is known for ann at Airflow "airflow". Sign in to airflow.',
    });
    expect(asked).toEqual([["airflow", url, "ann"]]);
  });

  it.each<[string, ReturnType<Answer>, RegExp]>([
    [
      "without a token",
      json({}, 201),
      /gave no token \(201 at POST \/auth\/token\)\. Is password sign-in switched on there\? $/,
    ],
    ["with a token that is no text", json({ access_token: 7 }, 200), /gave no token \(200/],
    ["with another status", json({ detail: "gone", access_token: "t" }, 404), /gave no token \(404 .* there\? gone$/],
    ["that is no JSON", { status: 200, text: "<html>" }, /answered POST \/auth\/token with something else than JSON/],
  ])("%s has failed", async (_what, answer, words) => {
    const { airflow } = client((request) => (isSignIn(request) ? answer : undefined));
    expect(await caught(airflow.signIn())).toMatchObject({
      kind: "failed",
      message: expect.stringMatching(words) as string,
    });
  });

  it("is done by a 200 as well as by a 201", async () => {
    const { airflow, http } = client((request) =>
      isSignIn(request) ? json({ access_token: "t7" }, 200) : json({ dag_id: "d" }),
    );
    await airflow.dag("d");
    expect(http.asked.at(-1)?.headers?.["authorization"]).toBe("Bearer t7");
  });
});

describe("a request", () => {
  it("is refused at most twice: then the clock or the address is wrong", async () => {
    const { airflow, http } = client((request) =>
      isSignIn(request) ? undefined : json({ detail: "Token Expired" }, 401),
    );
    expect(await caught(airflow.dag("d"))).toMatchObject({
      kind: "signedOut",
      message:
        'ann at Airflow "airflow" was signed out at once. Is this machine\'s clock right, and does one Airflow answer at http://airflow?',
    });
    expect(http.asked).toHaveLength(4);
  });

  it("that is refused twice for its token's key is signed out, not forbidden", async () => {
    const { airflow } = client((request) =>
      isSignIn(request) ? undefined : json({ detail: "Invalid JWT token" }, 403),
    );
    expect(await caught(airflow.dag("d"))).toMatchObject({ kind: "signedOut" });
  });

  it("that is refused in the words for a token, but as a wrong request, does not sign in again", async () => {
    const { airflow, http } = client((request) =>
      isSignIn(request) ? undefined : json({ detail: "Invalid JWT token" }, 400),
    );
    expect(await caught(airflow.dag("d"))).toMatchObject({ kind: "refused" });
    expect(http.asked).toHaveLength(2);
  });

  it("that the role may not make does not sign in again, and names role and request without its query", async () => {
    const { airflow, http } = client((request) => (isSignIn(request) ? undefined : json({ detail: "Forbidden" }, 403)));
    expect(await caught(airflow.setPaused("d", true))).toMatchObject({
      kind: "forbidden",
      message:
        'The role of ann at Airflow "airflow" may not do that (PATCH /api/v2/dags/d). Ask for one that may, such as "User".',
    });
    expect(http.asked).toHaveLength(2);
  });

  it.each([500, 503])("that Airflow breaks at with %i says so, with its own words", async (status) => {
    const { airflow } = client((request) => (isSignIn(request) ? undefined : json({ detail: "No space." }, status)));
    expect(await caught(airflow.dag("d"))).toMatchObject({
      kind: "failed",
      message: `Airflow "airflow" broke (${status} at GET /api/v2/dags/d): No space. Its own log tells more.`,
    });
  });

  it("that Airflow understood and refused carries its words", async () => {
    const { airflow } = client((request) => (isSignIn(request) ? undefined : json({ detail: "Not now." }, 499)));
    expect(await caught(airflow.dag("d"))).toMatchObject({
      kind: "refused",
      message: 'Airflow "airflow" refused (499 at GET /api/v2/dags/d): Not now.',
    });
  });

  it("that gets something else than JSON asks whether the address is right", async () => {
    const { airflow } = client((request) => (isSignIn(request) ? undefined : { status: 200, text: "<html>" }));
    const error = await caught(airflow.dag("d"));
    expect(error).toMatchObject({
      kind: "failed",
      message:
        "http://airflow answered GET /api/v2/dags/d with something else than JSON. Is that the address of Airflow's web interface?",
    });
    expect((error as Error).cause).toBeInstanceOf(SyntaxError);
  });

  it("that gets no answer says why, and keeps the cause", async () => {
    const cause = new Unreachable(url, "nothing listens there.");
    const { airflow } = client(() => {
      throw cause;
    });
    const error = await caught(airflow.dag("d"));
    expect(error).toMatchObject({
      kind: "unreachable",
      message: 'Airflow "airflow" at http://airflow does not answer: nothing listens there.',
    });
    expect((error as Error).cause).toBe(cause);
  });

  it("that fails for another reason than the network is not called unreachable", async () => {
    const bug = new TypeError("a bug");
    const { airflow } = client(() => {
      throw bug;
    });
    await expect(airflow.dag("d")).rejects.toBe(bug);
  });

  it("has a body and its type only where there is one, and the caller's signal only where there is one", async () => {
    const { signal } = new AbortController();
    const { airflow, http } = client((request) => (isSignIn(request) ? undefined : json({ dag_id: "d" })));
    await airflow.dag("d");
    await airflow.dag("d", signal);
    const plain = { method: "GET", url: `${url}/api/v2/dags/d` };
    const headers = { accept: "application/json", authorization: "Bearer t1" };
    expect(http.asked.slice(1)).toEqual([
      { ...plain, headers },
      { ...plain, headers, signal },
    ]);
  });

  it("tells whose account it is made with", () => {
    expect(client(() => undefined).airflow.account).toEqual(account);
  });

  it.each([200, 201, 204, 299])("is a success with %i", async (status) => {
    const session = new AirflowSession(
      account,
      fakeHttp((request) => (isSignIn(request) ? token : json(7, status))),
      secrets,
    );
    expect(await session.json({ method: "GET", path: "/" })).toBe(7);
  });

  it.each([199, 300, 302])("is none with %i", async (status) => {
    const session = new AirflowSession(
      account,
      fakeHttp((request) => (isSignIn(request) ? token : json(7, status))),
      secrets,
    );
    await expect(session.json({ method: "GET", path: "/" })).rejects.toMatchObject({ kind: "refused" });
  });
});

describe("a redirect", () => {
  it.each([
    ["https://air.example.org/api/v2/dags?token=1", "https://air.example.org"],
    ["/web/api/v2/dags", "http://airflow/web"],
    ["https://login.example.org/sso", "https://login.example.org/sso"],
  ])("to %s is told, with the address to write, and not followed", async (location, address) => {
    const http = fakeHttp((request) => (isSignIn(request) ? token : { status: 308, headers: { location }, text: "" }));
    const session = new AirflowSession(account, http, secrets);
    await expect(session.json({ method: "GET", path: "/api/v2/dags" })).rejects.toThrow(
      `http://airflow sends GET /api/v2/dags elsewhere (308), to ${address}, which is not followed: a password would go along. If Airflow is there, write that address as "url" of "airflow".`,
    );
    expect(http.asked.map(({ url: to }) => to).filter((to) => !to.startsWith(url))).toEqual([]);
  });
});

describe("an answer that is none of Airflow's", () => {
  it.each([[[]], [{}], [null]])("such as %j does not count as signed in", async (answer) => {
    const { airflow } = client(() => json(answer, 201));
    await expect(airflow.signIn()).rejects.toThrow(AirflowError);
    const other = client((request) => (isSignIn(request) ? token : json(answer)));
    await expect(other.airflow.dagRuns("~", { limit: 1 })).rejects.toThrow(AirflowError);
  });
});

describe("an error page that repeats the request", () => {
  const password = 'sécret/pass "w0rd"&<é>';
  const base64 = Buffer.from(`ann:${password}`).toString("base64");
  it.each([
    ["as it is", (text: string) => text],
    ["as JSON", (text: string) => JSON.stringify({ request: text })],
    ["as JSON of Python", (text: string) => JSON.stringify(text).replace(/é/g, "\\u00e9")],
    ["as JSON in JSON", (text: string) => JSON.stringify(JSON.stringify(text))],
    ["in a URL", encodeURIComponent],
    ["in a form", (text: string) => encodeURIComponent(text).replaceAll("%20", "+")],
    ["twice in a URL", (text: string) => encodeURIComponent(encodeURIComponent(text))],
    ["every byte in a URL", (text: string) => Buffer.from(text).toString("hex").replace(/../g, "%$&")],
    [
      "in HTML",
      (text: string) =>
        text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
    ],
    [
      "every character in HTML",
      (text: string) => Array.from(text, (one) => `&#${String(one.codePointAt(0))};`).join(""),
    ],
    ["in base64", (text: string) => Buffer.from(text).toString("base64")],
    ["in base64 for URLs", (text: string) => Buffer.from(text).toString("base64url")],
    ["within other base64", (text: string) => Buffer.from(`{"p":"${text}"}`).toString("base64")],
    ["as basic authentication", () => `Basic ${base64}`],
  ])("shows no password %s, wherever it answers", async (_how, spell) => {
    const cut = `${"x".repeat(299 - spell(password).length / 2)}${spell(password)}`;
    for (const page of [
      `You sent ${spell(password)}!`,
      cut,
      JSON.stringify({ detail: `You sent ${spell(password)}!` }),
    ]) {
      const signIn = client(() => ({ status: 500, text: page }), password);
      const said = String(await caught(signIn.airflow.signIn()));
      const later = client((request) => (isSignIn(request) ? token : { status: 400, text: page }), password);
      const saidLater = String(await caught(later.airflow.dagRuns("~", { limit: 1 })));
      for (const text of [said, saidLater]) {
        expect(text).toMatch(/500|refused/);
        for (const part of ["sécr", "s\\u00e9cr", "w0rd", spell(password), base64]) expect(text).not.toContain(part);
      }
    }
  });

  it("shows no token, and keeps the rest of its words", async () => {
    const given = json({ access_token: "eyJhbGciOi.J9.sig" }, 201);
    const { airflow } = client((request) =>
      isSignIn(request) ? given : { status: 500, text: "Bearer eyJhbGciOi.J9.sig broke it" },
    );
    expect(String(await caught(airflow.dagRuns("~", { limit: 1 })))).toContain("Bearer *** broke it");
  });

  it("is left out where a secret is too short to be taken out", async () => {
    const { airflow } = client(() => ({ status: 500, text: "broken pw" }), "pw");
    expect(String(await caught(airflow.signIn()))).toContain("what it said is left out, since it repeats a secret");
  });
});

describe("Airflow's own words in an answer", () => {
  it.each<[string, string, string]>([
    ["are a text", '{"detail":"Not found"}', "Not found"],
    [
      "are a list of what was wrong with a request",
      '{"detail":[{"loc":["body","conf"],"msg":"bad"},{"msg":"worse"}]}',
      "body.conf: bad; : worse",
    ],
    [
      "are the reason in an object",
      '{"detail":{"reason":"Unique constraint violation"}}',
      "Unique constraint violation",
    ],
    ["are all that there is where the object gives no reason", '{"detail":{"other":1}}', '{"detail":{"other":1}}'],
    ["are all that there is where there is no detail", '{"title":"x"}', '{"title":"x"}'],
    ["are what there is in a list of other things", '{"detail":[null,{"loc":"x","msg":1}]}', "null; : 1"],
    ["are the text that is no JSON", "Internal Server Error", "Internal Server Error"],
    ["are JSON that is no object", "null", "null"],
    ["are a detail of null", '{"detail":null}', '{"detail":null}'],
    ["are none in a page of a proxy", "<html><body>502", ""],
    ["are cut where they are long", "x".repeat(301), "x".repeat(300)],
  ])("%s", (_what, text, words) => {
    expect(detailOf(text)).toBe(words);
  });
});

describe("a failure of Airflow", () => {
  const error = new AirflowError("absent", "gone");

  it("is told from others by its kind", () => {
    expect([
      isAirflowError(error),
      isAirflowError(error, "absent"),
      isAirflowError(error, "failed", "absent"),
      isAirflowError(error, "failed"),
      isAirflowError(new Error("gone")),
      isAirflowError(new Error("gone"), "absent"),
    ]).toEqual([true, true, true, false, false, false]);
    expect([error.name, error.kind, error.message]).toEqual(["AirflowError", "absent", "gone"]);
  });
});
