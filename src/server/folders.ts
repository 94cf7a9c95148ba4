import { type Files, findFolder, loadResources, type LostResources, type Resource, withDemo } from "../core/index.js";

/** The folder that a workflow file belongs to, and the resources that are named there. */
export interface WorkflowFolder {
  /** Absolute. */
  readonly path: string;
  /** Those of `aqueduct.json`, and the demo database; undefined where a document has no file, and so no folder. */
  readonly resources: ReadonlyMap<string, Resource> | undefined;
  /** What is wrong there, and so not among them; left out with them. */
  readonly lost?: LostResources;
}

/** Folders of workflow files, found once and again after an `aqueduct.json` was made, changed or deleted. */
export class WorkflowFolders {
  readonly #files: Files;
  readonly #workspaceFolders: readonly string[];
  readonly #known = new Map<string, Promise<WorkflowFolder>>();

  /** @param workspaceFolders absolute paths */
  constructor(files: Files, workspaceFolders: readonly string[]) {
    this.#files = files;
    this.#workspaceFolders = workspaceFolders;
  }

  of(file: string): Promise<WorkflowFolder> {
    const beside = this.#files.dirname(file);
    const known = this.#known.get(beside) ?? this.#find(file);
    this.#known.set(beside, known);
    return known;
  }

  /** Where a document without a file belongs. */
  withoutFile(): WorkflowFolder {
    return { path: this.#workspaceFolders[0] ?? "/", resources: undefined };
  }

  forget(): void {
    this.#known.clear();
  }

  async #find(file: string): Promise<WorkflowFolder> {
    const workspaceFolder = this.#workspaceFolders.find(
      (folder) => !this.#files.relative(folder, file).startsWith(".."),
    );
    const path = await findFolder(this.#files, file, workspaceFolder);
    const { value } = await loadResources(this.#files, path);
    return { path, resources: withDemo(value.resources), lost: value.lost };
  }
}
