import { problem, type Rule } from "./rule.js";

const names: Readonly<Partial<Record<string, string>>> = { function_definition: "function", class_definition: "class" };

export const emptyBody: Rule = ({ facts }) =>
  facts.emptyBodies.map(({ statement, range }) =>
    problem(
      "empty-body",
      "error",
      `Comments alone are not a body, so Python refuses this ${names[statement] ?? "block"}: write at least \`pass\` or \`...\` in it.`,
      range,
    ),
  );
