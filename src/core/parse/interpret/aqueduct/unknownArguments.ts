import type { Handle } from "../../../model/apiNames.js";
import { type Called, isCalled, methodsOf, takesKeyword } from "../../../model/signatures.js";
import { type Arguments, fail, isStale, type Machine, type Site } from "../machine.js";
import type { Value } from "../values.js";
import { givenTo } from "./given.js";

/** Notes the keywords that a call of the authoring API gives and nothing takes, each where it is written: Python raises there. */
export function noteUnknownArguments(callee: Value, given: Arguments, site: Site, machine: Machine): void {
  if (given.keywords.size === 0) return;
  const called = calledBy(callee);
  if (called.length === 0) return;
  const resource = callee.kind === "method" && callee.receiver.kind === "resource" ? callee.receiver.name : undefined;
  for (const [name, { range }] of given.keywords) {
    const refusing = called.filter((one) => !takesKeyword(one, name));
    const [first] = refusing;
    if (refusing.length === called.length) fail("TypeError", machine);
    if (first !== undefined && !isStale(site.frame))
      machine.facts.unknownArguments.push({
        range,
        name,
        called,
        refusing,
        given: Object.keys(givenTo(first, given)),
        resource,
        isCertain: machine.certainty.unknown === 0,
      });
  }
}

/** What of the authoring API is called. Several: a method of a resource, whose kind the text does not tell. */
function calledBy(callee: Value): readonly Called[] {
  if (callee.kind === "api") return isCalled(callee.name) ? [callee.name] : [];
  const handle = callee.kind === "method" ? handleOf(callee.receiver) : undefined;
  return callee.kind === "method" && handle !== undefined ? methodsOf(handle, callee.name) : [];
}

function handleOf(receiver: Value): Handle | undefined {
  switch (receiver.kind) {
    case "client":
      return "Client";
    case "flow":
      return "Flow";
    case "resource":
      return receiver.isCollection === true ? undefined : "Resource";
    case "artifact":
      return "Artifact";
    case "choice":
      return receiver.options.every(({ kind }) => kind === "artifact") ? "Artifact" : undefined;
    default:
      return undefined;
  }
}
