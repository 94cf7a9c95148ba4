import { enumerations } from "./authoringApi.js";
import type { SaveMode } from "./workflow.js";

/** What a save does with a table that is there, as `LoadUpdateMode` of the authoring API has it. */
export const saveModes: readonly SaveMode[] = Object.values(enumerations.LoadUpdateMode);

export function isSaveMode(text: string): text is SaveMode {
  return saveModes.some((mode) => mode === text);
}
