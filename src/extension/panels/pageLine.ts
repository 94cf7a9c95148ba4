import {
  AbstractMessageReader,
  AbstractMessageWriter,
  Message,
  type DataCallback,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import type * as vscode from "vscode";
import type { PanelBoundary } from "../../formats/panel.js";
import { openConnection } from "../../protocol/connection.js";
import { Server, type ServerParts } from "../../protocol/server.js";

/** The line to one page of a panel, which ends when the page does. JSON-RPC comes with this file, so it is loaded when a page first speaks. */
export interface PageLine<B extends PanelBoundary> {
  readonly page: string;
  readonly server: Server<B>;
  readonly connection: MessageConnection;
  /** Something that this page said. */
  receive(message: unknown): void;
}

export function openPageLine<B extends PanelBoundary>(
  webview: vscode.Webview,
  page: string,
  boundary: B,
  parts: ServerParts<B>,
): PageLine<B> {
  const reader = new PageReader();
  const connection = openConnection(reader, new PageWriter(webview, page), boundary, parts.complain);
  const server = new Server(connection, boundary, parts);
  connection.listen();
  return {
    page,
    server,
    connection,
    receive: (message) => {
      reader.take(message as Message);
    },
  };
}

class PageReader extends AbstractMessageReader {
  #take: DataCallback = () => undefined;

  listen(take: DataCallback): { dispose(): void } {
    this.#take = take;
    return {
      dispose: () => {
        this.#take = () => undefined;
      },
    };
  }

  take(message: Message): void {
    this.#take(message);
  }
}

class PageWriter extends AbstractMessageWriter {
  readonly #webview: vscode.Webview;
  readonly #page: string;

  constructor(webview: vscode.Webview, page: string) {
    super();
    this.#webview = webview;
    this.#page = page;
  }

  /** Not waited for: a page that is not there yet, or hidden, takes nothing, and VS Code may never say so (microsoft/vscode#159431). */
  write(message: Message): Promise<void> {
    void this.#webview.postMessage({ page: Message.isResponse(message) ? this.#page : null, message });
    return Promise.resolve();
  }

  end(): void {
    // A page ends by itself.
  }
}
