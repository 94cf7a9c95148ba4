import type { SettingsCallee } from "../model/facts.js";
import { problem, type Rule } from "./rule.js";

const ofOperators = {
  engine: "operators run where their workflow runs. Write engine= in publish_flow().",
  resources: "an operator has what the machine that runs it has.",
  image: "operators run in the Python environment of the machine that runs them.",
};

const noServer = "there is no server of Aqueduct to connect to. Airflow servers stand in aqueduct.json.";
const localFilesLater = "parameters that are read from local files come in a later version.";
const allRunsAreKept = "all runs are kept.";

/** Why an argument of Aqueduct 0.3 has no effect here. The runtime says the same in `recording/not_used.py`. */
const reasons: Readonly<Record<SettingsCallee, Readonly<Partial<Record<string, string>>>>> = {
  op: ofOperators,
  metric: ofOperators,
  check: ofOperators,
  publish_flow: {
    k_latest_runs: allRunsAreKept,
    run_now: "publishing starts no run. Start one with `aqueduct trigger WORKFLOW`.",
    use_local: localFilesLater,
    disable_snapshots: "the values of all operators are kept with their run.",
  },
  FlowConfig: { k_latest_runs: allRunsAreKept },
  Client: {
    api_key: noServer,
    aqueduct_address: noServer,
    logging_level: "what operators log from INFO on stands in their logs.",
  },
  create_param: {
    as_type: "a parameter has the type of its default.",
    format: localFilesLater,
  },
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
