import path from "node:path";
import { packages, rows, targets, type Row } from "./violations.js";

/** One line of a planted file: an import, and whether the table allows it. */
export interface PlantedImport {
  readonly row: string;
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly allowed: boolean;
  /** Whether the compiler has what it takes to see it: the linter sees all. */
  readonly compilerSees: boolean;
}

/** Projects that have Node's types. */
const withNode = new Set(["src/platform", "src/engine", "src/cli", "src/extension"]);

/** What the linter is tried with: every row, every package. */
export function plantedForLinter(): Planting {
  return planting(rows, Object.entries(packages));
}

/**
 * What the compiler is tried with. Rows of single files are left out: they are in core's project like its other rows,
 * and other projects that wrongly import them would report what they import in turn. So are packages that it cannot
 * tell from allowed ones; some of them bring Node's types along, which would blind it for the built-ins.
 */
export function plantedForCompiler(): Planting {
  const folders = new Map([...rows].filter(([, row]) => row.file.endsWith("/planted.ts")));
  return planting(
    folders,
    Object.entries(packages).filter(([kind]) => kind.startsWith("node") || kind === "vscode"),
  );
}

export interface Planting {
  readonly files: Readonly<Record<string, string>>;
  readonly imports: readonly PlantedImport[];
}

/** Each planted file imports files of its own: a compiler reports a foreign file once, at its first importer. */
function planting(
  planted: ReadonlyMap<string, Row>,
  kinds: readonly (readonly [string, readonly string[]])[],
): Planting {
  const files = goodFiles();
  const imports: PlantedImport[] = [];
  for (const [name, row] of planted) {
    const lines: string[] = [];
    const plant = (text: string, what: string, allowed: boolean, compilerSees: boolean): void => {
      lines.push(text);
      imports.push({
        row: name,
        file: row.file,
        line: lines.length,
        what,
        allowed,
        compilerSees: compilerSees && !allowed,
      });
    };
    for (const [target, project] of Object.entries(targets)) {
      const imported = targetFile(target, name);
      if (imported === row.file) continue;
      files[imported] ??= "export const target = 1;\n";
      plant(
        `export * as i${String(lines.length)} from "${specifier(row.file, imported)}";`,
        target,
        row.may.includes(target),
        !reachable(row, project),
      );
    }
    for (const [kind, spellings] of kinds) {
      const compilerSees = kind.startsWith("node") ? !withNode.has(row.project) : kind === "vscode";
      for (const spelling of spellings)
        plant(
          `export * as i${String(lines.length)} from "${spelling}";`,
          spelling,
          row.packages.includes(kind),
          compilerSees,
        );
    }
    files[row.file] = `${lines.join("\n")}\nexport const planted = 1;\n`;
  }
  return { files, imports };
}

/** Every project needs a file; the server's uses its library, which must not bring Node's types in. */
function goodFiles(): Record<string, string> {
  const files = Object.values(targets).map((project) => [`${project}/good.ts`, "export const good = 1;\n"] as const);
  return {
    ...Object.fromEntries(files),
    "src/server/good.ts": 'export { TextDocuments } from "vscode-languageserver/node";\n',
  };
}

function targetFile(target: string, row: string): string {
  if (target === "core/index" || target === "core/ports") return `src/${target}.ts`;
  const folder = target === "webview" || target === "test" ? target : `src/${target}`;
  return `${folder}/for_${row.replaceAll("/", "_")}.ts`;
}

/** Whether the row's project refers to the target's: then the compiler lets every file of it through. */
function reachable(row: Row, project: string): boolean {
  return project === row.project || row.may.some((name) => targets[name as keyof typeof targets] === project);
}

function specifier(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to.replace(/\.ts$/, ".js"));
  return relative.startsWith(".") ? relative : `./${relative}`;
}
