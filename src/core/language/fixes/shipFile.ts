import { advisedPath, quotedInPython } from "../../model/dependencyAdvice.js";
import type { SourceRange } from "../../model/source.js";
import type { KnownFile } from "../knowledge.js";
import { contains, within } from "../place.js";
import { appending, insertion, type Edit, type Fixer } from "./fix.js";

/** The path that a run or a trace has told of, into the `file_dependencies` of its operator. */
export const shipFile: Fixer = (file, problem) => {
  const path = advisedPath(problem.message);
  const definition = [...file.operators.values()]
    .map((operator) => operator.definition)
    .find((range) => range?.file === file.known.file && contains(range, problem));
  if (path === undefined || !definition) return [];
  const edit = shipping(file, definition, quotedInPython(path));
  return edit === undefined ? [] : [{ title: `Ship ${path} with the operator`, edits: [edit], isPreferred: true }];
};

function shipping(file: KnownFile, definition: SourceRange, path: string): Edit | undefined {
  const { facts } = file.known;
  const listed = facts.fileDependencies.find(({ range }) => within(range, definition));
  if (listed !== undefined) {
    const value = file.lines.slice(listed.range);
    const isOpen = !listed.isText && /[\])]$/.test(value) && !value.includes(path);
    return isOpen ? appending(file, listed.range, path) : undefined;
  }
  const argument = `file_dependencies=[${path}]`;
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
