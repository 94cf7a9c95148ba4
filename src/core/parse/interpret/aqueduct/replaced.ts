import type { RecordedOperator } from "../../record/recorded.js";
import { isStale, type Machine, type Site } from "../machine.js";

/** Notes that the call at a place takes that of an earlier one, which no publication has. */
export function noteReplaced(
  site: Site,
  machine: Machine,
): (former: RecordedOperator, later: RecordedOperator) => void {
  return (former, later) => {
    if (isStale(site.frame)) return;
    machine.facts.replacedCalls.push({
      range: site.range,
      kind: later.kind,
      formerLine: former.source.line,
      isOther:
        later.kind === "save"
          ? former.details.mode !== later.details.mode &&
            ![former, later].some(({ details }) => details.mode === undefined)
          : JSON.stringify(former.definition) !== JSON.stringify(later.definition),
    });
  };
}
