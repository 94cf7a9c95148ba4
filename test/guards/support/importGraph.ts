import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "./repository.js";

/** By file, the files of ours that it imports, for whatever purpose: values, types, `import()`, workers. Paths are relative to a folder, with `/`. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The TypeScript and the scripts below some folders of `base`. */
export function typescriptImports(base: string, folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(base, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(ts|mts|mjs|cjs)$/.test(file))
      .map((file) => path.join(base, folder, file)),
  );
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
      const imported = importedFiles.flatMap(({ fileName }) => resolved(path.dirname(file), fileName, known) ?? []);
      return [named(base, file), [...new Set(imported.map((target) => named(base, target)))]];
    }),
  );
}

/** The Python below a folder, whose packages lie right in it; imports in functions and for a type checker count too. */
export function pythonImports(folder: string): ImportGraph {
  const script = path.join(root, "scripts/lint/python_import_graph.py");
  const { stdout, stderr, status } = spawnSync("python3", [script, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The imports of ${folder} could not be read: ${stderr}`);
  return new Map(Object.entries(JSON.parse(stdout) as Readonly<Record<string, readonly string[]>>));
}

/** The circles of a graph: each as the sorted files that reach one another, sorted by their first. */
export function circles(graph: ImportGraph): readonly (readonly string[])[] {
  const reachable = new Map([...graph.keys()].map((file) => [file, reachedFrom(graph, file)]));
  const seen = new Set<string>();
  const found: (readonly string[])[] = [];
  for (const [file, reached] of reachable) {
    if (seen.has(file) || !reached.has(file)) continue;
    const circle = [...reached].filter((other) => reachable.get(other)?.has(file) === true).sort();
    for (const member of circle) seen.add(member);
    found.push(circle);
  }
  return found.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

function reachedFrom(graph: ImportGraph, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [...(graph.get(start) ?? [])];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    next.push(...(graph.get(file) ?? []));
  }
  return reached;
}

/** Sources spell `./graph.js` and mean graph.ts; a worker is named without its ending. Undefined: it is not a file of ours. */
function resolved(folder: string, specifier: string, files: ReadonlySet<string>): string | undefined {
  if (!/^(worker:)?\.{1,2}\//.test(specifier)) return undefined;
  const plain = path.resolve(folder, specifier.replace(/^worker:/, ""));
  return [plain.replace(/\.js$/, ".ts"), `${plain}.ts`, plain].find((file) => files.has(file));
}

function named(base: string, file: string): string {
  return path.relative(base, file).split(path.sep).join("/");
}
