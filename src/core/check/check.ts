import type { Problem } from "../model/problem.js";
import { argumentNotUsed } from "./argumentNotUsed.js";
import { artifactReadAsGlobal } from "./artifactReadAsGlobal.js";
import { boundArguments } from "./boundArguments.js";
import { brokenSyntax } from "./brokenSyntax.js";
import { callArguments } from "./callArguments.js";
import { capturedSecret } from "./capturedSecret.js";
import { emptyBody } from "./emptyBody.js";
import { equalNames } from "./equalNames.js";
import { fileDependencies } from "./fileDependencies.js";
import { generatorAsList } from "./generatorAsList.js";
import { missingArgument } from "./missingArgument.js";
import { notDone } from "./notDone.js";
import { notThere } from "./notThere.js";
import { oldSpelling } from "./oldSpelling.js";
import { processState } from "./processState.js";
import { publications } from "./publications.js";
import { replacedCall } from "./replacedCall.js";
import type { CheckContext, Rule } from "./rule.js";
import { saveMode } from "./saveMode.js";
import { schedule } from "./schedule.js";
import { sql } from "./sql.js";
import { tooManySteps } from "./tooManySteps.js";
import { unknownArgument } from "./unknownArgument.js";
import { unknownCall } from "./unknownCall.js";
import { unknownEngine } from "./unknownEngine.js";
import { unknownResource } from "./unknownResource.js";
import { unpublished } from "./unpublished.js";
import { unterminatedString } from "./unterminatedString.js";
import { wrongInput } from "./wrongInput.js";

const rules: readonly Rule[] = [
  unterminatedString,
  brokenSyntax,
  emptyBody,
  missingArgument,
  callArguments,
  generatorAsList,
  wrongInput,
  artifactReadAsGlobal,
  unknownResource,
  unknownEngine,
  sql,
  saveMode,
  boundArguments,
  schedule,
  publications,
  equalNames,
  unpublished,
  unknownArgument,
  unknownCall,
  tooManySteps,
  replacedCall,
  oldSpelling,
  argumentNotUsed,
  notDone,
  notThere,
  fileDependencies,
  processState,
  capturedSecret,
];

/** Everything that is wrong with a file, in the order of the text; the same problem in a loop or a helper counts once. */
export function check(context: CheckContext): readonly Problem[] {
  const found = new Map(rules.flatMap((rule) => rule(context)).map((problem) => [JSON.stringify(problem), problem]));
  return [...found.values()].sort(
    (one, other) =>
      compareText(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      compareText(one.code, other.code),
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
