import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { areExpected, expectedTypes } from "../../../src/core/jobs/expectedTypes.js";
import type { ExpectedType, Manifest } from "../../../src/core/model/manifest.js";
import type { Encoding } from "../../../src/core/model/trace.js";
import type { ArtifactType } from "../../../src/core/model/workflow.js";

/** The same samples hold the worker to it: test/runtime/launcher/test_types_on_a_worker.py. */
const table = JSON.parse(readFileSync(new URL("../../fixtures/types/held.json", import.meta.url), "utf8")) as {
  readonly expected: readonly {
    readonly case: string;
    readonly manifest: Pick<Manifest, "origin" | "artifacts" | "expected" | "life">;
    readonly origin: string;
    readonly names: readonly string[];
    readonly expected: readonly (ExpectedType | null)[];
  }[];
  readonly values: readonly {
    readonly case: string;
    readonly held: ArtifactType | null;
    readonly type: ArtifactType;
    readonly encoding: Encoding;
    readonly fits: boolean;
  }[];
};

describe("what values are held to by the last successful run", () => {
  it.each(table.expected)("$case", ({ manifest, origin, names, expected }) => {
    const found = expectedTypes(
      manifest,
      origin,
      names.map((name) => ({ name })),
    );
    expect(found ?? []).toEqual(expected);
  });

  it("is nothing of an operator whose type may change", () => {
    const [first] = table.expected;
    expect(first && expectedTypes(first.manifest, undefined, [{ name: "left" }, { name: "right" }])).toBeUndefined();
  });

  it.each(table.values)("$case", ({ held, type, encoding, fits }) => {
    const expected = [held === null ? null : { name: "out", type: held, since: "2026-11-21T01:23:01.048772Z" }];
    expect(areExpected([{ type, encoding }], expected)).toBe(fits);
  });
});
