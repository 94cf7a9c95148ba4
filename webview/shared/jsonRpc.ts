/** What pages and `src/protocol` use of JSON-RPC: a bundle of its own (scripts/build/pageLibraries.mjs), which the three pages share. */
export {
  AbstractMessageReader,
  AbstractMessageWriter,
  CancellationTokenSource,
  ConnectionError,
  createMessageConnection,
  ErrorCodes,
  NotificationType,
  ParameterStructures,
  RAL,
  RequestType,
  ResponseError,
} from "vscode-jsonrpc/browser";
