import type { PublishStep } from "./steps.js";

/** What stands where once publishing was stopped in a step; undefined: before the first one. */
export function stateAfterCancel(step: PublishStep | undefined): string {
  switch (step) {
    case undefined:
    case "connect":
    case "compare":
      return "Nothing was published, and nothing was changed.";
    case "upload":
      return "Nothing was published. Code that was uploaded already stays in the store: nothing uses it, and it need not travel again.";
    case "dagFile":
    case "proof":
      return "Nothing was published: the DAG file is again as it was before.";
    case "record":
    case "unpause":
      return "Airflow has this build already, but not all about it was written down. Publish again: it goes on where it stopped.";
  }
}
