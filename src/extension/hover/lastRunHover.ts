import * as vscode from "vscode";
import { failureOfOperator } from "../../core/model/run.js";
import { lastRunOf, localTarget, type LastRun } from "../../core/index.js";
import type { OperatorId, Workflow } from "../../core/model/workflow.js";
import { stateIcon } from "../codeLens/stateIcon.js";
import { ids } from "../ids.js";
import type { OperatorRunReference } from "../references.js";
import type { Contribution, Services } from "../services.js";

const selector: vscode.DocumentSelector = [
  { language: "python", scheme: "file" },
  { language: "python", scheme: "untitled" },
];

/** A call of several operators, as in a loop, says of so many how they ran. */
const mostOperators = 3;

/** Under the language server's hover on an operator: how it ran last, with its value, its log and its trace. It tells what is known, and looks at no server. */
export const lastRunHover: Contribution = (services) =>
  vscode.languages.registerHoverProvider(selector, {
    provideHover: (document, position) => hoverAt(services, document, position),
  });

async function hoverAt(
  { graphs, history, languageServer }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const graph = graphs.known(document.uri);
  const folder = graphs.folderOf(document.uri);
  const runs = folder === undefined ? undefined : history.folder(folder)?.history.runs;
  if (graph === undefined || folder === undefined || runs === undefined || runs.length === 0) return undefined;
  const found = await languageServer.operatorsAt(document.uri, position);
  if (found === null) return undefined;
  const now = new Date();
  const lines = found.operators.slice(0, mostOperators).flatMap((id) => {
    const names = workflowsOf(graph.graph.workflows, id);
    const last = lastRunOf(
      runs.filter(({ workflow }) => names.includes(workflow)),
      id,
      now,
    );
    return last === undefined ? [] : [lineOf(last, folder, found.operators.length > 1 ? id : "")];
  });
  const { start, end } = found.range;
  return lines.length === 0
    ? undefined
    : new vscode.Hover(lines, new vscode.Range(start.line, start.character, end.line, end.character));
}

function workflowsOf(workflows: readonly Workflow[], id: OperatorId): readonly string[] {
  return workflows
    .filter(({ operators }) => operators.some((operator) => operator.id === id))
    .flatMap(({ name }) => name ?? []);
}

/** @param name of the operator, where there are several */
function lineOf({ run, operator, text }: LastRun, folder: string, name: string): vscode.MarkdownString {
  const reference: OperatorRunReference = {
    kind: "operatorRun",
    folder,
    target: run.target,
    rid: run.rid,
    operator: operator.operator,
  };
  const link = (title: string, command: string): string =>
    `[${title}](command:${command}?${forLink(JSON.stringify([reference]))})`;
  const { manifest } = operator;
  const links = [
    ...(manifest !== null && manifest.artifacts.length > 0 ? [link("Value", ids.openValue)] : []),
    ...(manifest !== null && manifest.kind !== "parameter" ? [link("Log", ids.openLog)] : []),
    ...(failureOfOperator(operator) === null ? [] : [link("Trace", ids.openTrace)]),
  ];
  const where = run.target === localTarget ? "" : ` on ${run.target}`;
  const whose = name === "" ? "" : ` of ${name}`;
  const markdown = new vscode.MarkdownString(
    `$(${stateIcon(operator.state)}) ${escaped(`Last run${whose}${where}: ${text}`)}${links.length === 0 ? "" : ` — ${links.join(" · ")}`}`,
    true,
  );
  // Links of ours alone: the text holds what user code has said.
  markdown.isTrusted = { enabledCommands: [ids.openValue, ids.openLog, ids.openTrace] };
  return markdown;
}

/** A parenthesis in the name of a folder would end the link. */
function forLink(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** Text as Markdown shows it, without its signs. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+\-.!<>|~$&]/g, "\\$&");
}
