import type { LocalConnection } from "../core/index.js";
import {
  engineProtocol,
  isRequest,
  type EngineEvent,
  type EngineReply,
  type EngineRequest,
} from "../protocol/engine.js";
import type { Daemon } from "./daemon.js";
import type { Token } from "./token.js";
import type { EngineWorld } from "./engineWorld.js";

/** Answers one client. Every request gets one reply, failures included; what is no request gets one under id 0 and ends nothing. */
export function serveClient(
  connection: LocalConnection,
  daemon: Daemon,
  token: Token,
  stop: (running: "leave" | "cancel") => void,
  { log }: EngineWorld,
): (message: unknown) => void {
  const stops: (() => void)[] = [];
  void connection.closed.then(() => stops.forEach((end) => end()));
  const reply = (message: EngineReply): void => connection.send(message);
  return (message) => {
    if (!isRequest(message)) {
      reply({
        id: idOf(message),
        ok: false,
        error: "The local engine does not know this request. Update Aqueduct, or stop the engine that runs.",
      });
      return;
    }
    try {
      reply({ id: message.id, ok: true, result: answer(message) });
    } catch (error) {
      log.warn("request refused", { method: message.method, reason: String(error) });
      reply({ id: message.id, ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  };

  function answer(request: EngineRequest): unknown {
    switch (request.method) {
      case "hello":
        return {
          protocol: engineProtocol.version,
          pid: process.pid,
          ...(request.params.nonce === undefined ? {} : { proof: token.proof(request.params.nonce) }),
        };
      case "submit":
        return daemon.submit(request.params.job, request.params);
      case "cancel":
        daemon.cancel(request.params.job);
        return null;
      case "subscribe": {
        const { job: name, from } = request.params;
        const { seq, stop: end } = daemon.subscribe(name, from, (job, record) => {
          const event: EngineEvent = { event: "journal", id: request.id, job, record };
          connection.send(event);
        });
        stops.push(end);
        return { seq };
      }
      case "list":
        return daemon.list();
      case "stop":
        stop(request.params.running);
        return null;
    }
  }
}

function idOf(message: unknown): number {
  const id = typeof message === "object" && message !== null && "id" in message ? message.id : undefined;
  return typeof id === "number" ? id : 0;
}
