import { saveModes } from "../../model/saveModes.js";
import type { SaveMode } from "../../model/workflow.js";
import { isSame } from "../place.js";
import { modeWords } from "../words.js";
import { appending, type Fix, type Fixer } from "./fix.js";

const meant: Readonly<Partial<Record<string, SaveMode>>> = {
  overwrite: "replace",
  upsert: "append",
  insert: "append",
  add: "append",
  error: "fail",
};

/** One of the three modes, in place of a wrong one or where none is given. */
export const saveMode: Fixer = (file, problem) => {
  const save = file.known.facts.saves.find(({ range }) => isSame(range, problem));
  if (save?.written.settings === undefined) return [];
  const { mode, settings } = save.written;
  const edit = (value: string): Fix["edits"][number] =>
    mode === undefined
      ? appending(file, settings, save.spelling === "artifact.save" ? `mode='${value}'` : `'${value}'`)
      : { range: mode, newText: `'${value}'` };
  const likely =
    typeof save.mode === "string"
      ? (meant[save.mode.toLowerCase()] ?? saveModes.find((one) => one === save.mode?.toLowerCase()))
      : undefined;
  return (Object.keys(modeWords) as SaveMode[]).map((value) => ({
    title: `Write '${value}', which ${modeWords[value]}`,
    edits: [edit(value)],
    isPreferred: value === likely,
  }));
};
