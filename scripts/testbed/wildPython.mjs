// @ts-check
/** The Python environment of the workflows in test/wild: what people's own pipelines import. */
import { fileURLToPath } from "node:url";
import { ensureEnvironment, pythonObstacle, requirePython } from "./python.mjs";

/** What the packages of test/wild/requirements.txt are pinned for. */
const range = { from: 11, to: 14 };
const user = "The suite of workflows from the wild";

/** Why there is no Python for the suite, as {@link pythonObstacle} says it; undefined: there is one. */
export function wildPythonObstacle() {
  return pythonObstacle(user, range);
}

/** @returns {Promise<string>} path of an interpreter with pandas, pyarrow, polars, pydantic, scikit-learn, matplotlib and SQLAlchemy */
export async function wildPython() {
  const requirements = fileURLToPath(new URL("../../test/wild/requirements.txt", import.meta.url));
  return ensureEnvironment("wild-python", requirements, await requirePython(user, range));
}
