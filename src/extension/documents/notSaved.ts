import { WrongRequest } from "../../core/index.js";

/** A run or a publication has not begun, since what it would read could not be saved. Knows nothing of VS Code. */
export class NotSaved extends WrongRequest {
  /**
   * @param uri the file to open first
   * @param names all of them, as the user knows them; at least one
   */
  constructor(
    readonly uri: string,
    readonly names: readonly string[],
  ) {
    const [lies, them] = names.length === 1 ? ["it lies", "it"] : ["they lie", "them"];
    super(
      `${names.join(" and ")} could not be saved, and would be read as ${lies} on disk. Save ${them}, then try again.`,
    );
  }
}
