import type { Http, HttpRequest, HttpResponse } from "../../src/core/ports.js";

export type Answer = (request: HttpRequest) => Partial<HttpResponse> | undefined;

/** More than any test needs: a loop that does not end would else starve the clock that is to end it. */
const most = 10_000;

/** HTTP that answers from a function and remembers what it was asked; no answer is a 404. */
export function fakeHttp(answer: Answer): Http & { readonly asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  return {
    asked,
    send: (request) => {
      asked.push(request);
      if (asked.length > most) return Promise.reject(new Error(`${request.url} is asked without end.`));
      try {
        return Promise.resolve({
          status: 200,
          headers: {},
          text: "{}",
          ...(answer(request) ?? { status: 404, text: '{"detail":"Not Found"}' }),
        });
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    },
  };
}
