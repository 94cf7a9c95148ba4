import { airflowUrlOf, objectionTo, objectionToName } from "../../core/index.js";
import type { Question } from "../inputs/askAll.js";
import { choiceQuestion, textQuestion } from "../inputs/questions.js";
import { begunWith, type ConnectDraft } from "./connectDraft.js";
import type { ConnectPlace } from "./connectPlace.js";
import { checkFolder, pickFolder } from "./folderInput.js";
import { passwordQuestions } from "./passwordQuestions.js";
import { checkServer } from "./probes.js";
import { storeQuestions } from "./storeQuestions.js";

export const userQuestion: Question<ConnectDraft> = textQuestion("username", {
  about: (draft) => ({
    prompt: `User who signs in at ${draft.url}. The name stands in aqueduct.json, the password does not.`,
    validate: (text) => objectionTo("username", "This", text.trim()),
  }),
  then: (draft) => ({ ...draft, username: draft.username.trim(), passwordFrom: "typed" }),
});

/** What *Connect to Airflow* asks, in its order. */
export function connectQuestions(place: ConnectPlace): readonly Question<ConnectDraft>[] {
  return [
    textQuestion("name", {
      about: () => ({
        prompt: 'Name of this Airflow, by which workflows call it: engine="airflow".',
        validate: (text) => objectionToName(text, "airflow", place.project.resources),
      }),
      then: (draft) => {
        const known = place.project.resources.get(draft.name);
        return { ...(known?.kind === "airflow" ? begunWith(draft, known) : draft), passwordFrom: "typed" };
      },
    }),
    textQuestion("url", {
      about: (draft) => ({
        prompt: "Address of Airflow's web interface. One behind a prefix is welcome.",
        placeholder: "https://airflow.example.org",
        validate: (text) => objectionTo("airflowUrl", "This", airflowUrlOf(text)),
        check: (text, signal) => checkServer(place, draft.name, airflowUrlOf(text), signal),
      }),
      // Which password there is depends on where it goes.
      then: (draft) => ({ ...draft, url: airflowUrlOf(draft.url), passwordFrom: "typed" }),
    }),
    choiceQuestion("signIn", {
      about: () => ({
        placeholder: "How do you sign in there?",
        choices: [
          {
            label: "User name and password",
            detail: "Airflow gives a token for them, as to its own interface",
            value: "password" as const,
          },
        ],
        later: "Bearer token, a command that prints one, Amazon MWAA",
      }),
    }),
    userQuestion,
    ...passwordQuestions(place),
    ...storeQuestions(place),
    textQuestion("dagFolder", {
      about: () => ({
        prompt:
          "Folder where this Airflow looks for DAG files, as this machine sees it. One file per workflow is written there.",
        placeholder: "/srv/airflow/dags",
        validate: (text) => objectionTo("dagFolder", "This", text.trim()),
        check: (text) => checkFolder(place, text),
        browse: { label: "Choose Folder…", pick: () => pickFolder(place, "Use as DAG Folder") },
      }),
      then: (draft) => ({ ...draft, dagFolder: draft.dagFolder.trim() }),
    }),
  ];
}
