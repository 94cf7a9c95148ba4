import type { SourceRange } from "../model/source.js";
import type { KnownFile } from "./knowledge.js";
import { within } from "./place.js";

/** A name that leads somewhere when it is clicked. */
export interface NameLink {
  readonly range: SourceRange;
  readonly target: SourceRange;
  readonly tooltip: string;
}

const published = ["artifacts", "metrics", "checks"] as const;

/** The artifacts that `publish_flow` names, each with the call that makes it. */
export function linksOf(file: KnownFile): readonly NameLink[] {
  const { facts, names, file: own } = file.known;
  const lists = facts.publications
    .flatMap(({ written }) => published.flatMap((name) => written.values[name] ?? []))
    .filter((range) => range.file === own);
  return names.artifacts
    .filter(({ range, role }) => role === "reads" && lists.some((list) => within(range, list)))
    .flatMap(({ range, artifacts: [first] }) => {
      const producer = first === undefined ? undefined : file.producer(first);
      return producer === undefined
        ? []
        : [
            {
              range,
              target: producer.source,
              tooltip: `Go to the call of ${producer.name}, line ${String(producer.source.line)}`,
            },
          ];
    });
}
