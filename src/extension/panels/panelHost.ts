import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type {
  EventOf,
  MessageToHost,
  MethodOf,
  PanelProtocol,
  PanelTypes,
  ParamsOf,
  ReplyMessage,
  ReportMessage,
  RequestMessage,
  ResultOf,
} from "../../protocol/panel.js";
import type { Reporter } from "../report.js";
import { panelHtml } from "./panelHtml.js";

/** How a host answers one request: what it does, and the sentence that the user sees where that fails. */
interface RequestHandler<T extends PanelTypes, M extends MethodOf<T>> {
  readonly answer: (params: ParamsOf<T, M>) => ResultOf<T, M> | Promise<ResultOf<T, M>>;
  readonly failure: string;
}

export interface PanelHostParts<T extends PanelTypes> {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly report: Reporter;
  readonly protocol: PanelProtocol<T>;
  /** File name of the page's script and style in `dist/webview`, and its title for screen readers. */
  readonly page: { readonly name: string; readonly title: string };
  /** Icon of the tab: file names in `media`. */
  readonly icon: { readonly light: string; readonly dark: string };
  readonly requests: { readonly [M in MethodOf<T>]: RequestHandler<T, M> };
  /** Reports of this kind of panel; refusals of the policy and failures of the page are logged here. */
  readonly onReport: (report: ReportMessage<T>) => void;
}

/** The host half of any panel: its page, and the typed line to it. Lives as long as its tab. */
export class PanelHost<T extends PanelTypes> implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #parts: PanelHostParts<T>;
  readonly #received = new vscode.EventEmitter<MessageToHost<T>>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  /** Every message of the page, after it was handled. */
  readonly onDidReceive = this.#received.event;

  constructor(panel: vscode.WebviewPanel, parts: PanelHostParts<T>) {
    this.panel = panel;
    this.#parts = parts;
    this.#subscriptions = [
      this.#received,
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.#receive(message);
      }),
      panel.onDidDispose(() => {
        this.dispose();
      }),
    ];
    const dist = vscode.Uri.joinPath(parts.extensionUri, "dist", "webview");
    const media = vscode.Uri.joinPath(parts.extensionUri, "media");
    // A panel that comes back after a reload has lost these.
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, parts.icon.light),
      dark: vscode.Uri.joinPath(media, parts.icon.dark),
    };
    const address = (file: string): string => panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, file)).toString();
    panel.webview.html = panelHtml({
      title: parts.page.title,
      script: address(`${parts.page.name}.js`),
      style: address(`${parts.page.name}.css`),
      cspSource: panel.webview.cspSource,
      nonce: randomBytes(16).toString("hex"),
    });
  }

  /** A hidden page takes no messages; it asks for its content when it is shown again. */
  send<E extends EventOf<T>>(event: E, data: T["events"][E]): void {
    void this.panel.webview.postMessage({ type: "event", event, data });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.panel.dispose();
  }

  #receive(message: unknown): void {
    if (!this.#parts.protocol.isMessageToHost(message)) {
      this.#parts.log.warn(`ignored a message that is none of the ${this.#parts.page.name}'s`, message);
      return;
    }
    if (message.type === "request") void this.#answer(message);
    else this.#take(message);
    this.#received.fire(message);
  }

  #take(message: ReportMessage<T>): void {
    const { page, log } = this.#parts;
    if (message.report === "policyViolated") log.error(`the ${page.name}'s content policy was violated`, message.data);
    else if (message.report === "pageFailed") log.error(`the ${page.name} failed`, message.data);
    else this.#parts.onReport(message);
  }

  async #answer(request: RequestMessage<T>): Promise<void> {
    const handler = this.#parts.requests[request.method];
    try {
      const result = await handler.answer(request.params);
      this.#reply({ type: "reply", id: request.id, ok: true, result });
    } catch (error) {
      this.#parts.report.failure(handler.failure, error);
      this.#reply({ type: "reply", id: request.id, ok: false, error: handler.failure });
    }
  }

  #reply(message: ReplyMessage<T>): void {
    void this.panel.webview.postMessage(message);
  }
}
