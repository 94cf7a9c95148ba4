import * as vscode from "vscode";
import { ids } from "../ids.js";
import { revealOperator } from "../panels/revealOperator.js";
import { referenceOf } from "../references.js";
import type { Contribution } from "../services.js";

/** *Show Source*: goes to an operator's call in its file. */
export const showSourceCommand: Contribution = ({ graphs, report }) =>
  vscode.commands.registerCommand(ids.showSource, async (argument?: unknown) => {
    const operator = referenceOf(argument, "operator");
    if (operator === undefined) return; // Only a node's menu has it.
    try {
      const graph = await graphs.graphOf(vscode.Uri.parse(operator.uri));
      if (graph !== null) await revealOperator(graph, operator.operator, "editor");
    } catch (error) {
      report.failure("The operator's line can't be shown: its file may have been moved or deleted.", error);
    }
  });
