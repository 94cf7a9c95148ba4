import process from "node:process";

import { nodeShell } from "./nodeShell.js";
import { runCommandLine } from "./program.js";

void runCommandLine(nodeShell(), process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
