import * as vscode from "vscode";
import { isRunnable } from "../../core/index.js";
import { chosenOperator } from "../inputs/chosenSubject.js";
import { ids } from "../ids.js";
import { orderRun } from "../runs/orderRun.js";
import type { Contribution } from "../services.js";
import { isTrustedFor } from "../trust.js";

/** *Run Operator*: with what it needs upstream, of which values of earlier runs are reused where nothing has changed; never saves. */
export const runOperatorCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.runOperator, (argument?: unknown) =>
    orderRun(services, async () => {
      if (!isTrustedFor("Running an operator")) return undefined;
      return chosenOperator(services.graphs, argument, isRunnable);
    }),
  );

/** *Run Operator with Cached Extracts*: the same, without reading databases and files again where nothing else has changed. */
export const runOperatorCachedCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.runOperatorCached, (argument?: unknown) =>
    orderRun(services, async () => {
      if (!isTrustedFor("Running an operator")) return undefined;
      const chosen = await chosenOperator(services.graphs, argument, isRunnable);
      return chosen && { ...chosen, extracts: "cached" };
    }),
  );
