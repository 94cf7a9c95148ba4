import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./repository.js";

/** A small tree under this repository's own lint and compiler configuration, into which a test plants what must be reported. */
export interface PlantedTree extends AsyncDisposable {
  readonly folder: string;
  /** Writes files by path relative to the tree. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
}

/** TypeScript projects, as the root `tsconfig.json` lists them. */
export async function projects(): Promise<readonly string[]> {
  const { references } = JSON.parse(await readFile(path.join(root, "tsconfig.json"), "utf8")) as {
    readonly references: readonly { readonly path: string }[];
  };
  return references.map((reference) => reference.path);
}

/** Lies in `out/`, so that packages resolve to this repository's `node_modules`. */
export async function plantedTree(): Promise<PlantedTree> {
  await mkdir(path.join(root, "out"), { recursive: true });
  const folder = await mkdtemp(path.join(root, "out", "guards-"));
  const configuration = [
    "package.json",
    ".oxlintrc.json",
    "eslint.config.mjs",
    "scripts/lint",
    "tsconfig.json",
    "tsconfig.base.json",
    "tsconfig.no-vscode.d.ts",
    "src/core/globals.d.ts",
    ...(await projects()).map((project) => `${project}/tsconfig.json`),
  ];
  for (const file of configuration) await cp(path.join(root, file), path.join(folder, file), { recursive: true });
  return {
    folder,
    async write(files) {
      for (const [file, text] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
        await writeFile(path.join(folder, file), text);
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
