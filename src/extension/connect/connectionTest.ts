import * as vscode from "vscode";
import {
  connectAirflow,
  openFolder,
  WorkflowProblems,
  type AirflowResource,
  type OpenFolder,
  type World,
} from "../../core/index.js";
import type { StepsModel } from "../../formats/stepsPanel.js";
import type { StepsSession } from "../panels/stepsPanels.js";
import { projectUri, saveProject, showProblem, showProject } from "../project/projectFile.js";
import { ids } from "../ids.js";
import type { ResourceReference } from "../references.js";
import type { Services } from "../services.js";
import { cancelled, connectionActions, tested, untested, withResult, withRunning } from "./connectionSteps.js";

/** What the buttons of a tested connection lead to. */
export interface ConnectionLinks {
  readonly changePassword: (reference: ResourceReference) => void;
  readonly publish: () => void;
}

/** Tests a connection in a panel, step by step; lives as long as the panel shows it. */
export async function testConnection(
  services: Services,
  reference: ResourceReference,
  links: ConnectionLinks,
): Promise<void> {
  if (!(await saveProject(reference.folder))) return;
  const world = await services.world();
  const open = await openProject(world, reference.folder);
  if (open === undefined) return;
  const airflow = open.resources.get(reference.name);
  if (airflow?.kind !== "airflow") {
    services.report.notice(`aqueduct.json has no Airflow "${reference.name}".`, {
      label: "Connect to Airflow…",
      command: ids.connectAirflow,
      argument: reference.name,
    });
    return;
  }
  await new ConnectionTest(services, world, open, airflow, links).run();
}

/** Undefined where `aqueduct.json` has errors, which have been shown. */
async function openProject(world: World, folder: string): Promise<OpenFolder | undefined> {
  const { fsPath } = projectUri(folder);
  try {
    return await openFolder(world, fsPath);
  } catch (error) {
    const problem =
      error instanceof WorkflowProblems ? error.problems.find(({ severity }) => severity === "error") : undefined;
    if (problem === undefined) throw error;
    showProblem(projectUri(folder), problem);
    return undefined;
  }
}

class ConnectionTest {
  readonly #services: Services;
  readonly #world: World;
  readonly #open: OpenFolder;
  readonly #airflow: AirflowResource;
  readonly #links: ConnectionLinks;
  readonly #session: StepsSession;
  #model: StepsModel;
  #test: AbortController | undefined;

  constructor(services: Services, world: World, open: OpenFolder, airflow: AirflowResource, links: ConnectionLinks) {
    this.#services = services;
    this.#world = world;
    this.#open = open;
    this.#airflow = airflow;
    this.#links = links;
    this.#model = this.#untested();
    this.#session = services.stepsPanels.open(this.#model);
    this.#session.onDidAct((action) => {
      this.#act(action);
    });
    this.#session.onDidClose(() => {
      this.#stop();
    });
  }

  async run(): Promise<void> {
    const test = new AbortController();
    this.#test = test;
    let began = 0;
    this.#show(this.#untested());
    try {
      await connectAirflow(this.#world, this.#open, {
        airflow: this.#airflow.name,
        signal: test.signal,
        onStep: (step) => {
          if (test.signal.aborted) return;
          if (step.state === "started") began = this.#world.clock.monotonic();
          this.#show(
            step.state === "started"
              ? withRunning(this.#model, step.name)
              : withResult(this.#model, step, (this.#world.clock.monotonic() - began) / 1000),
          );
        },
      });
      this.#show(tested(this.#model, this.#airflow.name));
      await this.#services.history.reopen(this.#open.folder);
    } catch (error) {
      if (!test.signal.aborted) throw error;
      this.#show(cancelled(this.#model));
    }
  }

  #act(action: string): void {
    const reference: ResourceReference = { kind: "resource", folder: this.#open.folder, name: this.#airflow.name };
    if (action === connectionActions.cancel) this.#stop();
    else if (action === connectionActions.again) this.#do(testConnection(this.#services, reference, this.#links));
    else if (action === connectionActions.edit) this.#do(showProject(this.#open.folder, this.#airflow.name));
    else if (action === connectionActions.password) this.#links.changePassword(reference);
    else if (action === connectionActions.publish) this.#links.publish();
  }

  #do(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#services.report.failure(`The connection to ${this.#airflow.name} can't be tested.`, error);
    });
  }

  #stop(): void {
    this.#test?.abort(new vscode.CancellationError());
  }

  #show(model: StepsModel): void {
    this.#model = model;
    this.#session.update(model);
  }

  #untested(): StepsModel {
    const store = this.#open.resources.get(this.#airflow.store ?? "");
    return untested(this.#airflow, store?.kind === "s3" || store?.kind === "folder" ? store : undefined);
  }
}
