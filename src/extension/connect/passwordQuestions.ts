import { passwordVariable } from "../../core/model/passwordVariable.js";
import type { Answer, Question, QuestionPlace } from "../inputs/askAll.js";
import { askChoice, type Choice } from "../inputs/askChoice.js";
import { textQuestion } from "../inputs/questions.js";
import { mayForgetSecrets } from "../world/secretPlace.js";
import type { ConnectDraft, PasswordSource } from "./connectDraft.js";
import type { ConnectPlace } from "./connectPlace.js";
import { checkPassword } from "./probes.js";

/** Which password is used, where there is one already, and else which it is. */
export function passwordQuestions(place: ConnectPlace): readonly Question<ConnectDraft>[] {
  return [
    {
      isAsked: ({ name, url, username }) =>
        place.passwords.variable(name) !== undefined || place.passwords.keeps(url, username),
      ask: (draft, at) => askSource(place, draft, at),
    },
    textQuestion("password", {
      isAsked: ({ passwordFrom }) => passwordFrom === "typed",
      about: (draft) => ({
        prompt: `Password of ${draft.username} at ${draft.url}. ${whereKept(place.environment, passwordVariable(draft.name))}`,
        secrecy: "hidden",
        validate: (text) => (text === "" ? "Type the password." : undefined),
        check: (text, signal) => checkPassword(place, draft, text, signal),
      }),
    }),
  ];
}

/** Where a password goes, and whether it stays there. */
export function whereKept(environment: Readonly<Record<string, string | undefined>>, variable: string): string {
  return mayForgetSecrets(environment)
    ? `It is kept by VS Code and written to no file. This workbench in a browser may forget it when its window is reloaded: then sign in again, or set ${variable}.`
    : "It is kept in VS Code's secret storage, for this address and user alone, and in no file of the workspace.";
}

async function askSource(
  { passwords }: ConnectPlace,
  draft: ConnectDraft,
  at: QuestionPlace,
): Promise<Answer<ConnectDraft>> {
  const variable = passwords.variable(draft.name);
  const choices: readonly Choice<PasswordSource>[] = [
    ...((await passwords.has(draft.url, draft.username))
      ? [{ label: "Use the password that is kept", description: "in VS Code's secret storage", value: "kept" as const }]
      : []),
    ...(variable === undefined
      ? []
      : [
          {
            label: `Use the password in ${variable}`,
            description: "of VS Code's environment",
            value: "environment" as const,
          },
        ]),
    { label: "Type a password", description: "and keep it in VS Code's secret storage", value: "typed" },
  ];
  const chosen = await askChoice(at, {
    placeholder: `Which password of ${draft.username}?`,
    choices,
    current: draft.passwordFrom,
  });
  if (chosen.kind === "cancelled") return chosen;
  return chosen.kind === "back"
    ? { kind: "back", draft }
    : { kind: "next", draft: { ...draft, passwordFrom: chosen.value } };
}
