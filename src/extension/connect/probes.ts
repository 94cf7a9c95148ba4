import { AirflowClient, isAirflowError, isReadableOnTheWay, readableOnTheWay } from "../../core/index.js";
import type { Objection } from "../inputs/askText.js";
import type { ConnectDraft } from "./connectDraft.js";
import type { ConnectPlace } from "./connectPlace.js";

/** Whether an Airflow answers there. One that does not may be asleep, so that is a doubt, as is one to which passwords go in the clear. */
export async function checkServer(
  { world }: ConnectPlace,
  name: string,
  url: string,
  signal: AbortSignal,
): Promise<Objection | undefined> {
  await new AirflowClient({ name, url }, world.http, world.secrets).version(signal);
  return isReadableOnTheWay(url) ? { kind: "doubt", message: readableOnTheWay(url) } : undefined;
}

/** Whether the server takes the password. One that cannot be asked was doubted before. */
export async function checkPassword(
  { world }: ConnectPlace,
  { name, url, username }: Pick<ConnectDraft, "name" | "url" | "username">,
  password: string,
  signal: AbortSignal,
): Promise<Objection | undefined> {
  try {
    await new AirflowClient({ name, url, username }, world.http, { password: () => Promise.resolve(password) }).signIn(
      signal,
    );
    return undefined;
  } catch (error) {
    if (isAirflowError(error, "signedOut"))
      return {
        kind: "refusal",
        message: `Airflow does not take this password of ${username}. Type another, or go back to the user name.`,
      };
    throw error;
  }
}
