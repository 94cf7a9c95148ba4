import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hostileServer, type HostileServer } from "../../scripts/testbed/hostileServer.mjs";
import { aqueduct, start, type Place } from "../e2e/support/cli.js";

const credentials = { AWS_ACCESS_KEY_ID: "k", AWS_SECRET_ACCESS_KEY: "s", AQUEDUCT_PROD_PASSWORD: "p" };

let server: HostileServer;
let place: Place;

beforeEach(async () => {
  server = await hostileServer("hung");
  const cwd = await mkdtemp(path.join(tmpdir(), "hostile-"));
  place = {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: cwd, ...credentials, AQUEDUCT_PROD_ORIGIN: server.url },
  };
  const resources = {
    lake: { type: "store", bucket: "wines", endpoint: server.url },
    prod: { type: "airflow", url: server.url, username: "ann", dagFolder: cwd, store: "lake" },
  };
  await writeFile(path.join(cwd, "aqueduct.json"), JSON.stringify({ project: "p", resources }));
});

afterEach(async () => {
  await server.close();
  await rm(place.cwd, { recursive: true, force: true });
});

// security.md 9: "Test Connection" waited for ever, and three gigabytes of answer ended the process.
describe("the built command line, where Airflow", () => {
  it("does not answer, says for whom it waits, and ends at Ctrl-C", async () => {
    const { process: command, answer } = start(place, "connect", "prod");
    let isTold = false;
    command.stderr?.on("data", (text: string) => {
      if (isTold || !text.includes("Still waiting for http://127.0.0.1")) return;
      isTold = true;
      command.kill("SIGINT");
    });
    const { code, stderr } = await answer;
    expect(isTold, stderr).toBe(true);
    expect(code).toBe(3);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each(["endless", "broken", "truncated", "list"] as const)(
    "answers %s, ends with a sentence that names it",
    async (mischief) => {
      server.mischief = mischief;
      const { code, stdout, stderr } = await aqueduct(place, "connect", "prod");
      expect(code, stdout + stderr).not.toBe(0);
      expect(stdout + stderr).toMatch(/127\.0\.0\.1|prod/);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );
});
