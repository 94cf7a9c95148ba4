import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ParsedModule, PythonParser } from "../../../src/core/index.js";

const repository = path.resolve(import.meta.dirname, "../../..");
const fixtures = path.join(repository, "test/fixtures");

/** One folder of test/fixtures that holds a workflow. */
export interface Case {
  readonly name: string;
  /** Where its golden files lie. */
  readonly folder: string;
  /** The folder that paths in the graph stand relative to. */
  readonly root: string;
  /** The workflow file, relative to `root`. */
  readonly file: string;
  readonly text: string;
}

export function workflowCases(): Case[] {
  return readdirSync(fixtures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const folder = path.join(fixtures, name);
      const file = workflowFile(folder);
      if (file === undefined) return [];
      return [{ name, folder, root: path.dirname(file), file: path.basename(file), text: readFileSync(file, "utf8") }];
    });
}

/** Finds modules beside a workflow file, as Python does when it runs that file. */
export function modulesIn(root: string, parser: PythonParser): (dotted: string) => ParsedModule | undefined {
  return (dotted) => {
    const stem = dotted.replaceAll(".", "/");
    const file = [`${stem}.py`, `${stem}/__init__.py`].find((candidate) => existsSync(path.join(root, candidate)));
    if (file === undefined) return undefined;
    const text = readFileSync(path.join(root, file), "utf8");
    return { file, text, tree: parser.parse(text), isPackage: file.endsWith("__init__.py") };
  };
}

function workflowFile(folder: string): string | undefined {
  const own = path.join(folder, "workflow.py");
  if (existsSync(own)) return own;
  const named = path.join(folder, "workflow.path");
  return existsSync(named) ? path.join(repository, readFileSync(named, "utf8").trim()) : undefined;
}
