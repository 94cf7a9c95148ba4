import { problem, type Rule } from "./rule.js";

export const artifactReadAsGlobal: Rule = ({ facts }) =>
  facts.globalReads.map(({ name, function: operator, range }) =>
    problem(
      "artifact-read-as-global",
      "error",
      `\`${name}\` is an artifact of the workflow and has no value inside of \`${operator}\`: make it an argument of \`${operator}\` and pass it in the call, or assign \`${name}\` in the body.`,
      range,
    ),
  );
