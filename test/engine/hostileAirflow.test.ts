import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Publication } from "../../src/core/publish/publication.js";
import { currentKey, workflowKey } from "../../src/core/store/keys.js";
import { nodeHash } from "../../src/platform/hash.js";
import type { Place } from "../e2e/support/cli.js";

const password = "canary/pass w0rd";

/** What the server was sent. */
const seen: { readonly path: string; readonly body: string; readonly headers: string }[] = [];
let answer: (path: string, body: string, response: ServerResponse) => void;
let root: string;
let url: string;
const server = createServer((request: IncomingMessage, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    seen.push({ path: request.url ?? "", body, headers: JSON.stringify(request.headers) });
    if (request.url === "/api/v2/version") response.end('{"version": "3.3.2"}');
    else answer(request.url ?? "", body, response);
  });
});

/** A server that is not ours plays an Airflow, and a folder, which may have come with a clone, names it. */
beforeAll(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-hostile-")));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(root, { recursive: true, force: true });
});

afterEach(() => {
  seen.length = 0;
});

async function clone(name: string, origin?: string): Promise<Place> {
  const cwd = path.join(root, name);
  await mkdir(cwd, { recursive: true });
  await writeFile(
    path.join(cwd, "aqueduct.json"),
    JSON.stringify({
      project: "p-1",
      resources: {
        lake: { type: "store", folder: "lake" },
        airflow: { type: "airflow", url, username: "admin", dagFolder: ".", store: "lake" },
      },
    }),
  );
  return {
    cwd,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: path.join(root, "home"),
      AQUEDUCT_AIRFLOW_PASSWORD: password,
      ...(origin !== undefined && { AQUEDUCT_AIRFLOW_ORIGIN: origin }),
    },
  };
}

describe("a server that a folder calls its Airflow", () => {
  it.each([["connect", "airflow"], ["runs"]])(
    "gets no password by `aqueduct %s` before somebody has confirmed it",
    async (...words) => {
      answer = (_path, _body, response) => response.writeHead(201).end('{"access_token": "t"}');
      const place = await clone("unconfirmed");
      await publication(place);
      const said = await typed(place, ...words);
      expect(JSON.stringify(seen)).not.toMatch(/canary|auth\/token/);
      expect(said).toContain(`or set AQUEDUCT_AIRFLOW_ORIGIN=${url}.`);
    },
  );

  it("gets it where the variable of the origin names it", async () => {
    answer = (_path, _body, response) =>
      response.writeHead(201).end('{"access_token": "t", "dag_runs": [], "total_entries": 0}');
    await typed(await clone("confirmed", url), "connect", "airflow");
    expect(seen.map(({ path: asked }) => asked)).toContain("/auth/token");
  });

  it("neither sets the terminal's title nor wipes it", async () => {
    answer = (_path, _body, response) =>
      response.writeHead(500).end("\u001b]0;owned\u0007\u001b[2J\u009b2Jbroken\u202e");
    const said = await typed(await clone("escapes", url), "connect", "airflow");
    expect(said).toContain("broken");
    expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(said).not.toContain("owned");
  });

  it("that repeats what it was sent shows no password", async () => {
    answer = (asked, body, response) => {
      const { headers } = seen.at(-1) ?? { headers: "" };
      response
        .writeHead(500)
        .end(`${asked} ${body} ${headers} ${encodeURIComponent(body)} ${Buffer.from(body).toString("base64")}`);
    };
    const said = await typed(await clone("reflect", url), "connect", "airflow");
    expect(said).toContain("500 at POST /auth/token");
    for (const part of ["canary", "w0rd", Buffer.from("canary").toString("base64").slice(0, 7)])
      expect(said).not.toContain(part);
  });

  it("does not count as signed in where it answers with a list", async () => {
    answer = (asked, _body, response) =>
      response.writeHead(201).end(asked === "/auth/token" ? '{"access_token": "t"}' : "[]");
    const said = await typed(await clone("list", url), "connect", "airflow");
    expect(said).toContain("✗ signIn: Airflow answered a list where an object was due.");
  });

  it("that sends requests elsewhere is told with the address to write, and is not followed", async () => {
    answer = (asked, _body, response) => response.writeHead(307, { location: `https://air.example.org${asked}` }).end();
    const said = await typed(await clone("redirect", url), "connect", "airflow");
    expect(said).toContain("to https://air.example.org, which is not followed: a password would go along.");
  });
});

/** One that came along in the folder's store, so that a look at runs has an Airflow to ask. */
async function publication({ cwd }: Place): Promise<void> {
  const key = currentKey({ project: "p-1", key: workflowKey("wine", nodeHash) }, "airflow");
  const file = path.join(cwd, "lake", key);
  await mkdir(path.dirname(file), { recursive: true });
  const time = "2026-11-21T01:23:00.000000Z";
  const live: Publication = {
    format: 1,
    project: "p-1",
    workflow: "wine",
    target: "airflow",
    url,
    dagId: "wine",
    build: "a".repeat(64),
    dagFile: "wine.py",
    dagBlob: "b".repeat(64),
    startDate: time,
    publishedAt: time,
    publishedBy: "mallory",
  };
  await writeFile(file, JSON.stringify(live));
}

/** The built command line as people type it, without `--json`. */
async function typed({ cwd, env }: Place, ...args: readonly string[]): Promise<string> {
  const cli = path.resolve("dist/cli.js");
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd, env: { ...env } }, (_error, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
}
