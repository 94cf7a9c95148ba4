import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Message,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import type * as vscode from "vscode";
import type { PanelBoundary } from "../../formats/panel.js";
import type { Complain } from "../../protocol/complaint.js";
import { openConnection } from "../../protocol/connection.js";

/** The line to one page of a panel, which ends when the page does. */
export interface PageLine {
  readonly page: string;
  readonly connection: MessageConnection;
  /** Something that this page said. */
  receive(message: unknown): void;
}

export function openPageLine(
  webview: vscode.Webview,
  page: string,
  boundary: PanelBoundary,
  complain: Complain,
): PageLine {
  const reader = new PageReader();
  const connection = openConnection(reader, new PageWriter(webview, page), boundary, complain);
  return {
    page,
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
    void this.#webview.postMessage({ page: this.#page, message });
    return Promise.resolve();
  }

  end(): void {
    // A page ends by itself.
  }
}
