import type { Bound, SaveMode } from "../model/workflow.js";
import { isBuiltInDemo } from "../resources/demo.js";
import type { Resource } from "../resources/resource.js";

export const modeWords: Readonly<Record<SaveMode, string>> = {
  replace: "replaces the table",
  append: "adds to the table",
  fail: "fails where the table exists",
};

export const comparisonWords: Readonly<Record<Bound["comparison"], string>> = {
  lessThan: "less than",
  greaterThan: "greater than",
  equal: "equal to",
  notEqual: "not equal to",
};

/** What a resource is, in a word or two. */
export function resourceWord(resource: Resource): string {
  switch (resource.kind) {
    case "airflow":
      return "Airflow server";
    case "database":
      return "database";
    case "s3":
      return "S3 store";
    case "folder":
      return "folder store";
  }
}

/** Where a resource lies; never a password, which no `aqueduct.json` holds. */
export function resourceAddress(resource: Resource): string {
  switch (resource.kind) {
    case "airflow":
      return resource.url;
    case "database":
      return isBuiltInDemo(resource) ? "made-up wines, on this machine" : resource.url;
    case "s3":
      return `s3://${resource.bucket}${resource.prefix === "" ? "" : `/${resource.prefix}`}`;
    case "folder":
      return resource.folder;
  }
}
