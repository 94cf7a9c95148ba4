import { type ArgumentOf, type Called, placesOf } from "../../../model/signatures.js";
import { type Arguments, bound } from "../machine.js";
import type { Value } from "../values.js";

/** What a call of the authoring API gives, by the names of its signature. */
export function givenTo<Name extends Called>(
  called: Name,
  given: Arguments,
): Readonly<Partial<Record<ArgumentOf<Name>, Value>>> {
  return bound(given, placesOf(called));
}
