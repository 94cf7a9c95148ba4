import type * as vscode from "vscode";
import { filesOfBuild, textDigest, type BuiltFile, type World } from "../../core/index.js";
import type { KeptPublication } from "./publishMemory.js";

/** Digests of the texts that a build was made from, by path relative to its folder. */
export type Texts = Readonly<Record<string, string>>;

/** Reads what the trace has just read: an edit that comes later is one that was not published. */
export async function textsOf(world: World, { open, build }: BuiltFile, uri: vscode.Uri): Promise<Texts> {
  const paths = filesOfBuild(build.record, world.files.relative(open.folder, uri.fsPath));
  const texts = await Promise.all(
    paths.map(async (path) => [path, await world.files.readText(world.files.join(open.folder, path))] as const),
  );
  return Object.fromEntries(
    texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, textDigest(text, world.hash)]])),
  );
}

/** What is remembered once the build is live. */
export function keptPublication(
  { uri, airflow }: { readonly uri: vscode.Uri; readonly airflow: string },
  { open, build }: BuiltFile,
  files: Texts,
): Omit<KeptPublication, "publishedAt"> {
  return {
    uri: uri.toString(),
    folder: open.folder,
    workflow: build.record.workflow,
    target: airflow,
    build: build.name,
    files,
  };
}
