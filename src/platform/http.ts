import axios from "axios";
import { Unreachable, type Http, type HttpResponse } from "../core/index.js";

const defaultTimeout = 30_000;

/**
 * HTTP by axios. Any status resolves; redirects are not followed, because they would carry a token to another server.
 *
 * Headers and bodies of requests are in no error and no log: passwords and tokens stand there.
 */
export const nodeHttp: Http = {
  send: async ({ method, url, headers, body, timeout = defaultTimeout, signal }) => {
    try {
      const answer = await axios.request<string>({
        method,
        url,
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { data: body }),
        ...(signal === undefined ? {} : { signal }),
        timeout,
        responseType: "text",
        transformResponse: (text: string) => text,
        validateStatus: () => true,
        maxRedirects: 0,
      });
      return { status: answer.status, headers: plainHeaders(answer.headers), text: answer.data } satisfies HttpResponse;
    } catch (error) {
      signal?.throwIfAborted();
      throw new Unreachable(url, reasonOf(error, timeout));
    }
  },
};

/** Without the error itself as a cause: axios keeps the whole request in it. */
function reasonOf(error: unknown, timeout: number): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ECONNREFUSED":
      return "nothing listens there. Is the server up, and the port right?";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "there is no server of that name. Is the address right, and this machine on its network?";
    case "ECONNABORTED":
    case "ETIMEDOUT":
      return `no answer within ${timeout / 1000} s.`;
    case "ECONNRESET":
      return "it closed the connection.";
    default:
      return error instanceof Error ? `${error.message}${code === "" ? "" : ` (${code})`}` : String(error);
  }
}

function plainHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
