import type { SettingsCallee } from "../../../model/facts.js";
import { type Arguments, bound, isStale, type Machine, type Site } from "../machine.js";
import { truthOf } from "../python.js";

/** Notes which arguments a call gives that ask for something. One whose value is not known may do so. */
export function noteSettings(
  callee: SettingsCallee,
  given: Arguments,
  signature: readonly string[],
  site: Site,
  machine: Machine,
): void {
  if (isStale(site.frame)) return;
  const values = bound(given, signature);
  const asking = signature.filter((name) => values[name] !== undefined && truthOf(values[name]) !== false);
  if (asking.length > 0) machine.facts.settings.push({ range: site.range, callee, given: asking });
}
