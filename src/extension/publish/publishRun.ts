import * as vscode from "vscode";
import {
  AirflowError,
  buildFile,
  planPublishing,
  publishAsPlanned,
  withLocalRuns,
  PublishError,
  scheduleWords,
  WorkflowProblems,
  WrongRequest,
  type BuiltFile,
  type PublishingRequest,
  type PublishPlan,
  type World,
} from "../../core/index.js";
import type { Problem } from "../../core/model/problem.js";
import { whoAmI } from "../../platform/whoAmI.js";
import { NotSaved } from "../documents/notSaved.js";
import { saveBeforeTrace } from "../documents/saveBeforeTrace.js";
import { ids } from "../ids.js";
import type { StepsSession } from "../panels/stepsPanels.js";
import type { PublishedReference, ResourceReference, WorkflowReference } from "../references.js";
import { openInAirflow } from "./openInAirflow.js";
import { keptPublication, textsOf } from "./keptPublication.js";
import { cancelledAt, outcomeOf, outcomeOfError, type PublishOutcome } from "./publishOutcome.js";
import { actions, PublishTracker } from "./publishTracker.js";
import type { PublishingParts } from "./publishingParts.js";
import { countOf } from "../../core/model/words.js";
import { showErrorMessage, showInformationMessage, showWarningMessage, withProgress } from "../shown.js";

/** What is published, and where to. */
export interface PublishSubject {
  readonly uri: vscode.Uri;
  /** As the text names it; undefined where only tracing can tell. */
  readonly name: string | undefined;
  /** Whether the file has others, so that the name must choose. */
  readonly isOneOfSeveral: boolean;
  /** The line of its `publish_flow`, where the file publishes the name again below it. */
  readonly publication?: number;
  /** Absolute path of the folder with `aqueduct.json`. */
  readonly folder: string;
  /** Name of the Airflow resource, and its address. */
  readonly airflow: string;
  readonly url: string;
  /** The engine that the text names: where it differs, that was asked already. */
  readonly engine: string | null;
}

/** Whether the user looks at the plan in the panel, or wants to see the DAG file's diff first. */
export type PublishOpening = "panel" | "diff";

/** One publication in the editor: from saving the file to what Airflow said, followed in a panel. Goes on when its panel is closed; while it waits for an answer, closing it is a no. */
export class PublishRun {
  readonly #parts: PublishingParts;
  readonly #subject: PublishSubject;
  readonly #opening: PublishOpening;
  readonly #cancel = new AbortController();
  readonly #tracker: PublishTracker;
  readonly #session: StepsSession;
  #answer: ((isYes: boolean) => void) | undefined;
  readonly #handlers: Readonly<Record<string, () => void>> = {
    [actions.publish.id]: () => {
      this.#answer?.(true);
    },
    [actions.cancel.id]: () => {
      this.#stop();
    },
    [actions.showDiff.id]: () => {
      this.#showDiff();
    },
    [actions.publishAgain.id]: () => {
      this.#run(ids.publish, this.#reference);
    },
    [actions.openInAirflow.id]: () => {
      this.#openInAirflow();
    },
    [actions.trigger.id]: () => {
      this.#run(ids.triggerWorkflow, this.#published);
    },
    [actions.connect.id]: () => {
      this.#run(ids.connectAirflow, {
        kind: "resource",
        folder: this.#subject.folder,
        name: this.#subject.airflow,
      } satisfies ResourceReference);
    },
    [actions.showProblems.id]: () => {
      this.#run("workbench.actions.view.problems");
    },
    [actions.openFile.id]: () => {
      this.#run("vscode.open", this.#unsaved);
    },
  };
  #plan: PublishPlan | undefined;
  #built: BuiltFile | undefined;
  #unsaved: vscode.Uri | undefined;
  /** What stands on lines while the user is asked, and afterwards. */
  #told: readonly Problem[] = [];

  constructor(parts: PublishingParts, subject: PublishSubject, opening: PublishOpening) {
    this.#parts = parts;
    this.#subject = subject;
    this.#opening = opening;
    const facts = [
      { label: "File", value: vscode.workspace.asRelativePath(subject.uri) },
      { label: "Airflow", value: subject.url },
    ];
    this.#tracker = new PublishTracker(`Publish ${this.#title} to ${subject.airflow}`, facts, () => performance.now());
    this.#session = parts.stepsPanels.open(this.#tracker.model);
    this.#session.onDidAct((id) => {
      this.#handlers[id]?.();
    });
    this.#session.onDidClose(() => this.#answer?.(false));
  }

  reveal(): void {
    this.#session.reveal();
  }

  /** Never rejects: how it ended stands in the panel, and in a notification where that is not seen. */
  async run(): Promise<void> {
    const { uri, folder } = this.#subject;
    this.#parts.problems.begin(uri);
    const ended = await withProgress(
      { location: vscode.ProgressLocation.Window, title: `Publishing ${this.#title}` },
      () => this.#publish(),
    );
    this.#parts.problems.ended(uri, folder, [...ended.problems, ...this.#told]);
    this.#tracker.end(ended.outcome, ended.actions);
    this.#show();
    if (!this.#session.isVisible) this.#notify(ended);
  }

  async #publish(): Promise<PublishOutcome> {
    try {
      const world = await this.#parts.world();
      const built = await withLocalRuns(await this.#build(world), this.#cancel.signal);
      this.#told = built.problems;
      this.#parts.problems.found(this.#subject.uri, this.#subject.folder, this.#told);
      const kept = keptPublication(this.#subject, built, await textsOf(world, built, this.#subject.uri));
      const plan = await this.#makePlan(world, built);
      if (!plan.isUnchanged && !(await this.#confirm(plan))) return cancelledAt(undefined);
      const result = await publishAsPlanned(world, built, plan, this.#request());
      await this.#parts.published(kept, result);
      return outcomeOf(result, this.#subject.airflow);
    } catch (error) {
      if (this.#cancel.signal.aborted) return cancelledAt(this.#tracker.step);
      if (error instanceof NotSaved) this.#unsaved = vscode.Uri.parse(error.uri);
      // What these say is for the user; anything else is a defect whose cause the log must keep.
      const isKnown = [WorkflowProblems, WrongRequest, PublishError, AirflowError].some(
        (kind) => error instanceof kind,
      );
      this.#parts.log.error(
        "publishing failed",
        { uri: this.#subject.uri.toString() },
        isKnown ? String(error) : (error as Error),
      );
      return outcomeOfError(error);
    }
  }

  async #build(world: World): Promise<BuiltFile> {
    const { uri, name, isOneOfSeveral, publication } = this.#subject;
    this.#tracker.begin("trace");
    this.#show();
    await saveBeforeTrace(uri, this.#parts.report);
    const built = await buildFile(world, {
      file: uri.fsPath,
      ...(name !== undefined && isOneOfSeveral ? { workflow: name } : {}),
      ...(publication !== undefined && { line: publication }),
      onOutput: (text) => {
        this.#parts.log.info(`${uri.fsPath} printed`, { text });
      },
      onTraced: () => {
        this.#tracker.pass("trace", "");
        this.#tracker.begin("build");
        this.#show();
      },
      signal: this.#cancel.signal,
    });
    const count = built.build.record.operators.length;
    this.#built = built;
    this.#tracker.pass("build", countOf(count, "operator"));
    this.#tracker.addFacts(
      { label: "Build", value: built.build.name.slice(0, 12) },
      { label: "Schedule", value: scheduleWords(built.workflow.schedule) },
    );
    this.#show();
    return built;
  }

  async #makePlan(world: World, built: BuiltFile): Promise<PublishPlan> {
    const plan = await planPublishing(world, built, this.#request());
    const { engine } = built.workflow;
    const others = [...built.open.resources.values()].filter(
      ({ kind, name }) => kind === "airflow" && name !== this.#subject.airflow,
    );
    // Only tracing sees an engine whose name is computed.
    const isElsewhere = engine !== this.#subject.engine && others.some(({ name }) => name === engine);
    this.#plan = isElsewhere
      ? {
          ...plan,
          questions: [
            `The file names the engine “${String(engine)}”. Publish to “${this.#subject.airflow}” all the same?`,
            ...plan.questions,
          ],
        }
      : plan;
    return this.#plan;
  }

  /** Shows what would change and waits for the user. */
  async #confirm(plan: PublishPlan): Promise<boolean> {
    this.#tracker.ask(plan, this.#told);
    this.#show();
    if (this.#opening === "diff") this.#showDiff();
    if (!this.#session.isOpen) return false;
    const isYes = await new Promise<boolean>((resolve) => {
      this.#answer = resolve;
    });
    this.#answer = undefined;
    if (isYes) this.#tracker.goOn();
    this.#show();
    return isYes;
  }

  #request(): PublishingRequest {
    return {
      airflow: this.#subject.airflow,
      publishedBy: whoAmI().name,
      onEvent: (event) => {
        this.#tracker.follow(event);
        this.#show();
      },
      signal: this.#cancel.signal,
    };
  }

  #show(): void {
    this.#session.update(this.#tracker.model);
  }

  #run(command: string, ...args: readonly unknown[]): void {
    vscode.commands.executeCommand(command, ...args).then(undefined, (error: unknown) => {
      this.#parts.report.failure("That can't be done now. Look at the log.", error);
    });
  }

  #stop(): void {
    if (this.#answer) this.#answer(false);
    else this.#cancel.abort(new vscode.CancellationError());
  }

  #openInAirflow(): void {
    openInAirflow(this.#parts.history, this.#published).catch((error: unknown) => {
      this.#parts.report.failure("It can't be opened in Airflow.", error);
    });
  }

  #showDiff(): void {
    if (!this.#plan) return;
    const { fileName, present, text } = this.#plan.destination;
    this.#parts.diffs.show(fileName, present, text, this.#subject.airflow).catch((error: unknown) => {
      this.#parts.report.failure("The diff of the DAG file can't be shown.", error);
    });
  }

  #notify({ outcome }: PublishOutcome): void {
    if (outcome.state === "cancelled") return;
    const [sentence] = outcome.message.split("\n");
    const show = this.#session.isOpen ? ["Show"] : [];
    const tell =
      outcome.state === "failed"
        ? showErrorMessage
        : outcome.state === "waiting"
          ? showWarningMessage
          : showInformationMessage;
    void tell(`${this.#title}: ${sentence ?? ""}`, ...show).then((choice) => {
      if (choice !== undefined) this.#session.reveal();
    });
  }

  get #title(): string {
    return `“${this.#subject.name ?? vscode.workspace.asRelativePath(this.#subject.uri)}”`;
  }

  get #reference(): WorkflowReference {
    return { kind: "workflow", uri: this.#subject.uri.toString(), workflow: this.#subject.name ?? null };
  }

  get #published(): PublishedReference {
    return {
      kind: "published",
      folder: this.#subject.folder,
      workflow: this.#built?.build.record.workflow ?? this.#subject.name ?? "",
      target: this.#subject.airflow,
    };
  }
}
