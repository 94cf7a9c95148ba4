import * as vscode from "vscode";
import { chosenWorkflow } from "../inputs/chosenSubject.js";
import { askParameters } from "../inputs/parameterForm.js";
import { argumentOrLatest } from "../inputs/latestWorkflow.js";
import { ids } from "../ids.js";
import { orderRun } from "../runs/orderRun.js";
import type { Contribution } from "../services.js";
import { isTrustedFor } from "../trust.js";

/** *Run Workflow*: of what was clicked, else of the active file; with the defaults of its parameters. */
export const runWorkflowCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.runWorkflow, (argument?: unknown) =>
    orderRun(services, async () => {
      if (!isTrustedFor("Running a workflow")) return undefined;
      return chosenWorkflow(services.graphs, argumentOrLatest(services.workflowFiles, argument));
    }),
  );

/** *Run Workflow With Parameters…*: the same, with values for this run. */
export const runWorkflowWithCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.runWorkflowWith, (argument?: unknown) =>
    orderRun(services, async () => {
      if (!isTrustedFor("Running a workflow")) return undefined;
      const chosen = await chosenWorkflow(services.graphs, argumentOrLatest(services.workflowFiles, argument));
      if (chosen === undefined) return undefined;
      const graph = await services.graphs.graphOf(vscode.Uri.parse(chosen.uri));
      const operators =
        graph?.graph.workflows.findLast(
          ({ name, source }) =>
            name === chosen.workflow && (chosen.publication === undefined || source?.line === chosen.publication),
        )?.operators ?? [];
      const parameters = await askParameters({
        title: `Run ${chosen.workflow ?? "workflow"}`,
        action: "Run",
        parameters: operators.filter(({ kind }) => kind === "parameter"),
      });
      return parameters && { ...chosen, parameters };
    }),
  );
