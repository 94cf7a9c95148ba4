import process from "node:process";
import { accountOf, objectionToDatabaseUrl, objectionToName, withoutPassword, type Project } from "../../core/index.js";
import { passwordVariable } from "../../core/model/passwordVariable.js";
import type { Question } from "../inputs/askAll.js";
import { textQuestion } from "../inputs/questions.js";
import { whereKept } from "./passwordQuestions.js";

export interface DatabaseDraft {
  readonly name: string;
  /** Without its password once it is answered. */
  readonly url: string;
  readonly password: string;
}

/** What *Add Database* asks, in its order. */
export function databaseQuestions({ resources }: Project): readonly Question<DatabaseDraft>[] {
  return [
    textQuestion("name", {
      about: () => ({
        prompt:
          'Name of the database in aqueduct.json, as workflows name it: client.resource("warehouse"). On Airflow its workers use the Connection of that name.',
        validate: (text) => objectionToName(text, "database", resources),
      }),
      then: (draft) => {
        const known = resources.get(draft.name);
        return draft.url === "" && known?.kind === "database" ? { ...draft, url: known.url } : draft;
      },
    }),
    textQuestion("url", {
      about: () => ({
        prompt:
          "SQLAlchemy URL. A password in it is taken out and kept in VS Code's secret storage. A relative SQLite path lies beside aqueduct.json.",
        placeholder: "postgresql://ann@db.example.org/wines or sqlite:///wines.db",
        validate: (text) => objectionToDatabaseUrl(text.trim()),
      }),
      then: (draft) => {
        const { url, password } = withoutPassword(draft.url.trim());
        return { ...draft, url, password: password ?? draft.password };
      },
    }),
    databasePasswordQuestion("optional"),
  ];
}

/** Of the user in the URL; a new database may need none. */
export function databasePasswordQuestion(need: "optional" | "required"): Question<DatabaseDraft> {
  return textQuestion("password", {
    isAsked: ({ url }) => accountOf(url) !== undefined,
    about: ({ name, url }) => {
      const { origin, user } = accountOf(url) ?? { origin: url, user: "" };
      return {
        prompt: `Password of ${user} at ${origin}. ${need === "optional" ? "Leave it empty where none is needed. " : ""}${whereKept(process.env, passwordVariable(name))}`,
        secrecy: "hidden",
        validate: (text) => (text === "" && need === "required" ? "Type the password." : undefined),
      };
    },
  });
}
