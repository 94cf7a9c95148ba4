// @ts-check
/** `npm run sample`: makes the sample workspace without starting anything; `-- --debugger` puts debugpy into its Python, so that one can attach to it. */
import path from "node:path";
import { connectSample, makeSample, sampleFolder } from "../sample.mjs";
import { addPackage, environmentPython, requirePython } from "../testbed/python.mjs";
import { supportedPythons } from "../testbed/testPython.mjs";

const debuggerPackage = "debugpy==1.8.22";

await makeSample(await requirePython("Aqueduct", supportedPythons));
await connectSample({});
if (process.argv.includes("--debugger")) {
  await addPackage(environmentPython(path.join(sampleFolder, ".venv")), debuggerPackage);
}
