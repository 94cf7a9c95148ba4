import process from "node:process";
import { airflowEntries, freeName, type AirflowResource, type ResourceEntry } from "../../core/index.js";
import { askAll, type Question } from "../inputs/askAll.js";
import { readEditedProject, showProblem, writeResources } from "../project/projectFile.js";
import type { ResourceReference } from "../references.js";
import type { Services } from "../services.js";
import { airflowDraftOf, begunWith, emptyDraft, type ConnectDraft } from "./connectDraft.js";
import { absoluteFolder } from "./folderInput.js";
import type { ConnectPlace } from "./connectPlace.js";
import { connectQuestions, userQuestion } from "./connectQuestions.js";
import { passwordQuestions } from "./passwordQuestions.js";

/** What is asked: everything, or how to sign in at one that is there. */
export type ConnectPart = "everything" | "signIn" | "password";

/**
 * Asks for an Airflow and writes it into `aqueduct.json`, its password into VS Code's secret storage. Nothing is changed before the last answer.
 *
 * @param name of a resource; one that is not there yet is proposed
 * @returns the Airflow that is to be tested now; undefined where somebody gave up
 */
export async function connectToAirflow(
  services: Services,
  folder: string,
  part: ConnectPart,
  name?: string,
): Promise<ResourceReference | undefined> {
  const { uri, project, broken } = await readEditedProject(folder);
  if (broken !== undefined) {
    showProblem(uri, broken);
    return undefined;
  }
  const place: ConnectPlace = {
    world: await services.world(),
    passwords: services.passwords,
    project,
    environment: process.env,
  };
  const known = name === undefined ? undefined : project.resources.get(name);
  const airflow = known?.kind === "airflow" ? known : undefined;
  const draft = await askAll(titleOf(airflow, part), questionsOf(place, airflow, part), draftOf(place, airflow, name));
  if (draft === undefined) return undefined;
  const isWritten = await writeResources(folder, entriesOf(place, draft, airflow, part));
  if (!isWritten) return undefined;
  await keepPassword(services, draft);
  return { kind: "resource", folder, name: draft.name };
}

function titleOf(airflow: AirflowResource | undefined, part: ConnectPart): string {
  return airflow === undefined || part === "everything"
    ? "Connect to Airflow"
    : part === "signIn"
      ? `Sign In to ${airflow.name}`
      : `Change Password for ${airflow.name}`;
}

function questionsOf(
  place: ConnectPlace,
  airflow: AirflowResource | undefined,
  part: ConnectPart,
): readonly Question<ConnectDraft>[] {
  if (airflow === undefined || part === "everything") return connectQuestions(place);
  const isUserKnown = part === "password" && airflow.username !== undefined;
  return isUserKnown ? passwordQuestions(place) : [userQuestion, ...passwordQuestions(place)];
}

function draftOf(
  { project }: ConnectPlace,
  airflow: AirflowResource | undefined,
  name: string | undefined,
): ConnectDraft {
  if (airflow !== undefined) return begunWith(emptyDraft(airflow.name), airflow);
  const stores = [...project.resources.values()].filter(({ kind }) => kind === "s3" || kind === "folder");
  const draft = emptyDraft(freeName(name ?? "airflow", project.resources));
  return stores[0] === undefined ? draft : { ...draft, store: `existing:${stores[0].name}` };
}

function entriesOf(
  place: ConnectPlace,
  draft: ConnectDraft,
  airflow: AirflowResource | undefined,
  part: ConnectPart,
): readonly ResourceEntry[] {
  if (airflow !== undefined && part !== "everything")
    return draft.username === airflow.username ? [] : [{ name: airflow.name, members: { username: draft.username } }];
  const entries = airflowEntries(
    airflowDraftOf({
      ...draft,
      dagFolder: homeless(place, draft.dagFolder),
      storeFolder: homeless(place, draft.storeFolder),
    }),
  );
  const before = place.project.resources.get(draft.name);
  return before?.kind === "airflow"
    ? entries.map((entry) => (entry.name === before.name ? onlyChanged(entry, before) : entry))
    : entries;
}

/** What was not changed stays as it is written: a path that is relative there was offered as an absolute one. */
function onlyChanged({ name, members }: ResourceEntry, before: AirflowResource): ResourceEntry {
  const was: Readonly<Record<string, string | undefined>> = {
    type: before.kind,
    url: before.url,
    username: before.username,
    dagFolder: before.dagFolder,
    store: before.store,
  };
  return {
    name,
    members: Object.fromEntries(Object.entries(members).filter(([member, value]) => was[member] !== value)),
  };
}

/** `~` means another folder to every reader of the file; any other path stays as it was typed. */
function homeless(place: ConnectPlace, folder: string): string {
  return folder.startsWith("~") ? absoluteFolder(place, folder) : folder;
}

async function keepPassword(
  { passwords }: Services,
  { name, url, username, password, passwordFrom }: ConnectDraft,
): Promise<void> {
  if (passwordFrom === "typed") await passwords.keep(url, username, password);
  if (passwordFrom === "environment") {
    // What is kept would come first.
    await passwords.forget(url, username);
    await passwords.allow(name, url, username);
  }
}
