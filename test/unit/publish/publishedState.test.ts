import { describe, expect, it } from "vitest";
import {
  filesOfBuild,
  publishedState,
  textDigest,
  type PublishedMemory,
} from "../../../src/core/publish/publishedState.js";
import { nodeHash } from "../../../src/platform/hash.js";
import { buildOperator, buildRecord } from "../builds.js";

const memory: PublishedMemory = {
  workflow: "wine",
  target: "airflow",
  build: "b1",
  publishedAt: "2026-11-21T03:00:00.000Z",
  files: { "wine.py": "t1", "wine_features.py": "t2" },
};
const texts = (more: Readonly<Record<string, string | undefined>> = {}): ReadonlyMap<string, string | undefined> =>
  new Map(Object.entries({ "wine.py": "t1", "wine_features.py": "t2", ...more }));

describe("files and what is published of them", () => {
  it("are as published while every text is the same", () => {
    expect(publishedState(memory, texts(), undefined)).toEqual({ kind: "asPublished" });
    expect(publishedState(memory, texts(), "b1")).toEqual({ kind: "asPublished" });
  });

  it("are edited where the file or a module that it ships says something else, or is gone", () => {
    expect(publishedState(memory, texts({ "wine.py": "other" }), undefined)).toEqual({
      kind: "edited",
      files: ["wine.py"],
    });
    expect(publishedState(memory, texts({ "wine_features.py": undefined }), undefined)).toEqual({
      kind: "edited",
      files: ["wine_features.py"],
    });
  });

  it("are unknown to a build that somebody else has published since", () => {
    expect(publishedState(memory, texts(), "b2")).toEqual({ kind: "elsewhere", build: "b2" });
  });
});

describe("files that a build was made from", () => {
  it("are the workflow's own, those of its calls, functions and modules, each once, in order", () => {
    const code = { definitions: "d", file: "lib/f.py", function: "f", line: 1, endLine: 2, module: null, roots: [] };
    const record = buildRecord([
      buildOperator("a", { code, source: { file: "calls.py", line: 1 } }),
      buildOperator("b", { code: null, source: { file: "flow.py", line: 1 }, modules: [{ path: "a.py", blob: "m" }] }),
    ]);
    expect(filesOfBuild(record, "flow.py")).toEqual(["a.py", "calls.py", "flow.py", "lib/f.py"]);
    expect(filesOfBuild(buildRecord([]), "flow.py")).toEqual(["flow.py"]);
  });

  it("are the same text with or without a byte order mark, whatever their line ends", () => {
    const digest = nodeHash.sha256("a\nb\nc\n");
    expect(["a\nb\nc\n", "\uFEFFa\nb\nc\n", "a\r\nb\r\nc\r\n"].map((text) => textDigest(text, nodeHash))).toEqual([
      digest,
      digest,
      digest,
    ]);
    expect([textDigest("a\n\uFEFFb", nodeHash), textDigest("a\rb", nodeHash)]).toEqual([
      nodeHash.sha256("a\n\uFEFFb"),
      nodeHash.sha256("a\rb"),
    ]);
  });

  it("are all named that were edited, and a file beside them is not asked for", () => {
    const now = texts({ "wine.py": "x", "wine_features.py": "y", "other.py": "z" });
    expect(publishedState(memory, now, "b1")).toEqual({ kind: "edited", files: ["wine.py", "wine_features.py"] });
  });
});
