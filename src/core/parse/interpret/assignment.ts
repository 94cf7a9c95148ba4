import type { Expression } from "../syntax/syntax.js";
import { itemsOf, setItem } from "./collections.js";
import type { Frame, Machine } from "./machine.js";
import { choiceOf, listOf, type Value } from "./values.js";

/** `target = value`, whatever the target: a name, an item, an attribute, several of these. */
export function assign(target: Expression, value: Value, frame: Frame, machine: Machine): void {
  switch (target.kind) {
    case "name":
      frame.scope.bind(target.id, value);
      machine.environment.bound(target.id, frame);
      machine.names?.bind(target.id, target.span, value, frame);
      return;
    case "tuple":
    case "list":
      unpack(target.items, value, frame, machine);
      return;
    case "starred":
      assign(target.value, value, frame, machine);
      return;
    case "subscript":
      {
        const owner = machine.evaluate(target.value, frame);
        const index = machine.evaluate(target.index, frame);
        setItem(owner, index, value, machine);
        machine.processState.target(owner, index, target, "set", machine.rangeOf(target.span, frame), frame);
      }
      return;
    case "attribute": {
      const owner = machine.evaluate(target.value, frame);
      machine.processState.target(owner, undefined, target, "set", machine.rangeOf(target.span, frame), frame);
      if (owner.kind === "instance") owner.attributes.set(target.name, value);
      else if (owner.kind === "module" || owner.kind === "class") owner.scope.bind(target.name, value);
      return;
    }
    default:
      return;
  }
}

function unpack(targets: readonly Expression[], value: Value, frame: Frame, machine: Machine): void {
  const { items, open } = itemsOf(value);
  const star = targets.findIndex((target) => target.kind === "starred");
  const behind = star === -1 ? 0 : targets.length - star - 1;
  const fits = !open && (star === -1 ? items.length === targets.length : items.length >= targets.length - 1);
  for (const [index, target] of targets.entries()) {
    const fromEnd = index > star && star !== -1 ? items.length - (targets.length - index) : index;
    if (!fits) assign(target, target.kind === "starred" ? listOf([...items], true) : choiceOf(items), frame, machine);
    else if (index === star) assign(target, listOf(items.slice(star, items.length - behind)), frame, machine);
    else assign(target, items[fromEnd] ?? choiceOf(items), frame, machine);
  }
}
