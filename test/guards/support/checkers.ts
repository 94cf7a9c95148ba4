import { execFile } from "node:child_process";
import path from "node:path";
import { packageFolder } from "./repository.js";

/** What a checker said about one line of one file; `file` is relative to the checked folder, lines count from 1. */
export interface Report {
  readonly file: string;
  readonly line: number;
  /** The rule of the linter that reported it, as a comment that disables it would spell it, or `TS` and a number. */
  readonly code: string;
  readonly message: string;
}

/** Lints files of a folder as `npm run lint` does, with the configuration that lies in the folder. */
export async function lint(folder: string, files: readonly string[]): Promise<readonly Report[]> {
  return [...(await lintTypes(folder, files)), ...(await lintImports(folder, files))];
}

/** What takes types, and all else that is not about imports. */
async function lintTypes(folder: string, files: readonly string[]): Promise<readonly Report[]> {
  const bin = path.join(packageFolder("oxlint"), "bin/oxlint");
  // A planted tree lies where git ignores everything.
  const output = await run(folder, [bin, "--type-aware", "--no-ignore", "--format", "json", ...files]);
  const { diagnostics } = JSON.parse(output) as {
    readonly diagnostics: readonly {
      readonly message: string;
      /** `typescript(no-explicit-any)`. */
      readonly code: string;
      readonly filename: string;
      readonly labels: readonly { readonly span: { readonly line: number } }[];
    }[];
  };
  return diagnostics.map(({ message, code, filename, labels: [label] }) => ({
    file: filename,
    line: label?.span.line ?? 1,
    code: code.replace("eslint(", "").replace("(", "/").replace(")", ""),
    message,
  }));
}

/** The import table. */
async function lintImports(folder: string, files: readonly string[]): Promise<readonly Report[]> {
  const bin = path.join(packageFolder("eslint"), "bin/eslint.js");
  const output = await run(folder, [bin, "--format", "json", ...files]);
  const results = JSON.parse(output) as readonly {
    readonly filePath: string;
    readonly messages: readonly { readonly line: number; readonly ruleId: string | null; readonly message: string }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => ({
      file: path.relative(folder, filePath).split(path.sep).join("/"),
      line,
      code: ruleId ?? "fatal",
      message,
    })),
  );
}

/** Compiles every project of a folder. */
export async function compile(folder: string): Promise<readonly Report[]> {
  const bin = path.join(packageFolder("typescript-compiler"), "bin/tsc");
  const output = await run(folder, [bin, "--build", "--pretty", "false"]);
  return reportsOfCompiler(output);
}

/**
 * A file that lies in no referenced project is reported once, where it is first imported; the lines below the report
 * name its importers, and each of these counts as told.
 */
function reportsOfCompiler(output: string): readonly Report[] {
  const reports: Report[] = [];
  for (const text of output.split(/\r?\n(?=\S)/)) {
    const head = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)/.exec(text);
    if (head) reports.push({ file: head[1] ?? "", line: Number(head[2]), code: head[3] ?? "", message: text });
  }
  return reports;
}

/** Both checkers exit with 1 or 2 when they find something, which is what they are run for here. */
function run(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error && (typeof error.code !== "number" || stdout === ""))
        reject(new Error(`${args.join(" ")} failed: ${stderr || stdout}`, { cause: error }));
      else resolve(stdout);
    });
  });
}
