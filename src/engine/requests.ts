import { engineProtocol, engineSocket } from "../formats/engine.js";
import type { LocalConnection } from "../platform/localSocket.js";
import { complaintsTo } from "../protocol/complaint.js";
import { Server } from "../protocol/server.js";
import type { Daemon } from "./daemon.js";
import type { Token } from "./token.js";
import type { EngineWorld } from "./engineWorld.js";

/** Answers one client. Its subscriptions end with it. */
export function serveClient(
  { messages, closed }: LocalConnection,
  daemon: Daemon,
  token: Token,
  stop: (running: "leave" | "cancel") => void,
  { log }: EngineWorld,
): void {
  const subscriptions = new Map<number, () => void>();
  const unsubscribe = (subscription: number): void => {
    subscriptions.get(subscription)?.();
    subscriptions.delete(subscription);
  };
  void closed.then(() => [...subscriptions.keys()].forEach(unsubscribe));
  const server: Server<typeof engineSocket> = new Server(messages, engineSocket, {
    requests: {
      hello: ({ nonce }) => ({ protocol: engineProtocol, pid: process.pid, proof: token.proof(nonce) }),
      submit: ({ job, secrets, environment }) => daemon.submit(job, { secrets, environment }),
      cancel: ({ job }) => {
        daemon.cancel(job);
        return null;
      },
      subscribe: ({ subscription, job: name, from }) => {
        const { seq, stop: end } = daemon.subscribe(name, from, (job, record) =>
          server.send("journal", { subscription, job, record }),
        );
        unsubscribe(subscription);
        subscriptions.set(subscription, end);
        return { seq };
      },
      list: () => daemon.list(),
      stop: ({ running }) => {
        stop(running);
        return null;
      },
    },
    reports: { unsubscribe: ({ subscription }) => unsubscribe(subscription) },
    refused: (method, error) => {
      log.warn("request refused", { method, reason: String(error) });
      return error instanceof Error ? error.message : String(error);
    },
    complain: complaintsTo(log),
  });
  messages.listen();
}
