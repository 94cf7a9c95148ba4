import type { Format } from "./reader.js";
import type { Schema } from "./schema.js";
export interface CatalogEntry {
  readonly format: Format<unknown>;
  /** Its page in `docs/formats`, and its heading there. */
  readonly page: string;
  readonly heading: string;
  /** The runtime reads it too. */
  readonly isReadByPython?: true;
  /** Only members that are read here are described. */
  readonly isPart?: true;
}
/** By the name of its JSON schema and of its samples. */
export declare const catalog: Readonly<Record<string, CatalogEntry>>;
/** Parts that stand in several places: JSON schemas and pages name them. */
export declare const parts: Readonly<Record<string, Schema>>;
