import { stripVTControlCharacters } from "node:util";
import * as vscode from "vscode";
import { whyText } from "../../core/index.js";
import { firstLine } from "../../core/model/firstLine.js";
import type { JobRecord } from "../../core/model/job.js";
import { followLogs, type FollowedLogs } from "../../platform/followLogs.js";
import type { Contribution, Services } from "../services.js";
import { setting } from "../settings.js";
import type { LocalRecord } from "./folderRuns.js";

const channelName = "Aqueduct Runs";

/** What operators print, as they print it, each line under its operator's name; of every local run that is followed. */
export const runOutput: Contribution = (services) => vscode.Disposable.from(new RunOutput(services));

type OutputParts = Pick<Services, "history" | "localRuns" | "log">;

class RunOutput implements vscode.Disposable {
  readonly #services: OutputParts;
  readonly #subscriptions: readonly vscode.Disposable[];
  /** By run. */
  readonly #logs = new Map<string, FollowedLogs>();
  #channel: vscode.OutputChannel | undefined;
  /** What is said comes in the order of the records, each behind what was printed before it. */
  #said: Promise<void> = Promise.resolve();

  constructor(services: OutputParts) {
    this.#services = services;
    this.#subscriptions = [
      services.localRuns.onDidBegin(() => {
        if (setting("run.showOutput")) this.#shown.show(true);
      }),
      services.history.onDidRecord((record) => {
        this.#follow(record);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const logs of this.#logs.values()) void logs.stop();
    this.#channel?.dispose();
  }

  /** Made when the first run starts: an empty channel in everybody's list helps nobody. */
  get #shown(): vscode.OutputChannel {
    return (this.#channel ??= vscode.window.createOutputChannel(channelName));
  }

  #follow({ folder, rid, record }: LocalRecord): void {
    const run = this.#services.history.run({ folder, target: "local", rid });
    const name = `${run?.workflow ?? "run"} ${rid.slice(0, 6)}`;
    const logs =
      this.#logs.get(rid) ??
      followLogs((text) => {
        this.#shown.append(stripVTControlCharacters(text));
      });
    this.#logs.set(rid, logs);
    switch (record.type) {
      case "submitted":
        this.#say(record.at, `${name}: started`);
        break;
      case "started":
        this.#say(record.at, `${record.task}: running`);
        logs.start(record.task, [record.stdout, record.stderr]);
        break;
      case "ended":
        this.#sayAfter(logs.end(record.task), record.at, `${record.task}: ${endOf(record)}`);
        break;
      case "upstreamFailed":
        this.#say(record.at, `${record.task}: not run, since ${record.upstream} did not succeed`);
        break;
      case "finished":
        this.#logs.delete(rid);
        this.#sayAfter(logs.stop(), record.at, `${name}: ${record.outcome}`);
        break;
      default:
        break;
    }
  }

  /** Says it once everything that was printed before stands there. */
  #sayAfter(shown: Promise<void>, at: string, text: string): void {
    this.#said = Promise.all([this.#said, shown]).then(
      () => {
        this.#shown.appendLine(`${new Date(at).toLocaleTimeString()} ${text}`);
      },
      (error: unknown) => {
        this.#services.log.error(
          "the output of an operator can't be read",
          error instanceof Error ? error : String(error),
        );
      },
    );
  }

  #say(at: string, text: string): void {
    this.#sayAfter(Promise.resolve(), at, text);
  }
}

function endOf({ outcome, reason, reused, called, at }: Extract<JobRecord, { readonly type: "ended" }>): string {
  const why = whyText({ reused, called, endedAt: at });
  if (reused !== undefined && why !== null) return why;
  return `${outcome}${reason === null ? "" : ` (${firstLine(reason)})`}${why === null ? "" : `, ${why}`}`;
}
