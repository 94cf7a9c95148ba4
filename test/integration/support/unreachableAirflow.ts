import { aqueduct } from "./extension.js";
import type { TestFolder } from "./testFolder.js";

/** Nothing listens at the port of `discard`, on any machine of ours. */
const nowhere = "http://127.0.0.1:9";

/** Begins a folder whose Airflow does not answer, with a store beside it and a password that is kept. */
export async function beginWithUnreachableAirflow(folder: TestFolder): Promise<void> {
  const { passwords } = await aqueduct();
  await passwords.keep(nowhere, "ann", "not-a-secret");
  await folder.begin({
    airflow: { type: "airflow", url: nowhere, username: "ann", dagFolder: folder.at("dags").fsPath, store: "shelf" },
    shelf: { type: "store", folder: folder.at("shelf").fsPath },
  });
}

/** Ends such a folder, and forgets the password. */
export async function endWithUnreachableAirflow(folder: TestFolder): Promise<void> {
  await (await aqueduct()).passwords.forget(nowhere, "ann");
  await folder.end();
}
