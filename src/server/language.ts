import type { CodeAction, Diagnostic } from "vscode-languageserver";
import {
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type CompletionItem,
  CompletionItemKind,
  type DocumentLink,
  type Hover,
  type Location,
  MarkupKind,
  type Range,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  type Completion,
  completionsAt,
  completionTriggers,
  definitionsAt,
  type Edit,
  fixesAt,
  hoverAt,
  implementationsAt,
  linksOf,
  oldSpellingEdits,
  operatorsOf,
  type ProblemFix,
  referencesAt,
  shipAllFix,
  subjectAt,
} from "../core/index.js";
import type { Problem } from "../core/model/problem.js";
import type { SourceRange } from "../core/model/source.js";
import { diagnosticSource, type OperatorsAtPlace } from "../formats/languageServer.js";
import { asked } from "./asked.js";
import { diagnosticsOf } from "./diagnostics.js";
import { positionOf, rangeOf, sourceRangeOf } from "./ranges.js";
import type { Answerable, Session } from "./session.js";

/** "Fix all" of the editor, for old spellings. */
const fixAllKind = `${CodeActionKind.SourceFixAll}.aqueduct`;

/** What the server answers beside graphs and problems. Nothing that VS Code asks one provider alone: that would blank a Python language server's. */
export const languageCapabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: [...completionTriggers] },
  definitionProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  documentLinkProvider: {},
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
};

/** Answers questions about open documents. */
export function answerQuestions(connection: Connection, session: () => Session | undefined): void {
  const at = async <T>(
    { textDocument, position }: TextDocumentPositionParams,
    answer: (file: Answerable, at: ReturnType<typeof positionOf>) => T,
  ): Promise<T | null> => {
    const file = await session()?.ask(textDocument.uri);
    return file === undefined ? null : answer(file, positionOf(position));
  };

  connection.onHover((params) => at(params, hoverOf));
  connection.onCompletion((params) =>
    at(params, ({ known }, position) => completionsAt(known, position).map(completionItem)),
  );
  connection.onDefinition(
    async (params) => (await at(params, (file, position) => definitions(session(), file, position))) ?? null,
  );
  connection.onImplementation((params) =>
    at(params, (file, position) => implementationsAt(file.known, position).map((range) => locationOf(file, range))),
  );
  connection.onReferences((params) =>
    at(params, (file, position) =>
      referencesAt(file.known, position, params.context.includeDeclaration ? "include" : "leaveOut").map((range) =>
        locationOf(file, range),
      ),
    ),
  );
  connection.onDocumentLinks(async ({ textDocument }) => {
    const file = await session()?.ask(textDocument.uri);
    return file === undefined
      ? null
      : linksOf(file.known).map(
          ({ range, target, tooltip }): DocumentLink => ({
            range: rangeOf(range),
            target: addressOf(file, target),
            tooltip,
          }),
        );
  });
  connection.onCodeAction(async (params) => {
    const file = await session()?.ask(params.textDocument.uri);
    return file === undefined ? null : actions(file, params);
  });
  connection.onRequest("aqueduct/operatorsAt", async (params: unknown): Promise<OperatorsAtPlace | null> => {
    const { uri, position } = asked(connection, "aqueduct/operatorsAt", params);
    return at({ textDocument: { uri }, position }, ({ known }, place) => {
      const subject = subjectAt(known, place);
      return subject === undefined ? null : { operators: operatorsOf(known, subject), range: rangeOf(subject.range) };
    });
  });
}

function hoverOf(file: Answerable, position: ReturnType<typeof positionOf>): Hover | null {
  const hover = hoverAt(file.known, position, (range) => addressOf(file, range));
  return hover === undefined
    ? null
    : { contents: { kind: MarkupKind.Markdown, value: hover.markdown }, range: rangeOf(hover.range) };
}

const itemKinds = {
  resource: CompletionItemKind.Reference,
  value: CompletionItemKind.EnumMember,
  parameter: CompletionItemKind.Variable,
} as const;

function completionItem(
  { label, kind, detail, documentation, range, newText }: Completion,
  index: number,
): CompletionItem {
  return {
    label,
    kind: itemKinds[kind],
    detail,
    textEdit: { range: rangeOf(range), newText },
    // As aqueduct.json has them, and likelier ones first.
    sortText: String(index).padStart(4, "0"),
    ...(documentation !== undefined && { documentation }),
  };
}

async function definitions(
  session: Session | undefined,
  file: Answerable,
  position: ReturnType<typeof positionOf>,
): Promise<Location[]> {
  const found = await Promise.all(
    definitionsAt(file.known, position).map(async (destination): Promise<Location | undefined> => {
      if (destination.kind === "range") return locationOf(file, destination.range);
      const place = await session?.resourcePlace(file.uri, destination.name);
      return place && { uri: place.uri, range: rangeOf(place.range) };
    }),
  );
  return found.filter((location) => location !== undefined);
}

function actions(file: Answerable, { range, context }: CodeActionParams): CodeAction[] {
  const wants = (kind: string): boolean =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const { known } = file;
  const { file: name } = known.known;
  // What a run or a publication has told is the editor's: it comes with the question.
  const elsewhere = new Map(
    context.diagnostics
      .filter(({ source }) => source !== diagnosticSource)
      .map((diagnostic) => [problemOf(diagnostic, name), diagnostic] as const),
  );
  const asked = sourceRangeOf(range, name);
  const fixes = wants(CodeActionKind.QuickFix) ? fixesAt(known, asked, [...elsewhere.keys()]) : [];
  const all = oldSpellingEdits(known);
  const result = distinct(fixes).map(([fix, ...others]) => {
    const mended = [fix, ...others].flatMap(({ problem }) => elsewhere.get(problem) ?? diagnosticsOf([problem], name));
    return quickFix(file, fix, mended);
  });
  const shipAll = shipAllFix(known, fixes);
  if (shipAll !== undefined)
    result.push({ title: shipAll.title, kind: CodeActionKind.QuickFix, edit: edited(file, shipAll.edits) });
  if (fixes.some(({ problem }) => problem.code === "old-spelling") && all.length > 1) {
    result.push({
      title: "Write all old spellings of this file anew",
      kind: CodeActionKind.QuickFix,
      edit: edited(file, all),
    });
  }
  // Only where it is asked for: an offer of it at every place would light a bulb everywhere.
  if (context.only !== undefined && wants(fixAllKind) && all.length > 0)
    result.push({ title: "Write old spellings of Aqueduct anew", kind: fixAllKind, edit: edited(file, all) });
  return result;
}

/** Fixes by what they do: one may mend several problems. */
function distinct(fixes: readonly ProblemFix[]): readonly (readonly [ProblemFix, ...ProblemFix[]])[] {
  const found = new Map<string, [ProblemFix, ...ProblemFix[]]>();
  for (const fix of fixes) {
    const key = JSON.stringify([fix.title, fix.edits]);
    const same = found.get(key);
    if (same === undefined) found.set(key, [fix]);
    else same.push(fix);
  }
  return [...found.values()];
}

/** What a diagnostic of a run or a publication told of a file. */
function problemOf({ code, message, range }: Diagnostic, file: string): Problem {
  return {
    code: String(code ?? ""),
    severity: "warning",
    message: typeof message === "string" ? message : message.value,
    ...sourceRangeOf(range, file),
  };
}

function quickFix(
  file: Answerable,
  { title, edits, isPreferred }: ProblemFix,
  diagnostics: readonly Diagnostic[],
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [...diagnostics],
    edit: edited(file, edits),
    ...(isPreferred && { isPreferred }),
  };
}

function edited({ uri }: Answerable, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [uri]: edits.map(({ range, newText }): TextEdit => ({ range: rangeOf(range), newText })) } };
}

function locationOf({ uriOf }: Answerable, range: SourceRange): { uri: string; range: Range } {
  return { uri: uriOf(range.file), range: rangeOf(range) };
}

function addressOf({ uriOf }: Answerable, { file, line, column }: SourceRange): string {
  return `${uriOf(file)}#L${String(line)},${String(column)}`;
}
