import { meant } from "../../model/nearest.js";
import { argumentsOf } from "../../model/signatures.js";
import { isSame } from "../place.js";
import { type Fixer, insertion } from "./fix.js";

/** The quote that a string lacks, behind what was probably meant to stand in it. */
export const unterminatedString: Fixer = (file, problem) => {
  const fault = file.known.facts.faults.find(
    ({ kind, range }) => kind === "unterminatedString" && isSame(range, problem),
  );
  if (fault?.kind !== "unterminatedString" || fault.quote.length !== 1) return [];
  // Brackets, commas and colons at the end of the line belong to the code around the string.
  const meant = fault.content.replace(/[\s)\]},:]+$/, "");
  return [
    {
      title: `Close the string with ${fault.quote}`,
      edits: [insertion(file, file.lines.offsetAt(fault.range) + 1 + meant.length, fault.quote)],
      isPreferred: true,
    },
  ];
};

/** A body of `pass`, before the comments that stand for one. */
export const emptyBody: Fixer = (file, problem) => {
  const indentation = /^[ \t]*/.exec(file.known.text.split("\n")[problem.line - 1] ?? "")?.[0] ?? "";
  const step = indentation.includes("\t") ? "\t" : "    ";
  const end = file.lines.offsetAt({ line: problem.endLine, column: problem.endColumn });
  return [
    {
      title: "Write pass as its body",
      edits: [insertion(file, end, `\n${indentation}${step}pass`)],
      isPreferred: true,
    },
  ];
};

/** The argument that is probably meant, where the call does not give it already. */
export const unknownArgument: Fixer = (file, problem) => {
  const fact = file.known.facts.unknownArguments.find(({ range }) => isSame(range, problem));
  if (fact === undefined) return [];
  const right = meant(fact.name, fact.refusing.flatMap(argumentsOf));
  if (right === undefined || fact.given.includes(right)) return [];
  const { line, column, file: name } = fact.range;
  return [
    {
      title: `Write ${right}=`,
      edits: [
        { range: { file: name, line, column, endLine: line, endColumn: column + fact.name.length }, newText: right },
      ],
      isPreferred: true,
    },
  ];
};
