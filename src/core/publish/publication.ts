import type { BuildName } from "../model/build.js";
import type { Digest } from "../model/trace.js";
import { areStrings, isFormat1 } from "../store/guards.js";

/** What is live on a target: `current.json`, and each entry of its history (docs/formats.md 10). */
export interface Publication {
  readonly format: 1;
  readonly project: string;
  readonly workflow: string;
  /** Name of the Airflow resource. */
  readonly target: string;
  /** The server's address at that time. */
  readonly url: string;
  readonly dagId: string;
  readonly build: BuildName;
  /** File name in the DAG folder. */
  readonly dagFile: string;
  readonly dagBlob: Digest;
  /** Of the first publication to this target: a schedule begins there. */
  readonly startDate: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/** `publishing.json`: a publication under way, or one that was interrupted behind its DAG file. */
export interface PublishingMarker {
  readonly format: 1;
  readonly build: BuildName;
  readonly dagId: string;
  readonly dagFile: string;
  readonly dagBlob: Digest;
  /** What stood there before; null: nothing did. */
  readonly previousDagBlob: Digest | null;
  readonly startDate: string;
  readonly startedAt: string;
  readonly publishedBy: string;
  readonly step: "dagFile";
}

export function isPublication(value: unknown): value is Publication {
  return (
    isFormat1(value) &&
    areStrings(value, [
      "project",
      "workflow",
      "target",
      "url",
      "dagId",
      "build",
      "dagFile",
      "dagBlob",
      "startDate",
      "publishedAt",
      "publishedBy",
    ])
  );
}

export function isPublishingMarker(value: unknown): value is PublishingMarker {
  return (
    isFormat1(value) &&
    areStrings(value, ["build", "dagId", "dagFile", "dagBlob", "startDate", "startedAt", "publishedBy"])
  );
}
