import type { Files } from "../ports.js";
import template from "./new_workflow.py";

/** A file name that is free in a folder: `workflow.py`, else `workflow_2.py` and so on. */
export async function freeWorkflowFile(files: Files, folder: string): Promise<string> {
  const taken = new Set((await files.list(folder))?.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? "workflow.py" : `workflow_${number}.py`;
    if (!taken.has(name)) return name;
  }
}

/** Why a new workflow file cannot have that name, as a sentence; undefined where it can. */
export function objectionToWorkflowFile(name: string, taken: ReadonlySet<string>): string | undefined {
  const file = workflowFileName(name);
  if (file === ".py" || /[\\/:*?"<>|\0]/.test(file) || file.startsWith("."))
    return "Write a name without / and other signs, such as workflow.py.";
  if (taken.has(file)) return `${file} is there already. Choose another name.`;
  return stemOf(file) === "aqueduct"
    ? "aqueduct.py would hide the package that workflows import. Choose another name."
    : undefined;
}

/** What was typed, as the name of a Python file. */
export function workflowFileName(typed: string): string {
  const name = typed.trim();
  return name.endsWith(".py") ? name : `${name}.py`;
}

/**
 * The text of a new workflow file: it runs as it is, in an empty folder, with no package but ours.
 *
 * @param file its name, after which the workflow is called
 */
export function newWorkflowText(file: string): string {
  const call = `publish_flow(${JSON.stringify(stemOf(file).replaceAll("_", " "))},`;
  return template.replace('publish_flow("workflow",', () => call);
}

function stemOf(file: string): string {
  return file.slice(0, -".py".length);
}
