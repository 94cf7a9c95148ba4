import { cancelRunCommand } from "../../commands/cancelRun.js";
import { copyRunIdCommand } from "../../commands/copyRunId.js";
import { clearRunFilterCommand, filterRunsCommand } from "../../commands/filterRuns.js";
import { moreRunsCommand } from "../../commands/moreRuns.js";
import { openInAirflowCommand } from "../../commands/openInAirflow.js";
import { openLogCommand } from "../../commands/openLog.js";
import { compareRunSourceCommand, openRunSourceCommand } from "../../commands/openRunSource.js";
import { openTraceCommand } from "../../commands/openTrace.js";
import { refreshRunsCommand } from "../../commands/refreshRuns.js";
import { triggerWorkflowCommand } from "../../commands/triggerWorkflow.js";
import { unwatchRunCommand, watchRunCommand } from "../../commands/watchRun.js";
import type { Contribution } from "../../services.js";

/** What can be done in the view *Runs* and on its lines. */
export const runsCommands: readonly Contribution[] = [
  refreshRunsCommand,
  filterRunsCommand,
  clearRunFilterCommand,
  moreRunsCommand,
  openLogCommand,
  openTraceCommand,
  openRunSourceCommand,
  compareRunSourceCommand,
  triggerWorkflowCommand,
  cancelRunCommand,
  openInAirflowCommand,
  copyRunIdCommand,
  watchRunCommand,
  unwatchRunCommand,
];
