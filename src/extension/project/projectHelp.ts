import path from "node:path";
import * as vscode from "vscode";
import {
  beyondSchema,
  projectFile,
  readProject,
  resourcePlaces,
  storeNameAt,
  type TextPlace,
} from "../../core/index.js";
import { ids } from "../ids.js";
import type { ResourceReference } from "../references.js";
import type { Contribution } from "../services.js";

const files: vscode.DocumentSelector = { scheme: "file", pattern: `**/${projectFile}` };

/** Help in `aqueduct.json` beyond what its schema gives: problems that no schema can tell, names of stores, and what can be done with a resource. */
export const projectHelp: Contribution = () =>
  vscode.Disposable.from(
    projectProblems(),
    vscode.languages.registerCodeLensProvider(files, { provideCodeLenses: lensesOf }),
    vscode.languages.registerCompletionItemProvider(files, { provideCompletionItems: storeNames }, '"'),
    vscode.languages.registerDefinitionProvider(files, { provideDefinition: storeDefinition }),
  );

/** Keeps the problems of open files as they are typed. */
function projectProblems(): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection("aqueduct.project");
  const read = (document: vscode.TextDocument): void => {
    if (document.uri.scheme === "file" && path.basename(document.fileName) === projectFile)
      problems.set(document.uri, diagnosticsOf(document));
  };
  vscode.workspace.textDocuments.forEach(read);
  return vscode.Disposable.from(
    problems,
    vscode.workspace.onDidOpenTextDocument(read),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      read(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      problems.delete(uri);
    }),
  );
}

/** Those that the schema does not tell, so that nothing is said twice. */
function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  const { problems } = readProject(document.getText(), path.dirname(document.fileName));
  return problems
    .filter(({ code }) => beyondSchema.has(code))
    .map(({ code, message, line, column, endLine, endColumn }) => {
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1),
        message,
        vscode.DiagnosticSeverity.Error,
      );
      diagnostic.source = "aqueduct";
      diagnostic.code = code;
      return diagnostic;
    });
}

function lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
  const folder = path.dirname(document.fileName);
  return resourcePlaces(document.getText()).flatMap((place) => {
    const range = rangeOf(document, place);
    const reference: ResourceReference = { kind: "resource", folder, name: place.name };
    const test = {
      title: "$(plug) Test connection",
      command: ids.testConnection,
      tooltip: "Try everything that publishing needs, step by step",
      arguments: [reference],
    };
    const password = {
      title: "$(key) Change password",
      command: ids.changePassword,
      tooltip: "Keep another password in VS Code's secret storage",
      arguments: [reference],
    };
    const commands =
      place.type === "airflow" ? [test, password] : place.type === "database" && place.hasUser ? [password] : [];
    return commands.map((command) => new vscode.CodeLens(range, command));
  });
}

function storeNames(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const text = document.getText();
  const place = storeNameAt(text, document.offsetAt(position));
  if (place === undefined) return [];
  return resourcePlaces(text)
    .filter(({ type }) => type === "store")
    .map(({ name }) => {
      const item = new vscode.CompletionItem(JSON.stringify(name), vscode.CompletionItemKind.Reference);
      item.detail = `store of ${projectFile}`;
      item.range = rangeOf(document, place);
      return item;
    });
}

function storeDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.LocationLink[] {
  const text = document.getText();
  const named = storeNameAt(text, document.offsetAt(position));
  if (named === undefined || named.length === 0) return [];
  const originSelectionRange = rangeOf(document, named);
  const name = document.getText(originSelectionRange).slice(1, -1);
  return resourcePlaces(text)
    .filter((place) => place.name === name)
    .map((place) => ({ originSelectionRange, targetUri: document.uri, targetRange: rangeOf(document, place) }));
}

function rangeOf(document: vscode.TextDocument, { offset, length }: TextPlace): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
