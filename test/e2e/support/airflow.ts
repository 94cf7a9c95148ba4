/** What signing in to an Airflow takes. */
export interface AirflowAccess {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** Asks Airflow itself, past the product. @param path behind `/api/v2` @param body text is sent as it is */
export async function askAirflow(
  { url, username, password }: AirflowAccess,
  method: "GET" | "PATCH" | "POST" | "DELETE",
  path: string,
  body?: unknown,
): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const signedIn = await fetch(`${url}/auth/token`, {
    method: "POST",
    headers,
    body: JSON.stringify({ username, password }),
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const answer = await fetch(`${url}/api/v2${path}`, {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

export async function dagRuns(
  airflow: AirflowAccess,
  dagId: string,
): Promise<readonly { readonly dag_run_id: string; readonly state: string }[]> {
  const { dag_runs: runs } = (await askAirflow(airflow, "GET", `/dags/${dagId}/dagRuns`)) as {
    dag_runs: { dag_run_id: string; state: string }[];
  };
  return runs;
}

export function isEnded({ state }: { readonly state: string }): boolean {
  return state === "success" || state === "failed";
}
