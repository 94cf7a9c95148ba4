import { createConnection, createServer, type Socket } from "node:net";
import { StringDecoder } from "node:string_decoder";
import type { LocalConnection, LocalSocket } from "../core/index.js";

/** Newline-delimited JSON over a Unix socket, or a named pipe on Windows. */
export const localSocket: LocalSocket = {
  async connect(address, onMessage, signal) {
    const socket = createConnection(address);
    const abort = (): void => void socket.destroy();
    signal?.addEventListener("abort", abort, { once: true });
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once("connect", resolve).once("error", reject);
        socket.once("close", () =>
          reject(signal?.aborted === true ? (signal.reason as Error) : new Error(`${address} closed the connection.`)),
        );
      });
    } finally {
      signal?.removeEventListener("abort", abort);
    }
    return connection(socket, onMessage);
  },
};

export interface LocalServer {
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/**
 * Listens; `onConnection` is given the connection and says what to do with each message.
 * A line that is no JSON ends the connection: there is nobody to tell.
 */
export async function listen(
  address: string,
  onConnection: (connection: LocalConnection) => (message: unknown) => void,
): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    // Messages come in a later turn, when `receive` is there.
    const receive: (message: unknown) => void = onConnection(connection(socket, (message) => receive(message)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(address, resolve);
  });
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Ended, not destroyed: the last replies still go out.
      for (const socket of sockets) socket.destroySoon();
      await closed;
    },
  };
}

function connection(socket: Socket, onMessage: (message: unknown) => void): LocalConnection {
  const decoder = new StringDecoder("utf8");
  let pending: string[] = [];
  socket.on("data", (chunk: Buffer) => {
    const [first, ...rest] = decoder.write(chunk).split("\n");
    pending.push(first ?? "");
    for (const part of rest) {
      const line = pending.join("");
      pending = [part];
      if (!deliver(line, onMessage)) return void socket.destroy();
    }
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  // A peer that goes away is no failure of this side; `closed` tells.
  socket.on("error", () => socket.destroy());
  return {
    send: (message) => void socket.write(`${JSON.stringify(message)}\n`),
    close: () => socket.destroySoon(),
    closed,
  };
}

function deliver(line: string, onMessage: (message: unknown) => void): boolean {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
  onMessage(message);
  return true;
}
