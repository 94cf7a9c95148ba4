import type { Project, World } from "../../core/index.js";
import type { Passwords } from "../world/passwords.js";

/** What the questions stand on. */
export interface ConnectPlace {
  readonly world: World;
  readonly passwords: Passwords;
  /** As the editor has `aqueduct.json` now, saved or not. */
  readonly project: Project;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
