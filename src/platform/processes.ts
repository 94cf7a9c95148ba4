import { spawn, type ChildProcess } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
import type { Processes, ProcessRequest, ProcessResult } from "../core/index.js";
import { KeptOutput } from "./keptOutput.js";

/** How long an aborted process has to end by itself. */
const graceMilliseconds = 3000;

/** Each process leads a group of its own, so that aborting ends what it started as well. */
export const nodeProcesses: Processes = { run, environment };

function environment(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function run(request: ProcessRequest): Promise<ProcessResult> {
  const { signal } = request;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(reasonOf(signal));
      return;
    }
    const child = spawn(request.command, request.args, {
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: ["pipe", "pipe", "pipe"],
      ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
      ...(request.environment === undefined ? {} : { env: request.environment }),
    });
    const output = { stdout: new KeptOutput(), stderr: new KeptOutput() };
    for (const stream of ["stdout", "stderr"] as const) {
      const decoder = new StringDecoder("utf8");
      const take = (text: string): void => {
        if (text === "") return;
        output[stream].add(text);
        request.onOutput?.(stream, text);
      };
      child[stream].on("data", (bytes: Buffer) => take(decoder.write(bytes)));
      child[stream].on("end", () => take(decoder.end()));
    }
    const abort = (): void => endGroup(child);
    signal?.addEventListener("abort", abort, { once: true });
    child.once("error", (error) => {
      signal?.removeEventListener("abort", abort);
      reject(new Error(`Could not start ${request.command}: ${error.message}`, { cause: error }));
    });
    child.once("close", (code, signalName) => {
      signal?.removeEventListener("abort", abort);
      if (signal?.aborted === true) reject(reasonOf(signal));
      else resolve({ code, signalName, stdout: output.stdout.text(), stderr: output.stderr.text() });
    });
    // A process that ends without reading breaks the pipe, which its exit code tells better.
    child.stdin.on("error", () => undefined);
    child.stdin.end(request.stdin ?? "");
  });
}

/** Asks the group to end, then makes it. */
function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"], { windowsHide: true, stdio: "ignore" });
    return;
  }
  const group = -child.pid;
  signalGroup(group, "SIGTERM");
  const timer = setTimeout(() => signalGroup(group, "SIGKILL"), graceMilliseconds);
  // A grandchild may outlive the child with our pipes closed: then the group still gets its SIGKILL, at once.
  child.once("close", () => {
    clearTimeout(timer);
    signalGroup(group, "SIGKILL");
  });
}

function signalGroup(group: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(group, name);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason));
}
