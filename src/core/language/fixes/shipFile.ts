import { advisedPath, quotedInPython } from "../../model/dependencyAdvice.js";
import type { Problem } from "../../model/problem.js";
import type { SourceRange } from "../../model/source.js";
import type { Operator } from "../../model/workflow.js";
import type { KnownFile } from "../knowledge.js";
import { contains, isSame, within } from "../place.js";
import { appending, insertion, type Edit, type Fix, type Fixer } from "./fix.js";

/** The path that a run or a trace has told of, into the `file_dependencies` of its operator. */
export const shipFile: Fixer = (file, problem) => {
  const path = advisedPath(problem.message);
  const definition = definitionAt(file, problem);
  const edit = path !== undefined && definition && shipping(file, definition, [path]);
  return edit ? [{ title: `Ship ${path} with the operator`, edits: [edit], isPreferred: true }] : [];
};

/** All paths that were told of an operator at once; undefined where that is one, or they are of several operators. */
export function shipAllFiles(file: KnownFile, problems: readonly Problem[]): Fix | undefined {
  const [definition, ...others] = new Set(problems.map((problem) => definitionAt(file, problem)));
  const paths = [...new Set(problems.flatMap(({ message }) => advisedPath(message) ?? []))];
  if (definition === undefined || others.length > 0 || paths.length < 2) return undefined;
  const edit = shipping(file, definition, paths);
  return (
    edit && {
      title: `Ship ${paths.length === 2 ? "both" : `all ${String(paths.length)}`} with the operator`,
      edits: [edit],
      isPreferred: false,
    }
  );
}

/** The function of an operator that a problem stands in, whether it is called or not; for one in a function that operators call, that of the operator that it names. */
function definitionAt({ known, operators }: KnownFile, problem: Problem): SourceRange | undefined {
  const own = known.names.definitions.map(({ definition }) => definition).filter(({ file }) => file === known.file);
  const named = /, which `([^`]+)` does not find/.exec(problem.message)?.[1];
  const operator = [...operators.values()].find(({ name }) => name === named);
  return own.find((range) => contains(range, problem)) ?? own.find((range) => isDefinition(range, operator));
}

function isDefinition(range: SourceRange, operator: Operator | undefined): boolean {
  return operator?.definition != null && isSame(operator.definition, range);
}

function shipping(file: KnownFile, definition: SourceRange, paths: readonly string[]): Edit | undefined {
  const { facts } = file.known;
  const listed = facts.fileDependencies.find(({ range }) => within(range, definition));
  if (listed !== undefined) {
    const value = file.lines.slice(listed.range);
    const missing = paths.map(quotedInPython).filter((path) => !value.includes(path));
    const isOpen = !listed.isText && /[\])]$/.test(value) && missing.length > 0;
    return isOpen ? appending(file, listed.range, missing.join(", ")) : undefined;
  }
  const argument = `file_dependencies=[${paths.map(quotedInPython).join(", ")}]`;
  const call = facts.settings.find(({ range }) => within(range, definition));
  if (call !== undefined) return appending(file, call.range, argument);
  // What is called without arguments gives no facts: `@op`, `@aqueduct.op`, `@op()`.
  const plain = /^@[ \t]*(?:\w+[ \t]*\.[ \t]*)*(?:op|metric|check)\b[ \t]*(\([ \t]*\))?(?=[ \t]*(?:#.*)?$)/m.exec(
    file.lines.slice(definition),
  );
  if (plain === null) return undefined;
  const end = file.lines.offsetAt(definition) + plain.index + plain[0].trimEnd().length;
  return plain[1] === undefined ? insertion(file, end, `(${argument})`) : insertion(file, end - 1, argument);
}
