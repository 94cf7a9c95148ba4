import { problem, type Rule } from "./rule.js";

/** Spellings of older versions of Aqueduct. They work, and always will. */
export const oldSpelling: Rule = ({ facts }) => [
  ...facts.resourceUses
    .filter(({ method }) => method === "integration")
    .map(({ name, range }) =>
      problem(
        "old-spelling",
        "hint",
        `The newer spelling is client.resource(${name === undefined ? "…" : `'${name}'`}).`,
        range,
      ),
    ),
  ...facts.saves
    .filter(({ spelling }) => spelling === "artifact.save")
    .map(({ artifact, table, mode, range }) =>
      problem(
        "old-spelling",
        "hint",
        `The newer spelling is db.save(${artifact ?? "artifact"}, ${shown(table)}, ${shown(mode ?? undefined)}).`,
        range,
      ),
    ),
  ...facts.publications
    .filter(({ flowConfig }) => flowConfig)
    .map(({ engine, range }) =>
      problem(
        "old-spelling",
        "hint",
        `The newer spelling is engine=${shown(engine ?? undefined)} instead of config=FlowConfig(…).`,
        range,
      ),
    ),
];

function shown(text: string | undefined): string {
  return text === undefined ? "…" : `'${text}'`;
}
