import * as vscode from "vscode";
import { localTarget } from "../core/index.js";
import { milestoneFormat, readEach, type Milestone } from "../formats/memory.js";
import { contextKeys, stateKeys } from "./ids.js";
import type { Contribution, Services } from "./services.js";

/** The steps that tick themselves by a milestone. */
const steps = {
  hasWorkflow: "sample",
  hasSeenGraph: "graph",
  hasRun: "run",
  isConnected: "connect",
  hasPublished: "publish",
} as const satisfies Record<Milestone, string>;

/** Keeps the milestones, as context keys of their own names. */
export class Milestones {
  readonly #state: vscode.Memento;
  readonly #walkthrough: string;
  readonly #reached: Set<Milestone>;
  #isBegunAgain = false;

  /** @param walkthrough as VS Code names it: with the id of the extension */
  constructor(state: vscode.Memento, walkthrough: string) {
    this.#state = state;
    this.#walkthrough = walkthrough;
    this.#reached = new Set(readEach(milestoneFormat, state.get<unknown>(stateKeys.milestones)));
    for (const milestone of this.#reached) void tell(milestone, "reached");
  }

  has(milestone: Milestone): boolean {
    return this.#reached.has(milestone);
  }

  reach(milestone: Milestone): void {
    if (this.#reached.has(milestone)) return;
    this.#reached.add(milestone);
    void tell(milestone, "reached");
    // VS Code heeds a key once in a window, so that it would tick nothing after a new start there.
    if (this.#isBegunAgain)
      void vscode.commands.executeCommand("welcome.markStepComplete", `${this.#walkthrough}#${steps[milestone]}`);
    void this.#state.update(stateKeys.milestones, [...this.#reached]);
  }

  /**
   * Opens the walkthrough with what was reached ticked.
   *
   * VS Code learns the steps of a window when a walkthrough is first opened there, and ticks one only when its key changes after that: a key that is set already would
   * never tick its step.
   */
  async openTicked(open: () => Thenable<unknown>): Promise<void> {
    await this.#tellAll("unknown");
    try {
      await open();
    } finally {
      await this.#tellAll("reached");
    }
  }

  /** Takes the ticks off, which VS Code keeps for all folders of the machine, so that the steps can be gone through once more. The walkthrough has to be open: only then VS Code knows its steps. */
  async startAgain(): Promise<void> {
    this.#isBegunAgain = true;
    await this.#tellAll("unknown");
    this.#reached.clear();
    await this.#state.update(stateKeys.milestones, []);
    for (const step of [...Object.values(steps), "watch"])
      await vscode.commands.executeCommand("welcome.markStepIncomplete", `${this.#walkthrough}#${step}`);
  }

  async #tellAll(state: "reached" | "unknown"): Promise<void> {
    await Promise.all([...this.#reached].map((milestone) => tell(milestone, state)));
  }
}

/** Sees milestones where they are reached: each by its evidence, not by a button that was pressed. */
export const reachedMilestones: Contribution = ({ milestones, workflowFiles, graphPanels, history }: Services) =>
  vscode.Disposable.from(
    workflowFiles.onDidAdd(() => {
      milestones.reach("hasWorkflow");
    }),
    graphPanels.onDidShow(() => {
      milestones.reach("hasSeenGraph");
    }),
    history.onDidChange(({ history: { runs, targets, workflows } }) => {
      if (runs.some(({ target, state }) => target === localTarget && state === "succeeded")) milestones.reach("hasRun");
      if (targets.some(({ state }) => state === "answers")) milestones.reach("isConnected");
      if (workflows.some(({ target }) => target !== localTarget)) milestones.reach("hasPublished");
    }),
  );

function tell(milestone: Milestone, state: "reached" | "unknown"): Thenable<unknown> {
  return vscode.commands.executeCommand("setContext", contextKeys[milestone], state === "reached");
}
