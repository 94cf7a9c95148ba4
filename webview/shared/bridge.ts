import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message } from "vscode-jsonrpc/browser";
import { envelopeOfHost, type PanelBoundary } from "../../src/formats/panel.js";
import { read } from "../../src/formats/reader.js";
import { Client } from "../../src/protocol/client.js";
import type { Complain } from "../../src/protocol/complaint.js";
import { openConnection } from "../../src/protocol/connection.js";

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/**
 * The typed line to the extension; one for a page, since VS Code gives its interface only once.
 *
 * @param complain told of what the host says and makes no sense
 */
export function openBridge<B extends PanelBoundary>(boundary: B, complain: Complain): Client<B> {
  const page = crypto.randomUUID();
  const connection = openConnection(new HostReader(page), new HostWriter(page), boundary, complain);
  const bridge = new Client(connection, boundary, complain);
  connection.listen();
  return bridge;
}

/** What the host says to this page. VS Code and browser extensions say other things, which are none of ours. */
class HostReader extends AbstractMessageReader {
  readonly #page: string;

  constructor(page: string) {
    super();
    this.#page = page;
  }

  listen(take: DataCallback): { dispose(): void } {
    const receive = ({ data }: MessageEvent<unknown>): void => {
      const envelope = read({ name: "a message of a panel", schema: envelopeOfHost }, data);
      if (!envelope.readable) return;
      const { page, message } = envelope.value;
      if (page === null || page === this.#page) take(message as Message);
    };
    window.addEventListener("message", receive);
    return {
      dispose: () => {
        window.removeEventListener("message", receive);
      },
    };
  }
}

class HostWriter extends AbstractMessageWriter {
  readonly #vscode = acquireVsCodeApi();
  readonly #page: string;

  constructor(page: string) {
    super();
    this.#page = page;
  }

  write(message: Message): Promise<void> {
    this.#vscode.postMessage({ page: this.#page, message });
    return Promise.resolve();
  }

  end(): void {
    // A page ends by itself.
  }
}
