import { AirflowClient } from "../../../src/core/airflow/client.js";
import type { HttpResponse } from "../../../src/core/ports.js";
import { fakeHttp, type Answer } from "../../fakes/fakeHttp.js";

export const url = "http://airflow";
export const json = (value: unknown, status = 200): Partial<HttpResponse> => ({ status, text: JSON.stringify(value) });
export const token = json({ access_token: "t1" }, 201);

/** A client of an Airflow that answers so; signing in works where nothing else is said. */
export function client(
  answer: Answer,
  password: string | undefined = "pw",
): { readonly airflow: AirflowClient; readonly http: ReturnType<typeof fakeHttp> } {
  const http = fakeHttp((request) =>
    request.url === `${url}/auth/token` ? (answer(request) ?? token) : answer(request),
  );
  return {
    airflow: new AirflowClient({ name: "airflow", url, username: "ann" }, http, {
      password: () => Promise.resolve(password),
    }),
    http,
  };
}
