import type * as vscode from "vscode";
import type { RememberedTarget } from "../../core/index.js";
import {
  keptPublicationFormat,
  keptTargetFormat,
  readEach,
  type KeptPublication,
  type KeptTarget,
} from "../../formats/memory.js";
import { stateKeys } from "../ids.js";

export type { KeptPublication } from "../../formats/memory.js";

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
    return readEach(keptPublicationFormat, this.#state.get<unknown>(stateKeys.publications));
  }

  get #targets(): readonly KeptTarget[] {
    return readEach(keptTargetFormat, this.#state.get<unknown>(stateKeys.publishTargets));
  }
}
