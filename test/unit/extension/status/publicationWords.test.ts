import { describe, expect, it } from "vitest";
import type { LiveWorkflow } from "../../../../src/core/model/run.js";
import type { PublishedState } from "../../../../src/core/index.js";
import type { KeptPublication } from "../../../../src/extension/publish/publishMemory.js";
import { publicationWords, type PublicationWords } from "../../../../src/extension/status/publicationWords.js";

const build = "0f3a9c51e2d7".padEnd(64, "0");
const kept: KeptPublication = {
  uri: "file:///wine.py",
  folder: "/wine",
  workflow: "wine",
  target: "airflow",
  build,
  publishedAt: "2026-11-21T03:00:00Z",
  files: {},
};
const live: LiveWorkflow = {
  workflow: "wine",
  target: "airflow",
  url: "http://airflow",
  dagId: "wine",
  build: "b".repeat(64),
  publishedAt: "2026-11-22T03:00:00Z",
  publishedBy: "bob",
  schedule: null,
  dag: null,
};

function words(state: PublishedState): PublicationWords {
  return publicationWords({ kind: "kept", kept, state, live }, (time) => time.slice(0, 10));
}

describe("the status bar's words about a publication", () => {
  it("name target and build, as the DAG's tag does", () => {
    expect(words({ kind: "asPublished" }).text).toBe("$(cloud) airflow 0f3a9c51e2d7");
  });

  it("say that and which files were edited since", () => {
    const { text, tooltip, label } = words({ kind: "edited", files: ["wine.py", "more.py"] });
    expect(text).toBe("$(cloud) airflow 0f3a9c51e2d7, edited since");
    expect(tooltip).toContain("Edited since: wine.py, more.py.");
    expect(label).toBe("Aqueduct publication: airflow 0f3a9c51e2d7, edited since");
  });

  it("tell who published another build", () => {
    const { text, tooltip } = words({ kind: "elsewhere", build: live.build });
    expect(text).toBe("$(cloud) airflow bbbbbbbbbbbb, published elsewhere");
    expect(tooltip).toContain("published by bob on 2026-11-22");
  });

  it("claim nothing about edits where the file was published from elsewhere", () => {
    expect(publicationWords({ kind: "seen", live }, String).tooltip).toContain("not known");
    expect(publicationWords({ kind: "none", workflow: "wine" }, String).text).toBe("$(cloud-upload) Not published");
  });
});
