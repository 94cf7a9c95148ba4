import { spawn, type ChildProcess } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { checkAnswer } from "../../fakes/answer.js";

/** The built command line, as `npx aqueduct` starts it. */
const cli = path.resolve("dist/cli.js");

export interface Answer {
  readonly code: number | null;
  /** The one object that `--json` prints. */
  readonly json: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Octal; by default that of the tests. */
  readonly umask?: string;
  /** The number of another user, who need not be in the list of users; only root may. */
  readonly uid?: number;
}

/** Runs `aqueduct … --json` to its end. */
export async function aqueduct(place: Place, ...args: readonly string[]): Promise<Answer> {
  return start(place, ...args).answer;
}

/** Ends the engine that a window of this user started for a folder. */
export async function stopEngine(folder: string): Promise<void> {
  await aqueduct({ cwd: folder, env: { PATH: process.env["PATH"] ?? "", HOME: homedir() } }, "engine", "stop");
}

/** Starts `aqueduct … --json`; `process` can be signalled before it has ended. */
export function start(
  place: Place,
  ...args: readonly string[]
): { readonly process: ChildProcess; readonly answer: Promise<Answer> } {
  const masked = place.umask === undefined ? "" : `umask ${place.umask}; `;
  const child = spawn("/bin/sh", ["-c", `${masked}exec "$@"`, "sh", process.execPath, cli, ...args, "--json"], {
    cwd: place.cwd,
    env: { ...place.env },
    ...(place.uid === undefined ? {} : { uid: place.uid, gid: place.uid }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  // It has said nothing where it was killed.
  const answer = ended.then((code) => ({
    code,
    json: stdout === "" ? undefined : checkAnswer(args, stdout),
    stdout,
    stderr,
  }));
  return { process: child, answer };
}

/** The answer's object, as the caller knows it, where the command ended with `code`; else an error that shows what it said. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it names what JSON.parse cannot
export function expectExit<T>(answer: Answer, code: number): T {
  if (answer.code !== code)
    throw new Error(
      `Expected exit code ${code}, got ${answer.code}.\nstdout: ${answer.stdout}\nstderr: ${answer.stderr}`,
    );
  return answer.json as T;
}
