import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { slugOf } from "../../../src/core/model/slug.js";
import * as keys from "../../../src/core/store/keys.js";

interface Samples {
  readonly slugs: readonly { readonly name: string; readonly slug: string; readonly workflow: string }[];
  readonly rids: readonly {
    readonly project: string;
    readonly workflow: string;
    readonly target: string;
    readonly runId: string;
    readonly rid: string;
  }[];
  readonly lives: readonly { readonly time: string; readonly life: string }[];
  readonly keys: {
    readonly project: string;
    readonly workflow: string;
    readonly target: string;
    readonly build: string;
    readonly digest: string;
    readonly publishedAt: string;
    readonly rid: string;
    readonly life: string;
    readonly operator: string;
    readonly try: number;
    readonly artifact: number;
    readonly expected: Readonly<Record<string, string>>;
  };
}

/** The Python store client reads the same file. */
const samples = JSON.parse(readFileSync(new URL("../../fixtures/store/keys.json", import.meta.url), "utf8")) as Samples;
const hash = { sha256: (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex") };

describe("keys of the store", () => {
  it.each(samples.slugs)("gives %j its slug and folder", ({ name, slug, workflow }) => {
    expect(slugOf(name, "workflow")).toBe(slug);
    expect(keys.workflowKey(name, hash)).toBe(workflow);
  });

  it.each(samples.rids)("names run %j", (run) => {
    expect(keys.runKey(run, hash)).toBe(run.rid);
  });

  it.each(samples.lives)("spells %j as in keys", ({ time, life }) => {
    expect(keys.lifeOf(time)).toBe(life);
  });

  it("refuses what is no time", () => {
    expect(() => keys.lifeOf("yesterday")).toThrow(/not a time/);
  });

  it("puts everything where the formats say", () => {
    const {
      project,
      workflow,
      target,
      build,
      digest,
      publishedAt,
      rid,
      life,
      operator,
      artifact,
      expected,
      ...sample
    } = samples.keys;
    const place = { project, key: keys.workflowKey(workflow, hash) };
    const attempt = { rid, life, operator, try: sample.try };
    expect({
      blob: keys.blobKey(digest),
      build: keys.buildKey(place, build),
      current: keys.currentKey(place, target),
      publishing: keys.publishingKey(place, target),
      history: keys.historyKey(place, target, publishedAt, build),
      byTime: keys.markerKey(place, life, rid),
      run: keys.runRecordKey(place, rid, life),
      lastGood: keys.lastGoodKey(place, rid, life),
      attempt: keys.attemptKey(place, attempt),
      manifest: keys.manifestKey(place, attempt),
      value: keys.valueKey(place, digest),
      sample: keys.sampleKey(place, attempt, artifact),
      stdout: keys.logKey(place, attempt, "stdout"),
      stderr: keys.logKey(place, attempt, "stderr"),
    }).toEqual(expected);
  });

  it("gives run ids that sort by time", () => {
    expect(keys.newRunId("aqueduct", "2026-11-21T01:23:01.048772Z", "a1b2c3")).toBe(
      "aqueduct__20261121T012301.048772Z__a1b2c3",
    );
  });
});
