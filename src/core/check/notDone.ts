import type { NotDoneMethod } from "../model/facts.js";
import { problem, type Rule } from "./rule.js";

const instead: Readonly<Record<NotDoneMethod, (resource: string | undefined) => string>> = {
  trigger: () => "start a run with `aqueduct trigger WORKFLOW`",
  delete_flow: () => "delete a workflow in the editor",
  connect_resource: (resource) =>
    `describe ${resource === undefined ? "the resource" : JSON.stringify(resource)} under "resources" in aqueduct.json`,
  delete_resource: () => "take the resource out of aqueduct.json",
};

/** Calls of the client that no workflow file does. The runtime says the same in `client.py`. */
export const notDone: Rule = ({ facts, resources }) =>
  facts.notDone.flatMap(({ method, resource, range }) => {
    const isThere = resource !== undefined && resources?.has(resource) === true;
    if (method === "connect_resource" && isThere) return [];
    if (method === "delete_resource" && resource !== undefined && resources !== undefined && !isThere) return [];
    return [
      problem(
        "not-done-while-reading",
        "information",
        `client.${method}() is not done by a workflow file: ${instead[method](resource)}.`,
        range,
      ),
    ];
  });
