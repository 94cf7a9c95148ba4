import axios from "axios";
import { Unreachable, type Http, type HttpRequest, type HttpResponse } from "../core/index.js";
import { answerBudget, type AnswerBudget } from "../core/model/budgets.js";
import { Turnstile } from "./turnstile.js";

/**
 * HTTP by axios. Any status resolves; redirects are not followed, because they would carry a token to another server. An answer has a size and a time that it
 * may take in all: axios' own limit of time is one of silence, which a byte every other second keeps up for ever.
 *
 * Headers and bodies of requests are in no error and no log: passwords and tokens stand there.
 */
export function httpWithin(budget: AnswerBudget): Http {
  const turnstiles = new Map<string, Turnstile>();
  const turnstileOf = (url: string): Turnstile => {
    const { origin } = new URL(url);
    const known = turnstiles.get(origin) ?? new Turnstile(budget.atOnce);
    turnstiles.set(origin, known);
    return known;
  };
  return {
    send: async (request) => turnstileOf(request.url).pass(() => send(request, budget), request.signal),
  };
}

async function send(
  { method, url, headers, body, timeout, signal }: HttpRequest,
  budget: AnswerBudget,
): Promise<HttpResponse> {
  const time = Math.min(timeout ?? budget.time, budget.time);
  const silence = Math.min(time, budget.silence);
  const deadline = AbortSignal.timeout(time);
  try {
    const answer = await axios.request<string>({
      method,
      url,
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { data: body }),
      signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      timeout: silence,
      maxContentLength: budget.bytes,
      responseType: "text",
      transformResponse: (text: string) => text,
      validateStatus: () => true,
      maxRedirects: 0,
    });
    return {
      status: answer.status,
      headers: plainHeaders(answer.headers),
      text: answer.data,
    } satisfies HttpResponse;
  } catch (error) {
    signal?.throwIfAborted();
    throw new Unreachable(
      url,
      deadline.aborted && time > silence
        ? `its answer had not ended after ${time / 1000} s.`
        : reasonOf(error, silence, budget),
    );
  }
}

export const nodeHttp: Http = httpWithin(answerBudget);

/** Without the error itself as a cause: axios keeps the whole request in it. */
function reasonOf(error: unknown, silence: number, { bytes }: AnswerBudget): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith("maxContentLength"))
    return `its answer is larger than ${bytes / 1024 / 1024} MB. Does an Airflow answer there, and no other server?`;
  if (code === "ECONNRESET" || /aborted|socket hang up/.test(message)) return "it closed the connection.";
  switch (code) {
    case "ECONNREFUSED":
      return "nothing listens there. Is the server up, and the port right?";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "there is no server of that name. Is the address right, and this machine on its network?";
    case "ECONNABORTED":
    case "ETIMEDOUT":
    case "ERR_CANCELED":
      return `no answer within ${silence / 1000} s.`;
    default:
      return `${message}${code === "" ? "" : ` (${code})`}`;
  }
}

function plainHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
