import process from "node:process";
import { createInterface } from "node:readline/promises";

import { followLogs } from "../platform/followLogs.js";
import { loadPythonParser } from "../platform/pythonParser.js";
import { forTerminal } from "../platform/shownText.js";
import { whoAmI } from "../platform/whoAmI.js";
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
    user: () => whoAmI().name,
    world: commandWorld,
    pythonParser: loadPythonParser,
    followLogs,
  };
}

/** As much of a process's stream as a command uses. */
interface OutputStream {
  write(text: string): unknown;
  on(event: "error", heard: (error: Error) => void): unknown;
  readonly isTTY: boolean;
  readonly columns: number;
}

/** Whoever reads it may go away, as in `aqueduct runs | head -1`: what is left to say is left out, and the command ends as it would have. */
export function outputOf(stream: OutputStream): Output {
  stream.on("error", (error) => {
    if (!("code" in error && error.code === "EPIPE")) throw error;
  });
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
    return await asking.question(forTerminal(question));
  } finally {
    asking.close();
  }
}
