import { lostText, problem, type Rule } from "./rule.js";

export const unknownEngine: Rule = ({ facts, resources, lost }) => {
  if (resources === undefined) return [];
  const engines = [...resources.values()].filter(({ kind }) => kind === "airflow").map(({ name }) => `"${name}"`);
  return facts.publications.flatMap(({ engine, range }) => {
    const named = engine === null ? undefined : resources.get(engine);
    if (engine === null || named?.kind === "airflow") return [];
    const text = named === undefined ? lostText(engine, lost) : undefined;
    if (text !== undefined) return [problem("unknown-engine", "error", text, range)];
    const wrong =
      named === undefined
        ? `aqueduct.json names no engine "${engine}"`
        : `"${engine}" is a ${named.kind === "database" ? "database" : "store"}, which runs no workflows`;
    const advice =
      engines.length === 0
        ? "Add an Airflow server to aqueduct.json, or leave engine= out to run here."
        : `Write engine=${engines.join(" or engine=")}, or leave it out to run here.`;
    return [problem("unknown-engine", "error", `${wrong}. ${advice}`, range)];
  });
};
