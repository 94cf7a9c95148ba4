import * as vscode from "vscode";
import { connectionsOf } from "../connect/connection.js";
import { NotSaved } from "../documents/notSaved.js";
import { ids } from "../ids.js";
import type { Contribution } from "../services.js";

/** *Connect to Airflow*, *Test Connection* and *Change Password*: what is asked, written and tested is the same. */
export const connectionCommands: Contribution = (services) => {
  const connections = connectionsOf(services);
  const command = (id: string, run: (argument: unknown) => Promise<void>, failure: string): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (argument?: unknown) => {
      try {
        await run(argument);
      } catch (error) {
        services.report.failure(error instanceof NotSaved ? error.message : failure, error);
      }
    });
  return vscode.Disposable.from(
    command(
      ids.connectAirflow,
      (argument) => connections.connect(argument),
      "Connecting to Airflow did not work. The log says why.",
    ),
    command(
      ids.testConnection,
      (argument) => connections.test(argument),
      "The connection can't be tested. The log says why.",
    ),
    command(
      ids.changePassword,
      (argument) => connections.changePassword(argument),
      "The password was not changed. The log says why.",
    ),
  );
};
