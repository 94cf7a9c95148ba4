import { isSame } from "../place.js";
import { appending, type Fix, type Fixer } from "./fix.js";

const modes = ["replace", "append", "fail"] as const;
const meant: Readonly<Partial<Record<string, (typeof modes)[number]>>> = {
  overwrite: "replace",
  upsert: "append",
  insert: "append",
  add: "append",
  error: "fail",
};
const titles = { replace: "replaces the table", append: "adds to the table", fail: "fails where the table exists" };

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
      ? (meant[save.mode.toLowerCase()] ?? modes.find((one) => one === save.mode?.toLowerCase()))
      : undefined;
  return modes.map((value) => ({
    title: `Write '${value}', which ${titles[value]}`,
    edits: [edit(value)],
    isPreferred: value === likely,
  }));
};
