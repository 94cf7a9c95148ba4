import { describe, expect, it } from "vitest";
import { holdsUp, readFromDisk, type OpenDocument } from "../../../../src/extension/documents/readFromDisk.js";

function open(file: string, languageId: string): OpenDocument {
  const scheme = file.startsWith("/") ? "file" : "untitled";
  const uri = scheme === "file" ? `file://${file}` : `untitled:${file}`;
  return { uri: { scheme, toString: () => uri }, fileName: file, languageId };
}

const workflow = open("/wine/flow.py", "python");

function saved(...documents: readonly OpenDocument[]): readonly string[] {
  return readFromDisk("file:///wine/flow.py", documents).map(({ fileName }) => fileName);
}

describe("what is saved before a workflow file is traced", () => {
  it("is the file, other Python, and aqueduct.json", () => {
    expect(saved(workflow, open("/wine/steps.py", "python"), open("/wine/aqueduct.json", "jsonc"))).toEqual([
      "/wine/flow.py",
      "/wine/steps.py",
      "/wine/aqueduct.json",
    ]);
  });

  it("is so in every folder, since an import path may lead anywhere", () => {
    expect(saved(open("/shared/tools.py", "python"), open("/aqueduct.json", "json"))).toEqual([
      "/shared/tools.py",
      "/aqueduct.json",
    ]);
  });

  it("is the file in whatever language it is shown", () => {
    expect(saved(open("/wine/flow.py", "plaintext"))).toEqual(["/wine/flow.py"]);
  });

  it("is nothing that a trace does not read, or that has no name yet", () => {
    expect(
      saved(open("/wine/notes.md", "markdown"), open("/wine/package.json", "json"), open("Untitled-1", "python")),
    ).toEqual([]);
  });
});

describe("a document that could not be saved", () => {
  const holds = (file: string): boolean => holdsUp("file:///wine/flows/flow.py", open(file, "python"));

  it("holds a workflow up where it is its file, or the aqueduct.json of a folder around it", () => {
    expect(["/wine/flows/flow.py", "/wine/flows/aqueduct.json", "/wine/aqueduct.json"].map(holds)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("holds nothing up where it is another file", () => {
    expect(["/wine/flows/steps.py", "/wine/flows/deeper/aqueduct.json", "/beer/aqueduct.json"].map(holds)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
