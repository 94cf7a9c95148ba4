import { userInfo } from "node:os";
import process from "node:process";
import { createInterface } from "node:readline/promises";

import { followLogs } from "../platform/followLogs.js";
import { loadPythonParser } from "../platform/pythonParser.js";
import { interruptSignal } from "./interrupt.js";
import type { Output, Shell } from "./shell.js";
import { commandWorld } from "./world.js";

/** This process as the place that a command was typed in. */
export function nodeShell(): Shell {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    folder: process.cwd(),
    interrupts: interruptSignal,
    ask: process.stdin.isTTY ? ask : undefined,
    user: () => userInfo().username,
    world: commandWorld,
    pythonParser: loadPythonParser,
    followLogs,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
  };
}

async function ask(question: string): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await asking.question(question);
  } finally {
    asking.close();
  }
}
