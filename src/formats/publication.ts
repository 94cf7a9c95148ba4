import type * as v from "valibot";
import { buildName } from "./build.js";
import { time } from "./manifest.js";
import type { Format } from "./reader.js";
import { digest, exactly, matching, orNull, record, text, told } from "./schema.js";

/** Part of addresses and of file names. */
export const dagId = matching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,249}$/, "an id of a DAG");
/** A name in the DAG folder, never a path. */
const dagFile = matching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,250}\.py$/, "a name of a DAG file");

const publication = record({
  format: exactly(1),
  project: text,
  workflow: text,
  target: told("Name of the Airflow resource.", text),
  url: told("The server's address at that time.", text),
  dagId,
  build: buildName,
  dagFile: told("File name in the DAG folder.", dagFile),
  dagBlob: digest,
  startDate: told("Of the first publication to this target: a schedule begins there.", time),
  publishedAt: time,
  publishedBy: text,
});
/** What is live on a target: `current.json`, and each entry of its history. */
export interface Publication extends v.InferOutput<typeof publication> {}
export const publicationFormat: Format<Publication> = { name: "a publication", schema: publication, number: 1 };

const publishingMarker = record({
  format: exactly(1),
  build: buildName,
  dagId,
  dagFile,
  dagBlob: digest,
  previousDagBlob: told("What stood there before; null: nothing did.", orNull(digest)),
  startDate: time,
  startedAt: time,
  publishedBy: text,
  step: exactly("dagFile"),
});
/** `publishing.json`: a publication under way, or one that was interrupted behind its DAG file. */
export interface PublishingMarker extends v.InferOutput<typeof publishingMarker> {}
export const publishingFormat: Format<PublishingMarker> = {
  name: "a publication under way",
  schema: publishingMarker,
  number: 1,
};
