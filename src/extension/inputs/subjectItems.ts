import { countOf } from "../../core/model/words.js";
import type { Operator, Workflow } from "../../core/model/workflow.js";

/** A line of a list that somebody chooses from. */
interface Item {
  readonly label: string;
  readonly description: string;
}

export function workflowItem({ name, source, operators }: Workflow): Item {
  return {
    label: name ?? "Not published",
    description: `${countOf(operators.length, "operator")}${source === null ? "" : `, line ${source.line}`}`,
  };
}

export function operatorItem({ operator: { id, name, kind, source } }: { readonly operator: Operator }): Item {
  return { label: id, description: `${id === name ? "" : `${name}, `}${kind}, line ${source.line}` };
}
