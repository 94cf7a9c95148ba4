import type { Publication, ResourceUse, SaveCall } from "../../model/facts.js";
import type { KnownFile } from "../knowledge.js";
import { isSame } from "../place.js";
import { type Fix, type Fixer, replacing } from "./fix.js";

/** Old spellings, written anew. */
export const oldSpelling: Fixer = (file, problem) => {
  const { resourceUses, saves, publications } = file.known.facts;
  const fixes = [
    ...resourceUses.filter(({ range, method }) => method === "integration" && isSame(range, problem)).map(resourceFix),
    ...saves
      .filter(({ range, spelling }) => spelling === "artifact.save" && isSame(range, problem))
      .map((save) => saveFix(file, save)),
    ...publications
      .filter(({ range, flowConfig }) => flowConfig && isSame(range, problem))
      .map((publication) => engineFix(file, publication)),
  ];
  // The same call is come by several times in a loop or a helper.
  return fixes.filter((fix) => fix !== undefined).slice(0, 1);
};

function resourceFix({ written: { method } }: ResourceUse): Fix | undefined {
  return method && replacing("Write resource instead of integration", method, "resource");
}

/** `a.save(db.config(table=t, mode=m))` → `db.save(a, t, m)`. Comments would be lost, so there it is left to the user. */
function saveFix({ lines }: KnownFile, { range, written }: SaveCall): Fix | undefined {
  const { artifact, resource, table, mode } = written;
  if (artifact === undefined || resource === undefined || table === undefined || mode === undefined) return undefined;
  const parts = [artifact, table, mode].map((part) => lines.slice(part));
  if (hasComment(lines.slice(range))) return undefined;
  const save = `${lines.slice(resource)}.save(${parts.join(", ")})`;
  return replacing(`Write ${save.length > 60 ? "the save of the resource" : save}`, range, save);
}

function engineFix({ lines }: KnownFile, { written: { flowConfig } }: Publication): Fix | undefined {
  if (flowConfig === undefined || hasComment(lines.slice(flowConfig.argument))) return undefined;
  const engine = `engine=${lines.slice(flowConfig.engine)}`;
  return replacing(`Write ${engine} instead of config=FlowConfig(…)`, flowConfig.argument, engine);
}

/** Strings are left out of the search; one that looks like a comment does no harm. */
function hasComment(text: string): boolean {
  return text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "").includes("#");
}
