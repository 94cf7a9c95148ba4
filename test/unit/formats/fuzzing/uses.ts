import { failureLines, operatorLine, runLine } from "../../../../src/cli/runText.js";
import { legacyJob, legacyTasks, jobView } from "../../../../src/core/jobs/projection.js";
import { statusOf, unsubmitted } from "../../../../src/core/jobs/status.js";
import type { BuildRecord } from "../../../../src/core/model/build.js";
import type { Job, JobRecord } from "../../../../src/core/model/job.js";
import type { Manifest, RunRecord } from "../../../../src/core/model/manifest.js";
import { historyTree } from "../../../../src/core/runs/historyTree.js";
import { viewOfJob } from "../../../../src/core/runs/localView.js";
import { mergeRun, type RunFacts } from "../../../../src/core/runs/merge.js";
import { artifactLine, outcomeLine, shortOutcomeLine } from "../../../../src/core/runs/outcome.js";
import { sampled } from "../samples.js";
import type { Fuzzed } from "./fuzz.js";

const at = "2026-11-21T01:23:01.048772Z";

/** What the program does first with what its readers gave, by the reader's name. */
export const uses: Readonly<Record<string, Fuzzed["use"]>> = {
  manifest: (manifest: Manifest) => {
    show({ manifests: [manifest] });
    show({ manifests: [manifest], build: sampleOf("build") as BuildRecord });
    outcomeLine(manifest);
    shortOutcomeLine(manifest);
    manifest.artifacts.forEach(artifactLine);
  },
  run: (record: RunRecord) => {
    show({ record });
  },
  build: (build: BuildRecord) => {
    show({ build, manifests: [sampleOf("manifest") as Manifest] });
  },
  job: (job: Job) => {
    const status = unsubmitted(job);
    viewOfJob(jobView(job, status));
    JSON.stringify([legacyJob(job, status, at), legacyTasks(job, status, at)]);
  },
  "journal-line": (record: JobRecord) => {
    try {
      statusOf(sampleOf("job") as Job, [record]);
    } catch (error) {
      // A record that cannot follow is refused, in words.
      if (!(error instanceof Error && error.message.includes("cannot follow"))) throw error;
    }
  },
};

function show(known: Partial<RunFacts>): void {
  const run = mergeRun({
    rid: "0".repeat(20),
    target: "local",
    project: "p",
    workflow: "wine",
    record: sampleOf("run") as RunRecord,
    manifests: [],
    engine: undefined,
    build: undefined,
    ...known,
  });
  run.operators.map(operatorLine);
  failureLines(run);
  runLine(run);
  const history = { runs: [run], targets: [], workflows: [], unreadable: [] };
  const folder = { folder: "/wines", name: "wines", limit: 20, history };
  historyTree([folder], { filter: new Set(), watched: new Set(), style: { locale: "en", timeZone: "UTC" } });
}

function sampleOf(name: string): unknown {
  const [sample] = sampled.find((one) => one.name === name)?.samples ?? [];
  return sample;
}
