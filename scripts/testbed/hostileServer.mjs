// @ts-check
/** Servers that do not do what they should, to try clients on: one HTTP server whose answers go wrong in a chosen way. */
import { createServer } from "node:http";

/** @typedef {"endless" | "drip" | "hung" | "hungBody" | "truncated" | "broken" | "list" | "text" | "endlessPages"} Mischief */
/** @typedef {{ readonly url: string, readonly asked: string[], mischief: Mischief, readonly spared: Set<string>, close(): Promise<void> }} HostileServer */

const piece = Buffer.alloc(64 * 1024, "x");

/** @type {Record<Mischief, (response: import("node:http").ServerResponse, path: string) => void>} */
const mischiefs = {
  /** A body without end, as fast as it is read. */
  endless: (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    response.write('{"detail":"');
    more();
  },
  /** A byte every 20 ms, for ever. */
  drip: (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    const timer = setInterval(() => response.write(" "), 20);
    response.on("close", () => clearInterval(timer));
  },
  hung: () => undefined,
  /** Headers, the beginning of a body, and nothing more. */
  hungBody: (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
    response.write("{");
  },
  /** The connection ends in the middle of the body. */
  truncated: (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
    response.write('{"dag_runs": [');
    setTimeout(() => response.destroy(), 20);
  },
  /** What a proxy says of a server that is down. */
  broken: (response) => {
    response.writeHead(502, { "Content-Type": "text/html" });
    response.end("<html><body><h1>502 Bad Gateway</h1></body></html>");
  },
  /** JSON of another shape. */
  list: (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end("[null, 1]");
  },
  text: (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end('{"dag_runs": "none", "total_entries": []}');
  },
  /** Each page says that there are a thousand million more. */
  endlessPages: (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    const items = Array.from({ length: 100 }, () => ({}));
    response.end(
      JSON.stringify({ total_entries: 1e9, dag_runs: items, task_instances: items, import_errors: items, dags: items }),
    );
  },
};

/**
 * Answers every request with its mischief, but those whose path is spared: `answers` gives these.
 *
 * @param {Mischief} mischief
 * @param {Readonly<Record<string, unknown>>} [answers] by path
 * @returns {Promise<HostileServer>}
 */
export async function hostileServer(mischief, answers = {}) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    asked.push(`${request.method} ${path}`);
    request.resume();
    response.on("error", () => undefined);
    if (path in answers && hostile.spared.has(path)) {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify(answers[path]));
      return;
    }
    mischiefs[hostile.mischief](response, path);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  /** @type {HostileServer} */
  const hostile = {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    mischief,
    spared: new Set(Object.keys(answers)),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return hostile;
}
