import * as vscode from "vscode";
import { accountOf, type DatabaseResource, type Resource } from "../../core/index.js";
import { askAll } from "../inputs/askAll.js";
import { ids } from "../ids.js";
import { chooseProjectFolder } from "../project/projectFolder.js";
import { readEditedProject } from "../project/projectFile.js";
import type { Offer } from "../report.js";
import { referenceOf, type ResourceReference } from "../references.js";
import type { Services } from "../services.js";
import { isTrustedFor } from "../trust.js";
import { testConnection, type ConnectionLinks } from "./connectionTest.js";
import { connectToAirflow, type ConnectPart } from "./connectToAirflow.js";
import { databasePasswordQuestion } from "./databaseQuestions.js";
import { showQuickPick } from "../shown.js";

const contacts = "contacts servers that this folder's aqueduct.json names";

/** What the commands about connections do; every one of them asks for trust first. */
export interface Connections {
  /** @param argument a resource's name or a reference: signs in again where it is there */
  connect(argument: unknown): Promise<void>;
  test(argument: unknown): Promise<void>;
  changePassword(argument: unknown): Promise<void>;
}

export function connectionsOf(services: Services): Connections {
  const links: ConnectionLinks = {
    changePassword: (reference) => void vscode.commands.executeCommand(ids.changePassword, reference),
    publish: () => void vscode.commands.executeCommand(ids.publish, workflowFile(services)),
  };
  const connectAndTest = async (folder: string, part: ConnectPart, name?: string): Promise<void> => {
    const reference = await connectToAirflow(services, folder, part, name);
    if (reference !== undefined) await testConnection(services, reference, links);
  };
  return {
    connect: async (argument) => {
      if (!isTrustedFor("Connecting to Airflow", contacts)) return;
      const named = nameIn(argument);
      const folder = named?.folder ?? (await chooseProjectFolder((await services.world()).files));
      if (folder === undefined) return;
      const isThere =
        named !== undefined && (await readEditedProject(folder)).project.resources.get(named.name)?.kind === "airflow";
      await connectAndTest(folder, isThere ? "signIn" : "everything", named?.name);
    },
    test: async (argument) => {
      if (!isTrustedFor("Testing a connection", contacts)) return;
      const resource = await resourceFor(services, argument, {
        placeHolder: "Airflow to test",
        what: "Airflow server",
        offers: [connectOffer],
        fits: ({ kind }) => kind === "airflow",
      });
      if (resource !== undefined) await testConnection(services, resource.reference, links);
    },
    changePassword: async (argument) => {
      if (!isTrustedFor("Signing in", contacts)) return;
      const found = await resourceFor(services, argument, {
        placeHolder: "Whose password?",
        what: "Airflow server or database with a user",
        offers: [connectOffer, { label: "Add Database…", command: ids.addDatabase }],
        fits: (resource) => resource.kind === "airflow" || accountIn(resource) !== undefined,
      });
      if (found === undefined) return;
      const { reference, resource } = found;
      if (resource.kind === "airflow") await connectAndTest(reference.folder, "password", reference.name);
      else if (resource.kind === "database") await changeDatabasePassword(services, resource);
    },
  };
}

async function changeDatabasePassword(services: Services, resource: DatabaseResource): Promise<void> {
  const account = accountIn(resource);
  if (account === undefined) {
    services.report.notice(`"${resource.name}" names no user in its URL, so it takes no password.`);
    return;
  }
  const draft = await askAll(`Change Password for ${resource.name}`, [databasePasswordQuestion("required")], {
    name: resource.name,
    url: resource.url,
    password: "",
  });
  if (draft === undefined) return;
  await services.passwords.keep(account.origin, account.user, draft.password);
  services.report.notice(`The password of ${account.user} at ${account.origin} is kept. The next run uses it.`);
}

const connectOffer: Offer = { label: "Connect to Airflow…", command: ids.connectAirflow };

interface Wanted {
  readonly placeHolder: string;
  /** What the sentence calls it where there is none. */
  readonly what: string;
  readonly offers: readonly Offer[];
  readonly fits: (resource: Resource) => boolean;
}

/** The resource that a command is about: the one of its argument, else the only one, else the one that is chosen. */
async function resourceFor(
  services: Services,
  argument: unknown,
  { placeHolder, what, offers, fits }: Wanted,
): Promise<{ readonly reference: ResourceReference; readonly resource: Resource } | undefined> {
  const named = nameIn(argument);
  const folder = named?.folder ?? (await chooseProjectFolder((await services.world()).files));
  if (folder === undefined) return undefined;
  const { resources } = (await readEditedProject(folder)).project;
  const fitting = [...resources.values()].filter(fits);
  if (fitting.length === 0) {
    services.report.notice(`This folder names no ${what} yet.`, ...offers);
    return undefined;
  }
  const choose = async (): Promise<Resource | undefined> =>
    (
      await showQuickPick(
        fitting.map((resource) => ({ label: resource.name, description: resource.kind, resource })),
        { placeHolder },
      )
    )?.resource;
  const resource =
    named === undefined ? (fitting.length === 1 ? fitting[0] : await choose()) : resources.get(named.name);
  if (named !== undefined && resource === undefined)
    services.report.notice(`aqueduct.json has no resource "${named.name}".`);
  return resource && { reference: { kind: "resource", folder, name: resource.name }, resource };
}

function accountIn(resource: Resource): ReturnType<typeof accountOf> {
  return resource.kind === "database" ? accountOf(resource.url) : undefined;
}

/** A name, or a reference to a resource or to what is published to one. */
function nameIn(argument: unknown): { readonly name: string; readonly folder?: string } | undefined {
  if (typeof argument === "string") return { name: argument };
  const reference = referenceOf(argument, "resource", "published", "run", "operatorRun");
  return (
    reference && { folder: reference.folder, name: reference.kind === "resource" ? reference.name : reference.target }
  );
}

/** The workflow file that somebody was at before the panel took its place. */
function workflowFile({ workflowFiles }: Services): vscode.Uri | undefined {
  const shown = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].flatMap(
    (editor) => editor?.document.uri ?? [],
  );
  const tabs = vscode.window.tabGroups.all
    .flatMap(({ tabs: all }) => all)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? input.uri : []));
  return [...shown, ...tabs].find((uri) => workflowFiles.has(uri));
}
