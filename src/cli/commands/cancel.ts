import type { Command } from "commander";

import { cancelRun, findRun, openFolder } from "../../core/index.js";
import {
  common,
  currentFolderFile,
  onTarget,
  withAirflow,
  type CommonOptions,
  type Invoke,
  type TargetOptions,
} from "../command.js";
import { runLine } from "../runText.js";

/** `aqueduct cancel RUN`, here or on Airflow. */
export function cancelCommand(program: Command, invoke: Invoke): void {
  withAirflow(common(program.command("cancel")))
    .description("end a run, here or on Airflow")
    .argument("<run>", "the run's id, or the beginning of it")
    .action((runId: string, options: CommonOptions & TargetOptions) =>
      invoke(options, async ({ shell, world, terminal, signal }) => {
        const open = await openFolder(world, currentFolderFile(shell));
        const run = await findRun(world, open, runId, { ...onTarget(options), signal });
        terminal.status(`Cancelling ${run.rid}…`);
        const cancelled = await cancelRun(world, open, run, signal);
        terminal.result("cancel", { run: cancelled }, [runLine(cancelled)]);
      }),
    );
}
