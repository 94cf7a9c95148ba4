import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { conclusion, npmOutcome, pipOutcome } from "../../scripts/audit/outcomes.mjs";
import { root } from "./support/repository.js";

const printed = (answer: unknown): { stdout: string; stderr: string } => ({
  stdout: typeof answer === "string" ? answer : JSON.stringify(answer),
  stderr: "",
});
const noTools: ReadonlySet<string> = new Set();
const report = { auditReportVersion: 2, vulnerabilities: {}, metadata: { dependencies: { total: 770 } } };

describe("a look for known vulnerabilities", () => {
  it.each([
    [
      "a registry that has no advisories",
      { message: "405 Method Not Allowed - POST /advisories/bulk", error: {} },
      "405",
    ],
    ["an error page", "<html>Gateway timeout</html>", "no report"],
    ["nothing", "", "no report"],
    ["a report of another version", { ...report, auditReportVersion: 3 }, "not with a report"],
    ["a report about no package", { ...report, metadata: { dependencies: { total: 0 } } }, "not with a report"],
    ["a report without its list", { ...report, vulnerabilities: undefined }, "not with a report"],
    ["a list", [], "without a report"],
  ])("is told as not done where npm answers with %s", (_, answer, why) => {
    expect(npmOutcome(printed(answer), noTools)).toEqual({
      kind: "unchecked",
      why: expect.stringContaining(why) as string,
    });
  });

  it("is told as not done where a tool is not there", () => {
    const error = new Error("spawn pip-audit ENOENT");
    expect(pipOutcome({ stdout: "", stderr: "", error }, ["cloudpickle"])).toMatchObject({ kind: "unchecked" });
  });

  it.each([
    [
      "could not look up, and calls free of vulnerabilities all the same",
      { dependencies: [{ name: "cloudpickle", skip_reason: "Dependency not found on PyPI and could not be audited" }] },
    ],
    ["says nothing of", { dependencies: [], fixes: [] }],
    ["was asked for, in an answer of another shape", { fixes: [] }],
  ])("is told as not done of a package that pip-audit %s", (_, answer) => {
    expect(pipOutcome(printed(answer), ["cloudpickle"])).toMatchObject({ kind: "unchecked" });
  });

  it("names what pip-audit knows", () => {
    const dependencies = [{ name: "cloudpickle", version: "3.1.2", vulns: [{ id: "PYSEC-1" }] }];
    expect(pipOutcome(printed({ dependencies }), ["cloudpickle"])).toEqual({
      kind: "known",
      found: ["cloudpickle 3.1.2: PYSEC-1"],
    });
    const none = [{ name: "cloudpickle", version: "3.1.2", vulns: [] }];
    expect(pipOutcome(printed({ dependencies: none }), ["cloudpickle"])).toEqual({ kind: "nothing", looked: 1 });
  });

  it("ends with 0 only where everything was looked at", () => {
    const nothing = { kind: "nothing", looked: 3 } as const;
    const unchecked = { kind: "unchecked", why: "offline" } as const;
    const known = { kind: "known", found: ["a"] } as const;
    const codeOf = (...outcomes: Parameters<typeof conclusion>[0][number][1][]): number =>
      conclusion(outcomes.map((outcome) => ["it", outcome] as const)).code;
    expect([codeOf(nothing, nothing), codeOf(nothing, unchecked), codeOf(unchecked, known), codeOf()]).toEqual([
      0, 3, 1, 3,
    ]);
    expect(conclusion([["it", unchecked]]).lines).toEqual(["it: COULD NOT BE CHECKED: offline"]);
  });
});

/** A registry that knows these advisories, by package. */
async function registry(advisories: unknown): Promise<string> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? "");
    const versions = { "0.0.1": { name, version: "0.0.1" } };
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify(request.method === "POST" ? advisories : { name, "dist-tags": { latest: "0.0.1" }, versions }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

/** `npm run audit` against it, without a pip-audit. */
async function audited(advisories: unknown): Promise<{ readonly code: unknown; readonly lines: readonly string[] }> {
  // npm keeps advisories in its cache, by their numbers: those of a test must not stay.
  const cache = mkdtempSync(path.join(tmpdir(), "aqueduct-npm-"));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const env = { ...process.env, npm_config_registry: await registry(advisories), npm_config_cache: cache };
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(root, "scripts/audit.mjs")], { env }, (error, stdout) => {
      resolve({ code: error?.code ?? 0, lines: stdout.trim().split("\n") });
    });
  });
}

describe("npm run audit, with the npm of this machine", () => {
  it("names each advisory of what the lock file has, and whether it ships", async () => {
    const advisory = (id: number, title: string): unknown => ({
      id,
      title,
      url: `https://example.org/${String(id)}`,
      severity: "high",
      vulnerable_versions: "*",
    });
    const { code, lines } = await audited({ axios: [advisory(1, "It leaks")], esbuild: [advisory(2, "It serves")] });
    expect(code).toBe(1);
    expect(lines).toContain("  axios *, high: It leaks (https://example.org/1)");
    expect(lines).toContain("  esbuild *, high, a tool of ours: It serves (https://example.org/2)");
  });

  it("says of how many packages nothing is known", async () => {
    const { lines } = await audited({});
    expect(lines[0]).toMatch(/^package-lock\.json: no vulnerability is known of [1-9]\d{2,} packages\.$/);
  });
});
