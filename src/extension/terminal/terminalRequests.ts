import { access } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import { publicationOf } from "../../core/index.js";
import type { Begun } from "../../formats/editorSocket.js";
import { ids } from "../ids.js";
import type { WorkflowReference } from "../references.js";
import type { LocalRuns } from "../runs/localRuns.js";
import type { Services } from "../services.js";
import type { TerminalRequest } from "./editorSocket.js";

type Needed = Pick<Services, "graphs" | "localRuns" | "report">;

/** Does what a terminal asks, by the commands that people use; throws the sentence for the terminal where it is refused. */
export async function answerTerminal(
  services: Needed,
  { method, params: { file, workflow, line } }: TerminalRequest,
): Promise<Begun> {
  const { uri } = await documentOfWindow(file);
  const graph = (await services.graphs.graphOf(uri))?.graph;
  const asked = graph?.workflows.find(({ name, source }) => name === workflow && source?.line === line);
  const reference: WorkflowReference = {
    kind: "workflow",
    uri: uri.toString(),
    workflow,
    ...(graph && asked && publicationOf(graph, asked)),
  };
  switch (method) {
    case "run": {
      const rid = await begunRun(services.localRuns, reference);
      return {
        message: `The editor runs “${workflow}” (run ${rid}): see Runs in the side bar of Aqueduct, and the output “Aqueduct Runs”.`,
      };
    }
    case "publish":
      // What may still keep it from publishing is said at the window, which asks before it does.
      vscode.commands.executeCommand(ids.publish, reference).then(undefined, (error: unknown) => {
        services.report.failure(`“${workflow}” can't be published.`, error);
      });
      return { message: `The editor shows what publishing “${workflow}” would change: go on there.` };
  }
}

/** Only what lies in the window's folders, which were trusted. */
async function documentOfWindow(file: string): Promise<vscode.TextDocument> {
  if (!vscode.workspace.isTrusted)
    throw new Error(
      "The editor runs nothing of this folder until you trust it: choose “Manage Workspace Trust” there.",
    );
  const uri = vscode.Uri.file(file);
  if (!path.isAbsolute(file) || vscode.workspace.getWorkspaceFolder(uri) === undefined)
    throw new Error(`${file} lies in no folder of the editor's window. Open its folder there.`);
  await access(file);
  // The language server, which knows the file's workflows, speaks of open documents only.
  return vscode.workspace.openTextDocument(uri);
}

/** Resolves with the run's id once the engine has it; rejects where the command ended before. */
async function begunRun(localRuns: LocalRuns, reference: WorkflowReference): Promise<string> {
  const known = new Set(localRuns.current);
  return new Promise((resolve, reject) => {
    const watching = localRuns.onDidChange(() => {
      const rid = localRuns.current.find(
        (run) =>
          !known.has(run) && run.order.uri.toString() === reference.uri && run.order.workflow === reference.workflow,
      )?.rid;
      if (rid !== undefined) resolve(rid);
    });
    // Where the run has begun, it is over by now.
    const ended = (): void => {
      watching.dispose();
      reject(new Error(`“${reference.workflow ?? ""}” did not start. The editor says why.`));
    };
    vscode.commands.executeCommand(ids.runWorkflow, reference).then(ended, ended);
  });
}
