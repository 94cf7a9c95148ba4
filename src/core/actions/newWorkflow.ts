import type { Files } from "../ports.js";

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
  return `from aqueduct import Client, metric, op

client = Client()

# A parameter: each run can be given another value.
least = client.create_param("least", default=7)


@op
def wines():
    """Operators are plain functions. What this one gives goes to those that are called with it."""
    return [
        {"name": "Riesling", "quality": 8},
        {"name": "Müller-Thurgau", "quality": 5},
        {"name": "Silvaner", "quality": 7},
    ]


@op
def good_wines(wines, least):
    good = [wine for wine in wines if wine["quality"] >= least]
    print(f"{len(good)} of {len(wines)} wines are good")
    return good


@metric
def share_of_good(good, wines):
    """A number that every run keeps."""
    return len(good) / len(wines)


# A table of a database: db = client.resource("aqueduct_demo"), a demo that is there in every folder,
# then db.sql("SELECT * FROM wine"). That needs the package pandas.
all_wines = wines()
good = good_wines(all_wines, least)
share_of_good(good, all_wines)

client.publish_flow(${JSON.stringify(stemOf(file).replaceAll("_", " "))}, artifacts=[good])
`;
}

function stemOf(file: string): string {
  return file.slice(0, -".py".length);
}
