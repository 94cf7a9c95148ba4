import { isSaveMode } from "../model/saveModes.js";
import { problem, type Rule } from "./rule.js";
import { resourceNamed } from "./unknownResource.js";

export const saveMode: Rule = ({ facts, resources }) =>
  facts.saves.flatMap(({ mode, table, range, spelling, resource }) => {
    // Files of a store have no mode; that they come later is said by another rule.
    const kind = resource === undefined ? undefined : resourceNamed(resources, resource)?.kind;
    if (kind === "folder" || kind === "s3") return [];
    if (mode === null || (mode !== undefined && isSaveMode(mode))) return [];
    const example = `mode='replace'`;
    const written =
      spelling === "artifact.save"
        ? `db.config(table='${table ?? "…"}', ${example})`
        : `db.save(artifact, '${table ?? "…"}', 'replace')`;
    const message =
      mode === undefined
        ? `This save does not say what happens to a table that exists: write ${written}, or 'append' or 'fail' for the mode.`
        : `"${mode}" is not a mode of a save: write 'replace', 'append' or 'fail'.`;
    return [problem("save-mode", "error", message, range)];
  });
