import type { SettingsCallee } from "../../../model/facts.js";
import { argumentsOf, type Called } from "../../../model/signatures.js";
import { type Arguments, isStale, type Machine, type Site } from "../machine.js";
import { truthOf } from "../python.js";
import type { Value } from "../values.js";
import { givenTo } from "./given.js";

const called = {
  op: "op",
  metric: "metric",
  check: "check",
  publish_flow: "Client.publish_flow",
  FlowConfig: "FlowConfig",
  Client: "Client",
  create_param: "Client.create_param",
} as const satisfies Readonly<Record<SettingsCallee, Called>>;

/**
 * Notes which arguments a call gives that ask for something. One whose value is not known may do so.
 *
 * @param but an argument that is something else than it says
 */
export function noteSettings(
  callee: SettingsCallee,
  given: Arguments,
  site: Site,
  machine: Machine,
  but?: string,
): void {
  if (isStale(site.frame)) return;
  const values: Readonly<Partial<Record<string, Value>>> = givenTo(called[callee], given);
  const asking = argumentsOf(called[callee]).filter(
    (name) => name !== but && values[name] !== undefined && truthOf(values[name]) !== false,
  );
  if (asking.length > 0) machine.facts.settings.push({ range: site.range, callee, given: asking });
}
