import { createConnection, createServer, type Socket } from "node:net";
import {
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from "vscode-jsonrpc/node";
import type { Boundary } from "../formats/boundary.js";
import type { Complain } from "../protocol/complaint.js";
import { openConnection } from "../protocol/connection.js";

/** One end of a connection over a Unix socket, or a named pipe on Windows. It says nothing and hears nothing until its `messages` listen. */
export interface LocalConnection {
  /** JSON-RPC, framed by `Content-Length`. */
  readonly messages: MessageConnection;
  /** What was said before still goes out. */
  readonly close: () => void;
  /** Resolves when either side has closed it. */
  readonly closed: Promise<void>;
}

/** What both ends of a local socket are given. */
export interface LocalSocketParts {
  readonly boundary: Boundary;
  readonly complain: Complain;
}

/** Rejects where nobody listens there, and with the reason of the signal, which ends the attempt. */
export async function connectLocal(
  address: string,
  parts: LocalSocketParts,
  signal?: AbortSignal,
): Promise<LocalConnection> {
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
  return connectionOver(socket, parts);
}

export interface LocalServer {
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/** Listens; `onConnection` makes each connection listen. */
export async function listen(
  address: string,
  parts: LocalSocketParts,
  onConnection: (connection: LocalConnection) => void,
): Promise<LocalServer> {
  const connections = new Set<LocalConnection>();
  const server = createServer((socket) => {
    refuseOlder(socket, parts);
    const connection = connectionOver(socket, parts);
    connections.add(connection);
    void connection.closed.then(() => connections.delete(connection));
    onConnection(connection);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(address, resolve);
  });
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of connections) connection.close();
      await closed;
    },
  };
}

function connectionOver(socket: Socket, { boundary, complain }: LocalSocketParts): LocalConnection {
  const giveUp = (why: string): void => {
    complain(`a connection to ${boundary.name} is given up`, { why });
    socket.destroy();
  };
  const writing = new Set<Promise<void>>();
  const writer = noting(new StreamMessageWriter(socket), writing);
  const messages = openConnection(limited(socket, giveUp), writer, boundary, complain);
  messages.onError(([error]) => {
    // A peer that goes away is not a failure of this side, and `closed` tells; after anything else the stream makes no more sense.
    if ("code" in error) socket.destroy();
    else giveUp(error.message);
  });
  return {
    messages,
    close: () => void finish(socket, writing),
    closed: new Promise<void>((resolve) => socket.once("close", () => resolve())),
  };
}

/** The library hands a message to the socket a few turns after it was asked to. */
function noting(writer: StreamMessageWriter, writing: Set<Promise<void>>): MessageWriter {
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    write: (message) => {
      const written = writer.write(message);
      writing.add(written);
      const done = (): void => void writing.delete(written);
      written.then(done, done);
      return written;
    },
    end: () => writer.end(),
    dispose: () => writer.dispose(),
  };
}

async function finish(socket: Socket, writing: ReadonlySet<Promise<void>>): Promise<void> {
  // One who does not read keeps nobody.
  const impatience = setTimeout(() => socket.destroy(), patience);
  socket.once("close", () => clearTimeout(impatience));
  await Promise.allSettled(writing);
  socket.destroySoon();
}

/** Messages of a socket, up to one that is longer than anything of ours. */
function limited(socket: Socket, giveUp: (why: string) => void): MessageReader {
  const reader = new StreamMessageReader(socket);
  // Its timer would outlive the socket, and nobody listens to it.
  reader.partialMessageTimeout = 0;
  let unread = 0;
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (take) => {
      socket.on("data", (chunk: Buffer) => {
        unread += chunk.length;
        if (unread > longest) giveUp("a message is longer than 256 MB");
      });
      return reader.listen((message) => {
        unread = 0;
        take(message);
      });
    },
    dispose: () => reader.dispose(),
  };
}

/** Tells a client of before JSON-RPC, in its own form, what to do: one line, for its first request. */
function refuseOlder(socket: Socket, { boundary: { name, misfit }, complain }: LocalSocketParts): void {
  socket.once("data", (chunk: Buffer) => {
    if (chunk[0] !== "{".charCodeAt(0)) return;
    complain(`a client of ${name} is older than this version`, {});
    socket.end(`${JSON.stringify({ id: 1, ok: false, error: misfit })}\n`);
  });
}

/** Bytes, as the message above says. */
const longest = 256 * 1024 * 1024;
/** Milliseconds. */
const patience = 2000;
