import * as vscode from "vscode";
import { accountOf, freeName } from "../../core/index.js";
import { databaseQuestions } from "../connect/databaseQuestions.js";
import { ids } from "../ids.js";
import { askAll } from "../inputs/askAll.js";
import { readEditedProject, showProblem, showProject, writeResources } from "../project/projectFile.js";
import { chooseProjectFolder } from "../project/projectFolder.js";
import { nameOf } from "../references.js";
import type { Contribution, Services } from "../services.js";
import { showInformationMessage } from "../shown.js";

/** *Add Database*, under the name that a quick fix brings along. */
export const addDatabaseCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.addDatabase, async (argument?: unknown) => {
    try {
      await addDatabase(services, nameOf(argument));
    } catch (error) {
      services.report.failure("The database was not added. The log says why.", error);
    }
  });

async function addDatabase(services: Services, wanted: string | undefined): Promise<void> {
  const folder = await chooseProjectFolder((await services.world()).files);
  if (folder === undefined) return;
  const { uri, project, broken } = await readEditedProject(folder);
  if (broken !== undefined) {
    showProblem(uri, broken);
    return;
  }
  const draft = await askAll("Add Database", databaseQuestions(project), {
    name: wanted ?? freeName("warehouse", project.resources),
    url: "",
    password: "",
  });
  if (draft === undefined) return;
  const { name, url, password } = draft;
  if (!(await writeResources(folder, [{ name, members: { type: "database", url } }]))) return;
  const account = accountOf(url);
  if (account !== undefined && password !== "") await services.passwords.keep(account.origin, account.user, password);
  const open = "Open aqueduct.json";
  if ((await showInformationMessage(`Workflows in this folder can use the database ${name} now.`, open)) === open)
    await showProject(folder, name);
}
