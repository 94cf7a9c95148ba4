import type { OperatorKind } from "../../model/workflow.js";
import { slugOf } from "../../model/slug.js";

const reserved = "_gate";

/**
 * Ids of operators in recorded order: the slug of the name, the second of a slug `_2`, and so on.
 *
 * A number that a real name has is skipped, wherever in the file that name stands: an operator called `f_2` keeps its id.
 */
export function idsOf(operators: readonly { readonly name: string; readonly kind: OperatorKind }[]): string[] {
  const slugs = operators.map(({ name, kind }) => slugOf(name, kind));
  const real = new Set([...slugs, reserved]);
  const last = new Map<string, number>([[reserved, 1]]);
  return slugs.map((slug) => {
    let number = (last.get(slug) ?? 0) + 1;
    while (number > 1 && real.has(`${slug}_${number}`)) number += 1;
    last.set(slug, number);
    return number === 1 ? slug : `${slug}_${number}`;
  });
}
