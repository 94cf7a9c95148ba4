import {
  AbstractMessageReader,
  AbstractMessageWriter,
  Message,
  type DataCallback,
  type MessageConnection,
} from "vscode-jsonrpc/node";
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

/** @param post hands something to whichever page is there */
export function openPageLine<B extends PanelBoundary>(
  post: (message: unknown) => unknown,
  page: string,
  boundary: B,
  parts: ServerParts<B>,
): PageLine<B> {
  const reader = new PageReader();
  const connection = openConnection(reader, new PageWriter(post, page), boundary, parts.complain);
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
  readonly #post: (message: unknown) => unknown;
  readonly #page: string;
  #isOver = false;

  constructor(post: (message: unknown) => unknown, page: string) {
    super();
    this.#post = post;
    this.#page = page;
  }

  /** Not waited for: a page that is not there yet, or hidden, takes nothing, and VS Code may never say so (microsoft/vscode#159431). */
  write(message: Message): Promise<void> {
    if (!this.#isOver) this.#post({ page: Message.isResponse(message) ? this.#page : null, message });
    return Promise.resolve();
  }

  /** Nothing is said to a page that has gone: VS Code throws where the panel has gone with it. */
  override dispose(): void {
    this.#isOver = true;
    super.dispose();
  }

  end(): void {
    // A page ends by itself.
  }
}
