import { isReadableOnTheWay, readableOnTheWay } from "../../core/index.js";
import type { Account } from "./passwords.js";
import { showInformationMessage } from "../shown.js";

/** Asks whether the password in a variable of the environment may be used at a server; dismissed is no. Modal: what the user has just begun waits for the answer. */
export async function confirmPassword(variable: string, { origin, user }: Account): Promise<boolean> {
  const use = "Use It";
  const warning = isReadableOnTheWay(origin) ? ` ${readableOnTheWay(origin)}` : "";
  const detail = `This folder's aqueduct.json names that server. Once you have agreed, you are not asked again for this server and user.${warning}`;
  return (
    (await showInformationMessage(
      `Sign in at ${origin} as ${user} with the password in ${variable}?`,
      { modal: true, detail },
      use,
    )) === use
  );
}
