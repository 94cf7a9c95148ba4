import * as vscode from "vscode";
import { isRunnable } from "../../core/index.js";
import type { ReuseOrder } from "../../core/model/job.js";
import { ids } from "../ids.js";
import { chosenOperator } from "../inputs/chosenSubject.js";
import { orderRun } from "../runs/orderRun.js";
import type { Contribution } from "../services.js";
import { isTrustedFor } from "../trust.js";

/** *Run Operator*: with what it needs upstream, of which values of earlier runs are reused where nothing has changed; never saves. */
export const runOperatorCommand = runOperator(ids.runOperator, "again");

/** *Run Operator with Cached Extracts*: the same, without reading databases and files again where nothing else has changed. */
export const runOperatorCachedCommand = runOperator(ids.runOperatorCached, "cached");

function runOperator(id: string, extracts: ReuseOrder["extracts"]): Contribution {
  return (services) =>
    vscode.commands.registerCommand(id, (argument?: unknown) =>
      orderRun(services, async () => {
        if (!isTrustedFor("Running an operator")) return undefined;
        const chosen = await chosenOperator(services.graphs, argument, isRunnable);
        return chosen && { ...chosen, extracts };
      }),
    );
}
