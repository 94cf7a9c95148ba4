import {
  createMessageConnection,
  ErrorCodes,
  RAL,
  type Logger,
  type Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  type ResponseMessage,
} from "vscode-jsonrpc";
import { rpcMessage, type Boundary } from "../formats/boundary.js";
import { read } from "../formats/reader.js";
import type { Complain } from "./complaint.js";

/**
 * JSON-RPC over a pair of reader and writer; listens when it is told to. Whoever imports this imports `vscode-jsonrpc/node` or `vscode-jsonrpc/browser` before.
 *
 * What was never answered when the other side ends is rejected, after all that it had still said was read: the library does so only when it is disposed of
 * (microsoft/vscode-languageserver-node#1621).
 */
export function openConnection(
  reader: MessageReader,
  writer: MessageWriter,
  boundary: Boundary,
  complain: Complain,
): MessageConnection {
  /** How many messages were read and not yet looked at: the library takes one a turn. */
  let waiting = 0;
  const listen: MessageReader["listen"] = (take) =>
    reader.listen((message) => {
      const found = read({ name: "a message of JSON-RPC", schema: rpcMessage }, message);
      if (found.readable) {
        waiting += 1;
        take(message);
        return;
      }
      complain(`something came to ${boundary.name} that makes no sense`, { where: found.where, why: found.why });
      // Where the connection has ended meanwhile, there is nobody to tell.
      writer.write(unintelligible(boundary)).catch(() => undefined);
    });
  const connection = createMessageConnection(
    {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen,
      dispose: () => reader.dispose(),
    },
    writer,
    loggerOf(boundary, complain),
    {
      messageStrategy: {
        handleMessage: (message, next) => {
          waiting -= 1;
          return next(message);
        },
      },
    },
  );
  connection.onClose(() => {
    let turns = waiting + 1;
    const turn = (): void => {
      turns -= 1;
      if (turns < 0) connection.dispose();
      else RAL().timer.setImmediate(turn);
    };
    turn();
  });
  return connection;
}

function unintelligible({ misfit }: Boundary): Message {
  const reply: ResponseMessage = {
    jsonrpc: "2.0",
    id: null,
    error: { code: ErrorCodes.InvalidRequest, message: misfit },
  };
  return reply;
}

/** What the library itself complains of. It repeats no parameters. */
function loggerOf({ name }: Boundary, complain: Complain): Logger {
  const tell = (message: string): void => complain(`of the connection to ${name}`, { message });
  return { error: tell, warn: tell, info: () => undefined, log: () => undefined };
}
