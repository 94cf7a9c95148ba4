import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { findEngine } from "../../../src/platform/engineClient.js";
import { identityOf } from "../../../src/platform/processIdentity.js";
import { silentLog } from "../../fakes/silentLog.js";

describe("an engine of another version", () => {
  it("is named, and not asked what it would not understand", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "engine-card-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const own = path.join(folder, ".air-executor", ".engine");
    mkdirSync(own, { recursive: true, mode: 0o700 });
    // As version 2 left it, which lives; nobody listens there, so whoever connects is found out.
    const card = {
      format: 1,
      protocol: 2,
      ...identityOf(process.pid),
      socket: path.join(folder, "none"),
      startedAt: "",
    };
    writeFileSync(path.join(own, "engine.json"), JSON.stringify(card), { mode: 0o600 });
    await expect(findEngine({ folder, log: silentLog })).rejects.toThrow(
      `The local engine that runs for ${folder} is of another version of Aqueduct (protocol 2, not 3; process ${process.pid}). End it with "aqueduct engine stop" or "kill ${process.pid}";`,
    );
  });
});
