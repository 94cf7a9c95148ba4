import { withoutSecrets } from "../jobs/taskEnvironment.js";
import { runtimePart } from "../model/runtimePart.js";
import type { Interpreter } from "../ports.js";
import type { World } from "./world.js";

/** What is known of an interpreter before something is installed into it. */
export interface PythonSurvey {
  /** Such as `3.11.7`. */
  readonly python: string;
  /** Absolute path. */
  readonly executable: string;
  /** The folder that packages are installed into. */
  readonly packages: string;
  /** An environment of its own, whose packages nobody else uses. */
  readonly isVirtual: boolean;
  /** The system's package manager installs into it, and pip must not. */
  readonly isManaged: boolean;
  readonly isWritable: boolean;
  readonly hasPip: boolean;
  /** The version of our package that is installed there. */
  readonly aqueduct: string | null;
  /** The version of Aqueduct's own last SDK, whose package has the same name. */
  readonly oldSdk: string | null;
  /** What the workflow file needs and the interpreter lacks, as pip takes it. */
  readonly lacking: readonly string[];
}

/** Looks at an interpreter; no code of the user's is run. @param file absolute path of a workflow file, whose needs are told too */
export async function surveyPython(
  world: World,
  interpreter: Interpreter,
  file: string | undefined,
  signal?: AbortSignal,
): Promise<PythonSurvey> {
  const { code, stdout, stderr } = await world.processes.run({
    command: interpreter.path,
    args: runtimePart(world.runtime.folder, "environments", ...(file === undefined ? [] : [file])),
    environment: {
      ...withoutSecrets(world.processes.environment()),
      PYTHONPATH: world.runtime.folder,
      PYTHONDONTWRITEBYTECODE: "1",
    },
    ...(signal === undefined ? {} : { signal }),
  });
  const survey: unknown = code === 0 ? JSON.parse(stdout) : undefined;
  if (!isSurvey(survey))
    throw new Error(
      `${interpreter.path} (Python ${interpreter.version}) can't be looked at. It must be Python 3.9 or newer. ${stderr.trim().split("\n").at(-1) ?? ""}`.trim(),
    );
  return survey;
}

function isSurvey(value: unknown): value is PythonSurvey {
  if (typeof value !== "object" || value === null || !("format" in value) || value.format !== 1) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  const { lacking } = fields;
  return (
    ["python", "executable", "packages"].every((name) => typeof fields[name] === "string") &&
    ["isVirtual", "isManaged", "isWritable", "hasPip"].every((name) => typeof fields[name] === "boolean") &&
    ["aqueduct", "oldSdk"].every((name) => fields[name] === null || typeof fields[name] === "string") &&
    Array.isArray(lacking) &&
    lacking.every((one) => typeof one === "string")
  );
}
