/** What Python tells of itself, and of code that was shipped. */
import type * as v from "valibot";
import type { Format } from "./reader.js";
import { exactly, flag, leftOut, list, ordinal, orNull, record, text, told } from "./schema.js";

const pythonSurvey = record({
  format: exactly(1),
  python: told("Such as `3.11.7`.", text),
  executable: told("Absolute path.", text),
  packages: told("The folder that packages are installed into.", text),
  isVirtual: told("An environment of its own, whose packages nobody else uses.", flag),
  isManaged: told("The system's package manager installs into it, and pip must not.", flag),
  isWritable: flag,
  hasPip: flag,
  aqueduct: told("The version of our package that is installed there.", orNull(text)),
  oldSdk: told("The version of Aqueduct's own last SDK, whose package has the same name.", orNull(text)),
  lacking: told("What the workflow file needs and the interpreter lacks, as pip takes it.", list(text)),
});
/** What is known of an interpreter before something is installed into it. */
export interface PythonSurvey extends v.InferOutput<typeof pythonSurvey> {}
export const pythonSurveyFormat: Format<PythonSurvey> = {
  name: "what this version asks an interpreter",
  schema: pythonSurvey,
  number: 1,
};

const definitions = record({
  format: exactly(1),
  file: text,
  pieces: list(
    record({
      kind: text,
      names: list(text),
      line: leftOut(told("From 1, in the file as it was.", ordinal)),
      text: leftOut(told("Whole lines.", text)),
    }),
  ),
});
/** A blob of definitions, as far as it is read here: what people see of the code. */
export interface Definitions extends v.InferOutput<typeof definitions> {}
export const definitionsFormat: Format<Definitions> = { name: "definitions", schema: definitions, number: 1 };
