import type { Problem } from "../model/problem.js";
import type { SourceRange } from "../model/source.js";
import { missingArgument } from "./fixes/call.js";
import type { Edit, Fix, Fixer } from "./fixes/fix.js";
import { notThere } from "./fixes/notThere.js";
import { oldSpelling } from "./fixes/oldSpelling.js";
import { artifactsAsDescription, unknownEngine, unknownResource, unpublished } from "./fixes/publication.js";
import { processState } from "./fixes/processState.js";
import { saveMode } from "./fixes/save.js";
import { shipAllFiles, shipFile } from "./fixes/shipFile.js";
import { emptyBody, unknownArgument, unterminatedString } from "./fixes/syntax.js";
import type { KnownFile } from "./knowledge.js";
import { overlap, within } from "./place.js";

/** A fix and the problem that it mends. */
export interface ProblemFix extends Fix {
  readonly problem: Problem;
}

/** By the code of the problem. */
const fixers: Readonly<Partial<Record<string, Fixer>>> = {
  "old-spelling": oldSpelling,
  "save-mode": saveMode,
  "not-there": notThere,
  "no-such-name": notThere,
  "missing-argument": missingArgument,
  "unterminated-string": unterminatedString,
  "empty-body": emptyBody,
  "unknown-argument": unknownArgument,
  "artifacts-as-description": artifactsAsDescription,
  "unknown-engine": unknownEngine,
  "unknown-resource": unknownResource,
  unpublished,
  "not-shipped": shipFile,
  "path-of-workspace": shipFile,
  "process-state": processState,
};

/**
 * How the problems that touch a range can be fixed, in the order of the text.
 *
 * @param others problems that others than the text have told of the file, such as a run
 */
export function fixesAt(file: KnownFile, range: SourceRange, others: readonly Problem[] = []): readonly ProblemFix[] {
  return [...problemsOf(file), ...others]
    .filter((problem) => overlap(problem, range) || within(range, problem))
    .flatMap((problem) => fixesOf(file, problem));
}

/** Ships all that was told of an operator, where that is more than one path. */
export function shipAllFix(file: KnownFile, fixes: readonly ProblemFix[]): Fix | undefined {
  const told = fixes.map(({ problem }) => problem).filter(({ code }) => fixers[code] === shipFile);
  return shipAllFiles(file, told);
}

/** The edits that write every old spelling anew. One in another is left for the next time. */
export function oldSpellingEdits(file: KnownFile): readonly Edit[] {
  const fixes = problemsOf(file)
    .filter(({ code }) => code === "old-spelling")
    .flatMap((problem) => fixesOf(file, problem));
  return fixes.reduce<readonly Edit[]>(
    (edits, fix) =>
      fix.edits.some((edit) => edits.some(({ range }) => overlap(range, edit.range)))
        ? edits
        : [...edits, ...fix.edits],
    [],
  );
}

function problemsOf({ known }: KnownFile): readonly Problem[] {
  return known.graph.problems.filter(({ file }) => file === known.file);
}

function fixesOf(file: KnownFile, problem: Problem): readonly ProblemFix[] {
  return (fixers[problem.code]?.(file, problem) ?? []).map((fix) => ({ ...fix, problem }));
}
