import { describe, expect, it } from "vitest";
import { ensureProjectId, findFolder, loadResources } from "../../../src/core/resources/load.js";
import { sqlitePath, urlWithPassword } from "../../../src/core/resources/paths.js";
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
