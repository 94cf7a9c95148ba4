import type { Command } from "commander";

import { connectAirflow, openFolder } from "../../core/index.js";
import { common, currentFolderFile, type CommonOptions, type Invoke } from "../command.js";
import { exitCodes } from "../terminal.js";

const marks = { passed: "✓", failed: "✗", unchecked: "?" } as const;

/** `aqueduct connect NAME`: tests an Airflow of `aqueduct.json`, step by step. */
export function connectCommand(program: Command, invoke: Invoke): void {
  common(program.command("connect"))
    .description("test the connection to an Airflow of aqueduct.json")
    .argument("<name>", "the resource's name")
    .action((name: string, options: CommonOptions) =>
      invoke(options, async ({ shell, world, terminal, signal }) => {
        const open = await openFolder(world, currentFolderFile(shell));
        const steps = await connectAirflow(world, open, {
          airflow: name,
          signal,
          onStep: (step) => {
            if (step.state === "started") terminal.status(`Testing ${step.name}…`);
            else if (!terminal.json) terminal.line(`${marks[step.state]} ${step.name}: ${step.message}`);
          },
        });
        const failed = steps.some(({ state }) => state === "failed");
        terminal.result("connect", { steps }, [failed ? `${name} cannot be used yet.` : `${name} can be used.`]);
        return failed ? exitCodes.worldFailed : exitCodes.done;
      }),
    );
}
