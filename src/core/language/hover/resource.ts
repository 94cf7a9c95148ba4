import { code } from "../markdown.js";
import type { KnownFile } from "../knowledge.js";
import { resourceAddress, resourceWord } from "../words.js";

/** A resource by what `aqueduct.json` says of it; undefined where that names none, which is a problem of its own. */
export function resourceText({ known }: KnownFile, name: string): string | undefined {
  const resource = known.resources?.get(name);
  return (
    resource &&
    `**${code(name)}** · ${resourceWord(resource)}\n\n- ${code(resourceAddress(resource))}\n- Stands in ${code("aqueduct.json")}`
  );
}
