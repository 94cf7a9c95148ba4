import { access } from "node:fs/promises";
import path from "node:path";
import { NoPython, type Interpreter, type Interpreters, type Processes } from "../core/index.js";

/** Where environments keep their interpreter. */
const inEnvironment = process.platform === "win32" ? path.join("Scripts", "python.exe") : path.join("bin", "python");

interface Candidate {
  readonly command: string;
  readonly args: readonly string[];
  readonly source: string;
}

/** An interpreter that somebody chose. */
export interface NamedInterpreter {
  readonly command: string;
  /** Who names it, for people: `--python`, a setting. */
  readonly source: string;
}

/**
 * Interpreters in the order of *Which Python* in ARCHITECTURE: the one that was named, else the nearest `.venv` or `venv` above the file, else the
 * system's `python3` (`py -3` on Windows).
 *
 * @param named asked for every file; where what it names does not run, that is an error and nothing else is tried
 */
export function nodeInterpreters(
  processes: Processes,
  named: (file: string) => Promise<NamedInterpreter | undefined> = () => Promise.resolve(undefined),
): Interpreters {
  return {
    find: async (file, signal) => {
      const chosen = await named(file);
      if (chosen !== undefined) {
        const found = await probe(processes, { ...chosen, args: [] }, signal);
        if (found === undefined)
          throw new NoPython(`${chosen.command} is not a Python that runs. Name another with ${chosen.source}.`);
        return found;
      }
      for (const candidate of [...(await environmentsAbove(file)), ...systemPythons()]) {
        const found = await probe(processes, candidate, signal);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** Every Python that could run a file and that somebody need not name: environments above it, then the system's. */
export async function foundPythons(
  processes: Processes,
  file: string,
  signal?: AbortSignal,
): Promise<readonly Interpreter[]> {
  const candidates = [...(await environmentsAbove(file)), ...systemPythons()];
  const found = await Promise.all(candidates.map(async (candidate) => probe(processes, candidate, signal)));
  return [...new Map(found.flatMap((one) => (one === undefined ? [] : [[one.path, one] as const]))).values()];
}

async function probe(
  processes: Processes,
  { command, args, source }: Candidate,
  signal?: AbortSignal,
): Promise<Interpreter | undefined> {
  const code = "import sys; print(sys.executable); print('.'.join(map(str, sys.version_info[:3])))";
  const answer = await started(
    processes.run({ command, args: [...args, "-I", "-c", code], ...(signal === undefined ? {} : { signal }) }),
  );
  const [executable, version] = answer?.code === 0 ? answer.stdout.trim().split(/\r?\n/) : [];
  return executable === undefined || version === undefined ? undefined : { path: executable, version, source };
}

async function environmentsAbove(file: string): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    for (const name of [".venv", "venv"]) {
      const command = path.join(folder, name, inEnvironment);
      if (await exists(command)) candidates.push({ command, args: [], source: path.join(folder, name) });
    }
    if (folder === path.dirname(folder)) return candidates;
  }
}

function systemPythons(): readonly Candidate[] {
  return process.platform === "win32"
    ? [
        { command: "py", args: ["-3"], source: "py -3" },
        { command: "python", args: [], source: "PATH" },
      ]
    : [{ command: "python3", args: [], source: "PATH" }];
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Undefined where there is no such command: then the next one is tried. */
async function started<T>(running: Promise<T>): Promise<T | undefined> {
  try {
    return await running;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "EACCES"))
      return undefined;
    throw error;
  }
}
