import { Raised } from "./raising.js";
import type { Value } from "./values.js";

const raisedThere = new WeakSet<Value>();

/** What raises an exception in a generator, where it is sent to it. */
export function raising(value: Value): Value {
  const thrown = { ...value };
  raisedThere.add(thrown);
  return thrown;
}

/** What a `yield` gives for what was sent. */
export function answered(sent: Value): Value {
  if (raisedThere.has(sent)) throw new Raised(sent);
  return sent;
}
