import { withoutSecrets } from "../jobs/taskEnvironment.js";
import type { ProcessResult } from "../ports.js";
import type { PythonSurvey } from "./pythonSurvey.js";
import type { World } from "./world.js";

/** What installing needs besides the world. */
export interface InstallOptions {
  /** What the installer says, as it comes. */
  readonly onOutput: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Whether packages may be installed there without asking for an environment first. */
export function isOwnEnvironment({ isVirtual, isManaged, isWritable }: PythonSurvey): boolean {
  return isVirtual && !isManaged && isWritable;
}

/** Whether packages can be installed there at all. */
export function mayInstall({ isManaged, isWritable }: PythonSurvey): boolean {
  return !isManaged && isWritable;
}

/**
 * Installs our package, so that editors and plain terminals find it, and proves that it can be imported. What is there of Aqueduct's last SDK goes, since both
 * write the same files.
 *
 * @param wheel absolute path
 * @returns where it lies now
 */
export async function installAqueduct(
  world: World,
  survey: PythonSurvey,
  wheel: string,
  options: InstallOptions,
): Promise<string> {
  const installer = await installerOf(world, survey, options);
  if (survey.oldSdk !== null) await installer.remove("aqueduct-sdk");
  await installer.add(["--no-deps", "--no-index", installer.anew, wheel]);
  const { stdout } = await succeed(
    world,
    `${survey.executable} does not find the package that was installed.`,
    options,
    {
      command: survey.executable,
      args: ["-c", "import aqueduct, importlib.metadata as m; print(m.version('aqueduct')); print(aqueduct.__file__)"],
      cwd: survey.packages,
    },
  );
  const [version, file] = stdout.trim().split(/\r?\n/);
  if (version !== world.runtime.version || file === undefined) {
    throw new Error(
      `${survey.executable} finds another package named aqueduct (${version ?? "of no version"}, ${file ?? "nowhere"}). Uninstall that first.`,
    );
  }
  return file;
}

/** Installs packages from the index that the user's pip or uv is set to. */
export async function installPackages(
  world: World,
  survey: PythonSurvey,
  packages: readonly string[],
  options: InstallOptions,
): Promise<void> {
  const installer = await installerOf(world, survey, options);
  await installer.add(packages);
}

/** Makes an environment with pip in it, by uv where the interpreter itself can't. Gives the path of its interpreter. @param environment absolute path, where nothing is yet */
export async function makeEnvironment(
  world: World,
  base: PythonSurvey,
  environment: string,
  options: InstallOptions,
): Promise<void> {
  const made = await run(world, options, { command: base.executable, args: ["-m", "venv", environment] });
  if (made.code === 0) return;
  if (!(await hasUv(world))) {
    throw new Error(
      `${base.executable} can't make an environment: ${lastLine(made)} Install the package of your system that brings venv (such as python3-venv), or uv, then try again.`,
    );
  }
  await succeed(world, `${environment} can't be made.`, options, {
    command: "uv",
    args: ["venv", "--allow-existing", "--seed", "--python", base.executable, environment],
  });
}

interface Installer {
  /** The option that replaces a package of the same version. */
  readonly anew: string;
  add(packages: readonly string[]): Promise<void>;
  remove(distribution: string): Promise<void>;
}

async function installerOf(
  world: World,
  { executable, hasPip }: PythonSurvey,
  options: InstallOptions,
): Promise<Installer> {
  const doing = async (command: string, args: readonly string[], what: string): Promise<void> => {
    await succeed(world, what, options, { command, args });
  };
  if (hasPip) {
    const pip = (...args: readonly string[]): readonly string[] => [
      "-m",
      "pip",
      "--disable-pip-version-check",
      "--no-input",
      ...args,
    ];
    return {
      anew: "--force-reinstall",
      add: (packages) => doing(executable, pip("install", ...packages), `Installing into ${executable} failed.`),
      remove: (distribution) =>
        doing(executable, pip("uninstall", "--yes", distribution), `${distribution} can't be removed.`),
    };
  }
  if (!(await hasUv(world)))
    throw new Error(
      `${executable} has no pip, and there is no uv. Run \`${executable} -m ensurepip\`, or install uv, then try again.`,
    );
  return {
    anew: "--reinstall",
    add: (packages) =>
      doing("uv", ["pip", "install", "--python", executable, ...packages], `Installing into ${executable} failed.`),
    remove: (distribution) =>
      doing("uv", ["pip", "uninstall", "--python", executable, distribution], `${distribution} can't be removed.`),
  };
}

async function hasUv(world: World): Promise<boolean> {
  return world.processes.run({ command: "uv", args: ["--version"] }).then(
    ({ code }) => code === 0,
    () => false,
  );
}

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** Without our own copy on Python's path: what is installed must be found by itself. */
async function run(world: World, { onOutput, signal }: InstallOptions, command: Command): Promise<ProcessResult> {
  const { PYTHONPATH: _, ...environment } = withoutSecrets(world.processes.environment());
  onOutput(`> ${[command.command, ...command.args].join(" ")}\n`);
  return world.processes.run({
    ...command,
    environment,
    onOutput: (_stream, text) => {
      onOutput(text);
    },
    ...(signal === undefined ? {} : { signal }),
  });
}

async function succeed(
  world: World,
  otherwise: string,
  options: InstallOptions,
  command: Command,
): Promise<ProcessResult> {
  const result = await run(world, options, command);
  if (result.code !== 0) throw new Error(`${otherwise} ${lastLine(result)}`.trim());
  return result;
}

function lastLine({ stdout, stderr }: ProcessResult): string {
  return (stderr.trim() === "" ? stdout : stderr).trim().split("\n").at(-1) ?? "";
}
