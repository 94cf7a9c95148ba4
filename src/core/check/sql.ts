import type { QueryCall } from "../model/facts.js";
import type { ArtifactType } from "../model/workflow.js";
import type { Resource } from "../resources/resource.js";
import { type Dialect, dialectOf, otherDialect } from "../sql/dialect.js";
import { doubtful, neverNamed, placeInChain, type QueryReading, readQuery, tagsOf, unfit } from "../sql/query.js";
import { problem, type Rule } from "./rule.js";
import { resourceNamed } from "./unknownResource.js";

/** More than any query lists: stands for a list that cannot be told. */
const anyNumber = 1000;

/** What no run could do with a query. The tracer refuses the same, in the same words; of several it names the first. */
export const sql: Rule = ({ facts, resources }) =>
  facts.queries.flatMap((call) => {
    const { wrong, unused, doubts } = judged(call, dialectIn(resources, call.resource));
    return [
      ...doubts.map((message) => problem("sql", "information", message, call.range)),
      ...(unused === undefined ? [] : [problem("sql", "warning", unused, call.range)]),
      ...(wrong === undefined ? [] : [problem("sql", "error", wrong, call.range)]),
    ];
  });

interface Judged {
  readonly wrong?: string | undefined;
  readonly unused?: string | undefined;
  readonly doubts: readonly string[];
}

function judged({ texts, listed, listedByName, tags, namesKnown }: QueryCall, dialect: Dialect): Judged {
  const known = tags.map(({ name }) => name);
  const others = namesKnown ? [] : tagsOf(texts).filter((name) => !known.includes(name));
  const given = { listed: listed?.length ?? anyNumber, tags: [...known, ...others] };
  const types: readonly ArtifactType[] = [
    ...(listed ?? Array<ArtifactType>(anyNumber).fill("unknown")),
    ...tags.map(({ type }) => type),
    ...others.map(() => "unknown" as const),
  ];
  const doubts: string[] = [];
  const readings: QueryReading[] = [];
  for (const [number, text] of texts.entries()) {
    const reading = readQuery(text, dialect, { ...given, ...placeInChain(number, texts) });
    const [first] = [...reading.problems, ...unfit(reading, types, dialect)].sort(
      (one, other) => one.start - other.start,
    );
    if (first !== undefined) return { wrong: first.message, doubts };
    doubts.push(...doubtful(reading, types, dialect).map(({ message }) => message));
    readings.push(reading);
  }
  return { doubts, unused: neverNamed(readings, listed?.length ?? 0, listedByName) };
}

function dialectIn(resources: ReadonlyMap<string, Resource> | undefined, name: string | undefined): Dialect {
  const resource = name === undefined ? undefined : resourceNamed(resources, name);
  return resource?.kind === "database" ? dialectOf(resource.url) : otherDialect;
}
