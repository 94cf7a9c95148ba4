/**
 * Where Airflow 3's own interface shows a DAG, or a run of it.
 *
 * @param url of the server
 */
export function airflowAddress(url: string, dagId: string, runId?: string): string {
  const dag = `${url.replace(/\/+$/, "")}/dags/${encodeURIComponent(dagId)}`;
  return runId === undefined ? dag : `${dag}/runs/${encodeURIComponent(runId)}`;
}
