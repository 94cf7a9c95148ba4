import { AirflowError } from "./errors.js";
import type { AirflowSession } from "./session.js";
import type { AirflowVersion } from "./types.js";

/**
 * Which Airflow answers; needs no sign-in.
 *
 * Throws for Airflow 2, for what is no Airflow, and where nothing answers.
 */
export async function detectVersion(session: AirflowSession, signal?: AbortSignal): Promise<AirflowVersion> {
  const { name, url } = session.account;
  const version = (await ask(session, "/api/v2/version", signal)) ?? (await ask(session, "/api/v1/version", signal));
  if (version === undefined)
    throw new AirflowError(
      "failed",
      `${url} answers, but not as Airflow does. "url" of "${name}" has to be the address of Airflow's web interface.`,
    );
  if (version.major < 3)
    throw new AirflowError(
      "unsupported",
      `Airflow "${name}" is ${version.text}. Publishing to Airflow 2 comes later; use an Airflow from 3.0 on for now.`,
    );
  return version;
}

async function ask(session: AirflowSession, path: string, signal?: AbortSignal): Promise<AirflowVersion | undefined> {
  const answer = await session.sendOpen({ method: "GET", path, ...(signal === undefined ? {} : { signal }) });
  if (answer.status >= 500)
    throw new AirflowError(
      "failed",
      `Airflow "${session.account.name}" is broken or still starting (${answer.status} at ${path}). Try again in a minute; its own log tells more.`,
    );
  const match = answer.status === 200 ? /"version":\s*"((\d+)\.(\d+)[^"]*)"/.exec(answer.text) : null;
  return match === null ? undefined : { text: match[1] ?? "", major: Number(match[2]), minor: Number(match[3]) };
}
