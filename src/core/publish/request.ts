import type { AirflowClient } from "../airflow/client.js";
import type { SourceRange } from "../model/source.js";
import type { Clock, Files, Hash, ObjectStore } from "../ports.js";
import type { AirflowResource } from "../resources/resource.js";
import type { NamedBuild } from "../store/builds.js";
import type { WorkflowPlace } from "../store/keys.js";
import type { PublishEvent } from "./steps.js";

/** Whose a DAG file is, as its literal says. */
interface DagOwner {
  readonly project: string;
  readonly workflow: string;
  readonly target: string;
}

/** The DAG file as text: rendered for a target, and read back to see whose it is. */
export interface DagFileFormat {
  render(dag: { readonly dagId: string; readonly startDate: string }): string;
  /** Undefined where the text is not a DAG file of Aqueduct; `newer` where only a later version of Aqueduct can tell. */
  ownerOf(text: string): DagOwner | "newer" | undefined;
}

export interface PublishPorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly hash: Hash;
}

export interface PublishRequest {
  readonly build: NamedBuild;
  readonly place: WorkflowPlace;
  /** The `publish_flow` call, where an error of Airflow is shown. */
  readonly source: SourceRange;
  readonly airflow: AirflowResource;
  readonly client: AirflowClient;
  /** Where tracing put the blobs. */
  readonly localStore: ObjectStore;
  /** The store that Airflow's workers use. */
  readonly store: ObjectStore;
  readonly dagFormat: DagFileFormat;
  /** For the record: a name that colleagues know. */
  readonly publishedBy: string;
  /** Connections that its tasks need in Airflow, by their ids. */
  readonly connections?: readonly string[];
  /** What else a person should know before it goes live. */
  readonly warnings: readonly string[];
  onEvent(event: PublishEvent): void;
  /** Milliseconds to wait for Airflow's proof; by default 15 minutes. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

export interface AskingPublishRequest extends PublishRequest {
  /** Asks; false: nothing is published. Not called where there is nothing to ask. */
  confirm(questions: readonly string[]): Promise<boolean>;
}

export type { PublishResult } from "../../formats/publishing.js";
