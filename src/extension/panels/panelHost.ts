import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { EventData, EventOf, MethodOf, ParamsOf, ReportData, ReportOf, ResultOf } from "../../formats/boundary.js";
import { envelopeOfPage, type PanelBoundary, type PanelMessage, type panelReports } from "../../formats/panel.js";
import { read } from "../../formats/reader.js";
import { complaintsTo } from "../../protocol/complaint.js";
import type { ServerParts } from "../../protocol/server.js";
import type { Reporter } from "../report.js";
import type { openPageLine, PageLine } from "./pageLine.js";
import { panelHtml } from "./panelHtml.js";

/** How a host answers one request: what it does, and the sentence that the user sees where that fails. */
interface RequestHandler<B extends PanelBoundary, M extends MethodOf<B>> {
  readonly answer: (params: ParamsOf<B, M>, signal: AbortSignal) => ResultOf<B, M> | Promise<ResultOf<B, M>>;
  readonly failure: string;
}

export interface PanelHostParts<B extends PanelBoundary> {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly report: Reporter;
  readonly boundary: B;
  /** File name of the page's script and style in `dist/webview`, and its title for screen readers. */
  readonly page: { readonly name: string; readonly title: string };
  /** Icon of the tab: file names in `media`. */
  readonly icon: { readonly light: string; readonly dark: string };
  readonly requests: { readonly [M in MethodOf<B>]: RequestHandler<B, M> };
  /** Reports of this kind of panel; refusals of the policy and failures of the page are logged here. */
  readonly reports: {
    readonly [R in Exclude<ReportOf<B>, keyof typeof panelReports>]: (data: ReportData<B, R>) => void;
  };
}

/** The host half of any panel: its page, and the typed line to it. Lives as long as its tab. */
export class PanelHost<B extends PanelBoundary> implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #parts: PanelHostParts<B>;
  readonly #received = new vscode.EventEmitter<PanelMessage<B>>();
  readonly #subscriptions: readonly { dispose(): unknown }[];
  /** The page that is there now: there is none before it has said something. */
  #line: PageLine<B> | undefined;
  /** Ends when all that pages have said was handed on, in its order. */
  #heard = Promise.resolve();
  #isDisposed = false;

  /** Every message of the page, after it was handled. */
  readonly onDidReceive = this.#received.event;

  constructor(panel: vscode.WebviewPanel, parts: PanelHostParts<B>) {
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
  send<E extends EventOf<B>>(event: E, data: EventData<B, E>): void {
    this.#line?.server.send(event, data);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#line?.connection.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.panel.dispose();
  }

  #receive(value: unknown): void {
    const { page, log } = this.#parts;
    const envelope = read({ name: "a message of a panel", schema: envelopeOfPage }, value);
    if (!envelope.readable) {
      log.warn(`the ${page.name} sent what makes no sense`, { where: envelope.where, why: envelope.why });
      return;
    }
    const { page: from, message } = envelope.value;
    this.#heard = this.#heard
      .then(async () => {
        const { openPageLine: open } = await import("./pageLine.js");
        if (!this.#isDisposed) this.#lineTo(from, open).receive(message);
      })
      .catch((error: unknown) => {
        log.error(`a message of the ${page.name} can't be taken`, error);
      });
  }

  /** A page that was shown again is another one: what the one before had asked for is not for it. */
  #lineTo(page: string, open: typeof openPageLine): PageLine<B> {
    if (this.#line?.page === page) return this.#line;
    this.#line?.connection.dispose();
    const { boundary, log } = this.#parts;
    const post = (message: unknown): unknown => this.panel.webview.postMessage(message);
    return (this.#line = open(post, page, boundary, {
      ...this.#handlers(),
      complain: complaintsTo(log),
    }));
  }

  #handlers(): Omit<ServerParts<B>, "complain"> {
    const { page, log, boundary, requests, reports, report } = this.#parts;
    const own: { readonly [R in keyof typeof panelReports]: (data: ReportData<PanelBoundary, R>) => void } = {
      policyViolated: (violation) => {
        log.error(`the ${page.name}'s content policy was violated`, violation);
      },
      pageFailed: (failure) => {
        log.error(`the ${page.name} failed`, failure);
      },
    };
    const taken = (message: unknown): void => {
      this.#received.fire(message as PanelMessage<B>);
    };
    const requestHandlers = (Object.keys(boundary.requests) as MethodOf<B>[]).map((method) => {
      const handle = (params: never, signal: AbortSignal): unknown => {
        try {
          return requests[method].answer(params, signal);
        } finally {
          taken({ type: "request", method, params });
        }
      };
      return [method, handle] as const;
    });
    const reportHandlers = Object.entries({ ...reports, ...own }).map(([name, handle]) => {
      const take = (data: never): void => {
        (handle as (data: never) => void)(data);
        taken({ type: "report", report: name, data });
      };
      return [name, take] as const;
    });
    return {
      requests: Object.fromEntries(requestHandlers) as unknown as ServerParts<B>["requests"],
      reports: Object.fromEntries(reportHandlers) as unknown as ServerParts<B>["reports"],
      refused: (method, error) => {
        const { failure } = requests[method];
        report.failure(failure, error);
        return failure;
      },
    };
  }
}
