import { type Arguments, bound, type Machine, type Site } from "../machine.js";
import { numeric, textOf } from "../python.js";
import { integer, none, object, text, type Value } from "../values.js";
import { engineName } from "./client.js";
import { applyDecorator, toOperator } from "./decorators.js";
import { givenTo } from "./given.js";
import { noteRefused } from "./notThere.js";
import { isScheduleName, scheduleOf } from "./schedules.js";
import { noteSettings } from "./settings.js";

/** Calls something that `aqueduct` exports. */
export function callApi(name: string, given: Arguments, site: Site, machine: Machine): Value {
  if (isScheduleName(name)) return scheduleOf(name, given);
  const first = given.positional[0]?.value;
  switch (name) {
    case "Client":
      noteSettings("Client", given, site, machine);
      return { kind: "client" };
    case "op":
    case "metric":
    case "check":
      return applyDecorator(name, given, site, machine);
    case "to_operator":
      return toOperator(given);
    case "FlowConfig":
      noteSettings("FlowConfig", given, site, machine);
      return { kind: "flowConfig", engine: givenTo("FlowConfig", given).engine };
    case "global_config":
      setEngine(first ?? none, machine);
      return none;
    case "get_apikey":
      return text("");
    case "Minute":
    case "Hour":
    case "DayOfMonth":
    case "DayOfWeek": {
      const number = numeric((name === "DayOfWeek" ? first : givenTo(name, given).val) ?? none);
      return number === undefined ? object : integer(number);
    }
    case "RelationalDBExtractParams": {
      const { query, queries, github_metadata: github } = givenTo("RelationalDBExtractParams", given);
      if (github !== undefined && github.kind !== "none" && github.kind !== "unknown")
        noteRefused("RelationalDBExtractParams(github_metadata)", site, machine);
      return query === undefined || query.kind === "none" ? (queries ?? object) : query;
    }
    case "Flow":
      return { kind: "flow", name: undefined };
    case "llm_op":
      return languageModel(given);
    case "CheckSeverity":
    case "LoadUpdateMode":
      return first ?? object;
    default:
      return object;
  }
}

/** What `llm_op(…)` gave, which is not there any more: an operator that no function of the file defines. */
function languageModel(given: Arguments): Value {
  const { name, op_name: operator } = bound(given, ["name", "op_name"]);
  const shown = (operator && textOf(operator)) ?? (name && textOf(name)) ?? "llm_op";
  const settings = { kind: "function", name: shown, severity: "warning", outputs: [undefined], known: true } as const;
  return { kind: "operator", settings, name: shown, function: undefined };
}

function setEngine(config: Value, machine: Machine): void {
  if (config.kind !== "dictionary") return;
  const engine = config.entries.find(({ key }) => textOf(key) === "engine");
  if (engine !== undefined) machine.recorder.engine = engineName(engine.value);
}
