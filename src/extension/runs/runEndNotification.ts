import { endOfRun, localTarget } from "../../core/index.js";
import type { Contribution } from "../services.js";
import { showErrorMessage, showInformationMessage, showWarningMessage } from "../shown.js";

/** Tells the end of every run that was started here or is watched, with the way to it. A local failure is told with its trace and its log: {@link runFailures}. */
export const runEndNotification: Contribution = ({ localRuns, watchedRuns, runsView, report }) =>
  watchedRuns.onDidEnd((ended) => {
    if (ended.target === localTarget && ended.run.state === "failed" && localRuns.isWatched(ended.rid)) return;
    const { text, severity } = endOfRun(ended.run);
    const show = "Show";
    const told =
      severity === "error"
        ? showErrorMessage(text, show)
        : severity === "warning"
          ? showWarningMessage(text, show)
          : showInformationMessage(text, show);
    told
      .then((choice) =>
        choice === show
          ? runsView.reveal({ kind: "run", folder: ended.folder, target: ended.target, rid: ended.rid })
          : undefined,
      )
      .then(undefined, (error: unknown) => {
        report.failure("The run cannot be shown. Open the view Runs of Aqueduct and look for it there.", error);
      });
  });
