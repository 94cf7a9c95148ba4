import type { Expression } from "../syntax/syntax.js";
import { setItem, setSlice } from "./collections.js";
import { iterated, itemsOf } from "./iterating.js";
import { classAttribute, specialMethod } from "./classes.js";
import { setAttribute } from "./instances.js";
import { type Frame, givenValues, type Machine, siteOf } from "./machine.js";
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
        const own = specialMethod(owner, "__setitem__");
        const site = siteOf(target, frame, machine);
        if (own !== undefined) machine.invoke(own, givenValues([index, value], site), site);
        else if (target.index.kind === "slice") setSlice(owner, target.index, value, frame, machine);
        else
          setItem(owner.kind === "instance" && owner.holds !== undefined ? owner.holds : owner, index, value, machine);
        machine.processState.target(owner, index, target, "set", machine.rangeOf(target.span, frame), frame);
      }
      return;
    case "attribute": {
      const owner = machine.evaluate(target.value, frame);
      machine.processState.target(owner, undefined, target, "set", machine.rangeOf(target.span, frame), frame);
      const set =
        owner.kind === "instance" && owner.of.kind === "class" ? classAttribute(owner.of, target.name) : undefined;
      if (set?.kind === "descriptor" && set.set !== undefined) {
        const site = siteOf(target, frame, machine);
        machine.invoke(set.set, givenValues([owner, value], site), site);
      } else setAttribute(owner, target.name, value, machine);
      return;
    }
    default:
      return;
  }
}

function unpack(targets: readonly Expression[], value: Value, frame: Frame, machine: Machine): void {
  const [first] = targets;
  const { items, open } =
    first === undefined ? itemsOf(value) : iterated(value, siteOf(first, frame, machine), machine);
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
