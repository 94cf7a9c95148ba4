import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accountOf, isReadableOnTheWay, originOf, urlFault } from "../../../src/core/resources/account.js";
import { readProject } from "../../../src/core/resources/read.js";

interface Sample {
  readonly url: string;
  readonly origin: string;
  readonly user: string | null;
  readonly fault: "password" | "encoding" | null;
}

/** `test/runtime/eager/test_accounts.py` holds Python to the same table. */
const samples = JSON.parse(readFileSync("test/fixtures/databaseUrls.json", "utf8")) as readonly Sample[];

describe("a URL", () => {
  it.each(samples)("leads to $origin as $user: $url", ({ url, origin, user }) => {
    expect(originOf(url)).toBe(origin);
    expect(accountOf(url)).toEqual(user === null ? undefined : { origin, user });
  });

  it.each(samples)("is at fault for $fault: $url", ({ url, fault }) => {
    expect(urlFault(url) ?? null).toBe(fault);
  });

  it.each(samples.filter(({ fault, url }) => fault !== null && !url.startsWith("http")))(
    "in aqueduct.json is refused where it stands: $url",
    ({ url, fault }) => {
      const { value, problems } = readProject(
        JSON.stringify({ resources: { db: { type: "database", url } } }, undefined, 1),
        "/w",
      );
      expect(value.resources.has("db")).toBe(false);
      expect(problems.map(({ code, severity, line }) => [code, severity, line])).toEqual([
        [fault === "password" ? "resources-password" : "resources-encoding", "error", 5],
      ]);
      expect(JSON.stringify(problems)).not.toContain("secret");
    },
  );

  it("that is none has no origin", () => {
    expect([originOf("db.example.org"), accountOf("ann@db"), urlFault("a:b@c")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ["http://airflow.example.org", true],
    ["HTTP://10.0.0.7:8080/x", true],
    ["http://localhost.example.org", true],
    ["http://127.0.0.1.example.org", true],
    ["https://airflow.example.org", false],
    ["http://localhost:8080", false],
    ["http://air.localhost", false],
    ["http://127.0.0.2:8080/web", false],
    ["http://[::1]:8080", false],
  ])("%s can be read on the way: %s", (url, isReadable) => {
    expect(isReadableOnTheWay(url)).toBe(isReadable);
  });
});
