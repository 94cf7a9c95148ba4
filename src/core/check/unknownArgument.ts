import type { UnknownArgument } from "../model/facts.js";
import { meant } from "../model/nearest.js";
import { argumentsOf, type Called } from "../model/signatures.js";
import type { Resource } from "../resources/resource.js";
import { handleNamed } from "./notThere.js";
import { listed, problem, type Rule } from "./rule.js";

/** Keywords that a call of the authoring API does not take, in Python's words: tracing the file ends there. */
export const unknownArgument: Rule = ({ facts, resources }) =>
  facts.unknownArguments.flatMap((one) => {
    const called = refusing(one, resources);
    if (called === undefined) return [];
    return [problem("unknown-argument", one.isCertain ? "error" : "warning", messageOf(called, one.name), one.range)];
  });

/** What the call is, where it does not take the argument; undefined: it takes it, or may be a method of a resource that does. */
function refusing(
  { called, refusing: all, resource }: UnknownArgument,
  resources: ReadonlyMap<string, Resource> | undefined,
): Called | undefined {
  const handle = handleNamed(resource, resources);
  const own = handle === undefined ? undefined : called.find((one) => one.startsWith(`${handle}.`));
  if (own !== undefined) return all.find((one) => one === own);
  return all.length === called.length ? all[0] : undefined;
}

function messageOf(called: Called, name: string): string {
  const arguments_ = argumentsOf(called);
  const other = meant(name, arguments_);
  const takes = arguments_.length === 0 ? "It takes none" : `It takes ${listed(arguments_)}`;
  const instead = other === undefined ? `${takes}.` : `Did you mean '${other}'?`;
  return `${shown(called)}() got an unexpected keyword argument '${name}'. ${instead}`;
}

/** As Python names it: a class by what makes its objects. */
function shown(called: Called): string {
  return /^[A-Z]\w*$/.test(called) ? `${called}.__init__` : called;
}
