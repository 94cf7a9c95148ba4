import { type Arguments, bound, type Machine, type Site } from "../machine.js";
import { numeric, textOf } from "../python.js";
import { integer, none, object, text, type Value } from "../values.js";
import { engineName } from "./client.js";
import { applyDecorator, toOperator } from "./decorators.js";
import { isScheduleName, scheduleOf } from "./schedules.js";
import { noteSettings } from "./settings.js";

const clientSignature = ["api_key", "aqueduct_address", "logging_level"];
const flowConfigSignature = ["engine", "k_latest_runs"];

/** Calls something that `aqueduct` exports. */
export function callApi(name: string, given: Arguments, site: Site, machine: Machine): Value {
  if (isScheduleName(name)) return scheduleOf(name, given);
  const first = given.positional[0]?.value;
  switch (name) {
    case "Client":
      noteSettings("Client", given, clientSignature, site, machine);
      return { kind: "client" };
    case "op":
    case "metric":
    case "check":
      return applyDecorator(name, given, site, machine);
    case "to_operator":
      return toOperator(given);
    case "FlowConfig":
      noteSettings("FlowConfig", given, flowConfigSignature, site, machine);
      return { kind: "flowConfig", engine: bound(given, flowConfigSignature)["engine"] };
    case "global_config":
      setEngine(first ?? none, machine);
      return none;
    case "get_apikey":
      return text("");
    case "Minute":
    case "Hour":
    case "DayOfMonth":
    case "DayOfWeek": {
      const number = numeric(bound(given, ["val"])["val"] ?? none);
      return number === undefined ? object : integer(number);
    }
    case "RelationalDBExtractParams": {
      const { query, queries } = bound(given, ["query", "queries"]);
      return query === undefined || query.kind === "none" ? (queries ?? object) : query;
    }
    case "CheckSeverity":
    case "LoadUpdateMode":
      return first ?? object;
    default:
      return object;
  }
}

function setEngine(config: Value, machine: Machine): void {
  if (config.kind !== "dictionary") return;
  const engine = config.entries.find(({ key }) => textOf(key) === "engine");
  if (engine !== undefined) machine.recorder.engine = engineName(engine.value);
}
