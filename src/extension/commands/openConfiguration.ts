import * as vscode from "vscode";
import { projectTemplate } from "../../core/index.js";
import { ids } from "../ids.js";
import { exists, projectUri, showProject } from "../project/projectFile.js";
import { chooseProjectFolder } from "../project/projectFolder.js";
import { referenceOf } from "../references.js";
import type { Contribution } from "../services.js";

/** *Open aqueduct.json*, at a resource where one is given; makes the file where there is none. */
export const openConfigurationCommand: Contribution = ({ world, report }) =>
  vscode.commands.registerCommand(ids.openConfiguration, async (argument?: unknown) => {
    try {
      const reference = referenceOf(argument, "resource");
      const folder = reference?.folder ?? (await chooseProjectFolder((await world()).files));
      if (folder === undefined) return;
      const uri = projectUri(folder);
      if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(projectTemplate));
      await showProject(folder, reference?.name);
    } catch (error) {
      report.failure("aqueduct.json can't be opened. The log says why.", error);
    }
  });
