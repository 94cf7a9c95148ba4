import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { NotTrusted } from "../../../src/core/ports.js";
import { ensureProjectId, findFolder, loadResources, unusedProject } from "../../../src/core/resources/load.js";
import { sqlitePath, urlWithPassword } from "../../../src/core/resources/paths.js";
import { nodeFiles } from "../../../src/platform/files.js";
import { inMemoryFiles } from "../../fakes/inMemoryFiles.js";

const random = { hex: (bytes: number) => "ab".repeat(bytes) };

describe("the project id", () => {
  it("is made once, first in the file, and leaves comments and order alone", async () => {
    const text =
      '{\n    // where the wines are\n    "resources": {\n        "b": {"type": "store", "folder": "s"}, // shared\n        "a": {"type": "store", "folder": "t"}\n    }\n}\n';
    const files = inMemoryFiles({ "/w/aqueduct.json": text });
    expect(await ensureProjectId(files, random, "/w")).toBe("p-abababababababab");
    const after = await files.readText("/w/aqueduct.json");
    expect(after).toContain('    "project": "p-abababababababab",\n');
    for (const line of text.split("\n").filter((one) => one !== "{")) expect(after).toContain(line);
    expect(await ensureProjectId(files, { hex: () => "00" }, "/w")).toBe("p-abababababababab");
    expect(await files.readText("/w/aqueduct.json")).toBe(after);
  });

  it("makes the file where there is none", async () => {
    const files = inMemoryFiles({});
    const id = await ensureProjectId(files, random, "/w");
    expect((await loadResources(files, "/w")).value.id).toBe(id);
  });

  it("does not touch a file that it cannot read", async () => {
    const files = inMemoryFiles({ "/w/aqueduct.json": '{"resources": {' });
    await expect(ensureProjectId(files, random, "/w")).rejects.toThrow(/\/w\/aqueduct\.json, line 1: .*not JSON/);
    expect(await files.readText("/w/aqueduct.json")).toBe('{"resources": {');
  });
});

describe("the folder of a workflow", () => {
  const files = inMemoryFiles({ "/w/aqueduct.json": "{}", "/w/deep/aqueduct.json": "{}" });

  it("is the nearest one with aqueduct.json", async () => {
    expect(await findFolder(files, "/w/deep/er/flow.py")).toBe("/w/deep");
    expect(await findFolder(files, "/w/other/flow.py", "/x")).toBe("/w");
  });

  it("is else the workspace's, else the file's own", async () => {
    expect(await findFolder(files, "/x/y/flow.py", "/x")).toBe("/x");
    expect(await findFolder(files, "/x/y/flow.py")).toBe("/x/y");
  });
});

describe("the search for the folder of a workflow", () => {
  const above = { "/w/aqueduct.json": "{}", "/w/repository/flow.py": "" };

  it("ends at the root of a repository", async () => {
    const files = inMemoryFiles({ ...above, "/w/repository/.git/HEAD": "ref: refs/heads/main" });
    expect(await findFolder(files, "/w/repository/flow.py")).toBe("/w/repository");
    const worktree = inMemoryFiles({ ...above, "/w/repository/.git": "gitdir: /elsewhere" });
    expect(await findFolder(worktree, "/w/repository/deep/flow.py")).toBe("/w/repository/deep");
  });

  it("ends at the workspace folder", async () => {
    expect(await findFolder(inMemoryFiles(above), "/w/repository/flow.py", "/w/repository")).toBe("/w/repository");
  });

  it("ends where folders of somebody else begin", async () => {
    const files = inMemoryFiles(above);
    const below = { ...files, endsSearch: (folder: string) => Promise.resolve(folder === "/w/repository") };
    expect(await findFolder(files, "/w/repository/flow.py")).toBe("/w");
    expect(await findFolder(below, "/w/repository/flow.py")).toBe("/w/repository");
  });
});

describe("an aqueduct.json above the end of the search", () => {
  it("is told, and not used", async () => {
    const files = inMemoryFiles({
      "/w/aqueduct.json": "{}",
      "/w/repository/.git/HEAD": "",
      "/w/repository/a/flow.py": "",
    });
    expect(await unusedProject(files, "/w/repository/a/flow.py", "flow.py")).toMatchObject({
      code: "resources-above",
      severity: "information",
      file: "flow.py",
      line: 1,
      message: expect.stringMatching(
        /^\/w\/aqueduct\.json is not used here: .*Put an aqueduct\.json into \/w\/repository\/a,/,
      ) as string,
    });
    files.contents.set("/w/repository/aqueduct.json", "{}");
    expect(await unusedProject(files, "/w/repository/a/flow.py", "flow.py")).toBeUndefined();
    expect(await unusedProject(inMemoryFiles({ "/w/flow.py": "" }), "/w/flow.py", "flow.py")).toBeUndefined();
  });
});

describe("an aqueduct.json", () => {
  it("that is not the user's own says nothing, and is a problem that says why", async () => {
    const refused = new NotTrusted("/w/aqueduct.json", "/w/aqueduct.json belongs to somebody else.");
    const files = { ...inMemoryFiles({ "/w/aqueduct.json": "{}" }), readOwned: () => Promise.reject(refused) };
    const { value, problems } = await loadResources(files, "/w");
    expect(value.resources.size).toBe(0);
    expect(problems).toEqual([
      expect.objectContaining({ code: "resources-not-trusted", severity: "error", message: refused.message, line: 1 }),
    ]);
    await expect(ensureProjectId(files, random, "/w")).rejects.toThrow(refused);
  });

  it.each(["..", "."])("whose project is %j is refused there: no store has a place for it", async (project) => {
    const files = inMemoryFiles({ "/w/aqueduct.json": `{\n  "project": "${project}"\n}` });
    const { value, problems } = await loadResources(files, "/w");
    expect(value.id).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: "resources-value", severity: "error", line: 2 })]);
    await expect(ensureProjectId(files, random, "/w")).rejects.toThrow("/w/aqueduct.json, line 2:");
  });

  it("with a byte order mark is read, and keeps its project id", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "mark-"));
    try {
      const file = path.join(folder, "aqueduct.json");
      await writeFile(file, '\u{FEFF}{"resources": {"s": {"type": "store", "folder": "s"}}}\r\n', { mode: 0o600 });
      const id = await ensureProjectId(nodeFiles, random, folder);
      const { value, problems } = await loadResources(nodeFiles, folder);
      expect(problems).toEqual([]);
      expect([value.id, ...value.resources.keys()]).toEqual([id, "s"]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("database URLs", () => {
  it("get their password without breaking on its characters", () => {
    expect(urlWithPassword("postgresql://ann@db/wines", "a@b/c")).toBe("postgresql://ann:a%40b%2Fc@db/wines");
    expect(urlWithPassword("postgresql://ann:@db/wines", "pw")).toBe("postgresql://ann:pw@db/wines");
    expect(urlWithPassword("sqlite:////a.db", undefined)).toBe("sqlite:////a.db");
  });

  it("of SQLite stand relative to the folder", () => {
    expect(sqlitePath("sqlite:///../demo.db?mode=ro", "/w/x")).toBe("sqlite:////w/demo.db?mode=ro");
    expect(sqlitePath("sqlite:///:memory:", "/w")).toBe("sqlite:///:memory:");
    expect(sqlitePath("sqlite:///demo.db", "C:\\wines")).toBe("sqlite:///C:/wines/demo.db");
  });
});
