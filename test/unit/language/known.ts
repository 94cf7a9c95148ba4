import {
  analyse,
  AnalysisCache,
  checkedGraph,
  KnownFile,
  namesIn,
  type ParsedModule,
  type PythonParser,
  type Resource,
  type TextPosition,
} from "../../../src/core/index.js";
import type { SourceRange } from "../../../src/core/model/source.js";

const resources: ReadonlyMap<string, Resource> = new Map<string, Resource>([
  [
    "aqueduct_demo",
    { kind: "database", name: "aqueduct_demo", url: "sqlite:////demo/wine.db", airflowConnection: "aqueduct_demo" },
  ],
  ["airflow", { kind: "airflow", name: "airflow", url: "http://127.0.0.1:8080" }],
  ["lake", { kind: "s3", name: "lake", bucket: "wines", prefix: "raw", airflowConnection: "lake" }],
]);

/** What is known of a file; the text may be broken, `before` is what stood there last. */
export function known(
  parser: PythonParser,
  text: string,
  {
    before,
    modules = () => undefined,
    named = resources,
    file = "workflow.py",
  }: {
    before?: string;
    modules?: (path: string) => ParsedModule | undefined;
    named?: ReadonlyMap<string, Resource>;
    file?: string;
  } = {},
): KnownFile {
  const cache = new AnalysisCache();
  const request = { file, parser, modules, cache };
  const previous = before === undefined ? undefined : analyse({ ...request, text: before, tree: parser.parse(before) });
  const analysis = analyse({ ...request, text, tree: parser.parse(text), ...(previous && { previous }) });
  return new KnownFile({
    file,
    text,
    graph: checkedGraph(analysis, named),
    facts: analysis.facts,
    names: namesIn(analysis, request),
    resources: named,
  });
}

/** The text without its first `|`, and where that stood. */
export function caretIn(marked: string): { readonly text: string; readonly at: TextPosition } {
  const index = marked.indexOf("|");
  if (index === -1) throw new Error("the text has no | in it");
  const above = marked.slice(0, index).split("\n");
  return {
    text: marked.slice(0, index) + marked.slice(index + 1),
    at: { line: above.length, column: (above.at(-1) ?? "").length + 1 },
  };
}

/** Ranges as people read them: the text there, and its line. */
export function shown(file: KnownFile, ranges: readonly SourceRange[]): readonly string[] {
  return ranges.map((range) =>
    range.file === file.known.file
      ? `${String(range.line)}: ${file.lines.slice(range)}`
      : `${range.file} ${String(range.line)}`,
  );
}
