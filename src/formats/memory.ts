/** What the extension keeps in VS Code's own memory over a reload of the window. An older version may have kept something else, so what can't be read counts as never kept. */
import type * as v from "valibot";
import { buildName } from "./build.js";
import { panelView } from "./graphPanel.js";
import { read, type Format } from "./reader.js";
import { referenceFormats } from "./references.js";
import { digest, either, flag, json, list, mapOf, oneOf, orNull, record, text, told } from "./schema.js";

const keptPublication = record({
  uri: told("Of the workflow file.", text),
  folder: told("Absolute path of the folder that the files are relative to.", text),
  workflow: text,
  target: told("Name of the Airflow resource.", text),
  build: buildName,
  publishedAt: text,
  files: told("SHA-256 of the text of every file that shipped, by path relative to the folder.", mapOf(digest)),
});
/** A publication that was made from this workspace. */
export interface KeptPublication extends v.InferOutput<typeof keptPublication> {}
export const keptPublicationFormat: Format<KeptPublication> = { name: "a publication", schema: keptPublication };

const keptTarget = record({
  uri: text,
  workflow: text,
  engine: told("Null: the file named none.", orNull(text)),
  target: text,
});
/** Where a workflow of a file was published to last. */
export interface KeptTarget extends v.InferOutput<typeof keptTarget> {}
export const keptTargetFormat: Format<KeptTarget> = { name: "a target", schema: keptTarget };

const keptPreview = record({
  title: told("Of its tab: by it a panel that comes back is told from others.", text),
  reference: either("what a preview shows", referenceFormats.artifact.schema, referenceFormats.operatorRun.schema),
  isKept: flag,
});
/** What an open preview shows. */
export interface KeptPreview extends v.InferOutput<typeof keptPreview> {}
export const keptPreviewFormat: Format<KeptPreview> = { name: "a preview", schema: keptPreview };

/** Which file the graph panel shows; each view is read by itself. */
export const keptGraphsFormat = {
  name: "what the graph panel shows",
  schema: record({ shown: orNull(text), views: list(json) }),
} as const;
export const keptViewFormat = { name: "a view of a graph", schema: panelView } as const;

const milestone = oneOf("hasWorkflow", "hasSeenGraph", "hasRun", "isConnected", "hasPublished");
/** What somebody has reached for the first time on this machine: the walkthrough's steps tick themselves by it. */
export type Milestone = v.InferOutput<typeof milestone>;
export const milestoneFormat: Format<Milestone> = { name: "a milestone", schema: milestone };

/** Those of a list that can be read; none where it is no list. */
export function readEach<T>(format: Format<T>, value: unknown): readonly T[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((one) => {
    const found = read(format, one);
    return found.readable ? [found.value] : [];
  });
}
