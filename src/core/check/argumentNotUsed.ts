import type { SettingsCallee } from "../model/facts.js";
import { problem, type Rule } from "./rule.js";

const ofOperators = {
  engine: "operators run where their workflow runs. Write engine= in publish_flow().",
  resources: "an operator has what the machine that runs it has.",
  image: "operators run in the Python environment of the machine that runs them.",
};

const allRunsAreKept = "all runs are kept.";

/** Why an argument of Aqueduct 0.3 has no effect here. The runtime says the same in `recording/not_used.py`. */
const reasons: Readonly<Record<SettingsCallee, Readonly<Partial<Record<string, string>>>>> = {
  op: ofOperators,
  metric: ofOperators,
  check: ofOperators,
  publish_flow: {
    description: "nothing shows it. Write a comment or a docstring.",
    k_latest_runs: allRunsAreKept,
    run_now: "publishing starts no run. Start one with `aqueduct trigger WORKFLOW`.",
    use_local: "parameters that are read from local files come in a later version.",
    disable_snapshots: "the values of all operators are kept with their run.",
  },
  FlowConfig: { k_latest_runs: allRunsAreKept },
};

/** Arguments that are taken, so that older files work, and do nothing. */
export const argumentNotUsed: Rule = ({ facts }) =>
  facts.settings.flatMap(({ callee, given, range }) =>
    given.flatMap((name) => {
      const reason = reasons[callee][name];
      const shown = reasons[callee] === ofOperators ? `@${callee}` : callee;
      return reason === undefined
        ? []
        : [problem("argument-not-used", "information", `${shown}(${name}=…) is not used: ${reason}`, range)];
    }),
  );
