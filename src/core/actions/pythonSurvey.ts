import { pythonSurveyFormat, type PythonSurvey } from "../../formats/python.js";
import { readText } from "../../formats/reader.js";
import { withoutSecrets } from "../jobs/taskEnvironment.js";
import { runtimePart } from "../model/runtimePart.js";
import type { Interpreter } from "../ports.js";
import type { World } from "./world.js";

export type { PythonSurvey } from "../../formats/python.js";

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
  const survey = code === 0 ? readText(pythonSurveyFormat, stdout) : undefined;
  if (survey?.readable !== true)
    throw new Error(
      `${interpreter.path} (Python ${interpreter.version}) can't be looked at. It must be Python 3.9 or newer. ${stderr.trim().split("\n").at(-1) ?? ""}`.trim(),
    );
  return survey.value;
}
