// @ts-check
/** The Python environment that our own Python code is tested in. */
import { fileURLToPath } from "node:url";
import { run } from "./command.mjs";
import { ensureEnvironment, pythonObstacle, requirePython } from "./python.mjs";

/** What workflows may run on, and so what our tests may run on. */
export const supportedPythons = { from: 9, to: 14 };

const user = "The test suite";

/** Why there is no Python for our tests, as {@link pythonObstacle} says it; undefined: there is one. */
export function testPythonObstacle() {
  return pythonObstacle(user, supportedPythons);
}

/** @returns {Promise<string>} path of an interpreter with pandas, pyarrow, SQLAlchemy with drivers, boto3, pytest, hypothesis, mypy and ruff */
export async function testPython() {
  const requirements = fileURLToPath(new URL("../../test/runtime/requirements.txt", import.meta.url));
  return ensureEnvironment("test-python", requirements, await requirePython(user, supportedPythons));
}

/** Compiles the runtime once. Those who start it write no bytecode, so that each of a thousand processes would compile it anew. */
export async function compileRuntime() {
  await run(await testPython(), [
    "-m",
    "compileall",
    "-q",
    fileURLToPath(new URL("../../src/runtime", import.meta.url)),
  ]);
}
