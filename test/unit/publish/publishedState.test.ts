import { describe, expect, it } from "vitest";
import { publishedState, type PublishedMemory } from "../../../src/core/publish/publishedState.js";

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
