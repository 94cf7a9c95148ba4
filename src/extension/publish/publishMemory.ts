import type * as vscode from "vscode";
import type { PublishedMemory, RememberedTarget } from "../../core/index.js";
import { stateKeys } from "../ids.js";

/** A publication that was made from this workspace. */
export interface KeptPublication extends PublishedMemory {
  /** Of the workflow file. */
  readonly uri: string;
  /** Absolute path of the folder that the files are relative to. */
  readonly folder: string;
}

interface KeptTarget extends RememberedTarget {
  readonly uri: string;
  readonly workflow: string;
}

/** How many of each are remembered; the oldest go first. */
const most = 100;

/** What was published from this workspace, and to where: enough for the status bar to tell what was edited since without asking anybody. */
export class PublishMemory {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The last publications of a file's workflows, one for each workflow and target, the newest last. */
  publicationsOf(uri: vscode.Uri): readonly KeptPublication[] {
    return this.#publications.filter((kept) => kept.uri === uri.toString());
  }

  async keepPublication(kept: KeptPublication): Promise<void> {
    const others = this.#publications.filter(
      ({ uri, workflow, target }) => uri !== kept.uri || workflow !== kept.workflow || target !== kept.target,
    );
    await this.#state.update(stateKeys.publications, [...others, kept].slice(-most));
  }

  targetOf(uri: vscode.Uri, workflow: string): RememberedTarget | undefined {
    return this.#targets.findLast((kept) => kept.uri === uri.toString() && kept.workflow === workflow);
  }

  async keepTarget(uri: vscode.Uri, workflow: string, { engine, target }: RememberedTarget): Promise<void> {
    const others = this.#targets.filter((kept) => kept.uri !== uri.toString() || kept.workflow !== workflow);
    await this.#state.update(
      stateKeys.publishTargets,
      [...others, { uri: uri.toString(), workflow, engine, target }].slice(-most),
    );
  }

  get #publications(): readonly KeptPublication[] {
    return listOf<KeptPublication>(this.#state.get<unknown>(stateKeys.publications), "build");
  }

  get #targets(): readonly KeptTarget[] {
    return listOf<KeptTarget>(this.#state.get<unknown>(stateKeys.publishTargets), "target");
  }
}

/** An older version may have kept something else. */
function listOf<Kept>(value: unknown, member: keyof Kept & string): readonly Kept[] {
  return Array.isArray(value)
    ? value.filter((one): one is Kept => typeof one === "object" && one !== null && member in one)
    : [];
}
