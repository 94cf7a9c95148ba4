import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
import type { MethodOf, ParamsOf } from "../formats/boundary.js";
import { languageServer } from "../formats/languageServer.js";
import { taken } from "../protocol/complaint.js";

/** The parameters of a request of ours. Throws what the editor is told where they make no sense, and logs it there. */
export function asked<M extends MethodOf<typeof languageServer>>(
  connection: Connection,
  method: M,
  params: unknown,
): ParamsOf<typeof languageServer, M> {
  const schema = languageServer.requests[method].params;
  const found = taken(languageServer, method, schema, params, (complaint, data) =>
    connection.console.warn(`${complaint}: ${JSON.stringify(data)}`),
  );
  if ("value" in found) return found.value;
  throw new ResponseError(ErrorCodes.InvalidParams, found.misfit);
}
