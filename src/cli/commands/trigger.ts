import type { Command } from "commander";

import { openFolder, triggerWorkflow } from "../../core/index.js";
import { common, currentFolderFile, type CommonOptions, type Invoke } from "../command.js";
import { runLine } from "../runText.js";
import { parseParameters } from "../terminal.js";
import { collect } from "./run.js";

interface TriggerOptions extends CommonOptions {
  readonly airflow?: string;
  readonly param?: readonly string[];
}

/** `aqueduct trigger WORKFLOW`: a run of what is live on Airflow. */
export function triggerCommand(program: Command, invoke: Invoke): void {
  common(program.command("trigger"))
    .description("start a run of a published workflow")
    .argument("<workflow>", "its name")
    .option("--airflow <name>", "where, if it is published to several")
    .option("--param <name=value>", "a value for this run; may be repeated", collect)
    .action((workflow: string, options: TriggerOptions) =>
      invoke(options, async ({ shell, world, terminal, signal }) => {
        const open = await openFolder(world, currentFolderFile(shell));
        const airflow = options.airflow === undefined ? {} : { airflow: options.airflow };
        const { run, message } = await triggerWorkflow(world, open, {
          workflow,
          parameters: parseParameters(options.param ?? []),
          signal,
          ...airflow,
        });
        terminal.result("trigger", { run, message }, [runLine(run), ...(message === "" ? [] : [message])]);
      }),
    );
}
