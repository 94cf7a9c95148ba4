import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import path from "node:path";
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from "playwright-core";
import { isMessageToHost, type EventMessage, type MessageToHost, type PanelContent, type ReplyMessage } from "../../../src/protocol/graphPanel.js";
import { graphPanelHtml } from "../../../src/extension/panels/graphPanelHtml.js";
import { themeCss, type ThemeName } from "./themes.js";

const dist = path.resolve("dist/webview");
const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".ttf": "font/ttf" };

export interface ScriptedHostOptions {
  readonly theme?: ThemeName;
  readonly context?: BrowserContextOptions;
}

/** The panel's own page and script in a browser, with a host that the test plays. */
export class ScriptedHost {
  readonly page: Page;
  /** Everything that the page sent, in order. */
  readonly received: MessageToHost[] = [];
  /** What the browser said of refusals by the content security policy; nothing, in a page that is right. */
  readonly violations: string[] = [];
  readonly #server: Server;
  readonly #content: PanelContent;
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  private constructor(page: Page, server: Server, content: PanelContent) {
    this.page = page;
    this.#server = server;
    this.#content = content;
  }

  static async open(browser: Browser, content: PanelContent, { theme = "dark", context = {} }: ScriptedHostOptions = {}): Promise<ScriptedHost> {
    const server = await serve(theme);
    const page = await (await browser.newContext({ viewport: { width: 640, height: 760 }, ...context })).newPage();
    const host = new ScriptedHost(page, server, content);
    page.on("console", (message) => { host.#listen(message); });
    page.on("pageerror", (error) => { host.violations.push(`error in the page: ${error.message}`); });
    await page.exposeFunction("hostReceives", (message: unknown) => { host.#receive(message); });
    await page.addInitScript(standInForVsCode);
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The page's server has no port.");
    await page.goto(`http://127.0.0.1:${address.port}/`);
    return host;
  }

  async send(message: EventMessage): Promise<void> {
    await this.#post(message);
  }

  /** Shows other content, as an edit does. */
  async show(content: PanelContent): Promise<void> {
    await this.send({ type: "event", event: "contentChanged", data: content });
  }

  /** The first message that fits, past or to come. */
  async message<M extends MessageToHost>(fits: (message: MessageToHost) => message is M): Promise<M>;
  async message(fits: (message: MessageToHost) => boolean): Promise<MessageToHost>;
  async message(fits: (message: MessageToHost) => boolean): Promise<MessageToHost> {
    for (;;) {
      const found = this.received.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** How often the page has asked its worker for a layout. */
  async layouts(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as { layouts: number }).layouts);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.page.context().close();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #receive(message: unknown): void {
    if (!isMessageToHost(message)) throw new Error(`The page sent what is no message: ${JSON.stringify(message)}`);
    this.received.push(message);
    this.#waiting.splice(0).forEach((wake) => { wake(); });
    if (message.type === "report" && message.report !== "viewChanged") this.violations.push(JSON.stringify(message.data));
    if (message.type === "request") {
      const result = message.method === "loadContent" ? this.#content : null;
      this.#post({ type: "reply", id: message.id, ok: true, result }).catch((error: unknown) => {
        if (!this.#closed) throw error; // a page that asks while it is closed waits for no answer
      });
    }
  }

  #listen(message: ConsoleMessage): void {
    if (message.type() === "error" || message.text().includes("Content Security Policy")) this.violations.push(message.text());
  }

  async #post(message: EventMessage | ReplyMessage): Promise<void> {
    await this.page.evaluate((sent: unknown) => { window.postMessage(sent, "*"); }, message as unknown);
  }
}

/** Runs in the page before its own script. */
function standInForVsCode(): void {
  const frame = window as unknown as { layouts: number; hostReceives: (message: unknown) => void; acquireVsCodeApi: () => unknown };
  frame.acquireVsCodeApi = () => ({ postMessage: (message: unknown) => { frame.hostReceives(message); } });
  frame.layouts = 0;
  window.Worker = class extends Worker {
    override postMessage(message: unknown): void {
      frame.layouts++;
      super.postMessage(message);
    }
  };
}

async function serve(theme: ThemeName): Promise<Server> {
  const nonce = "0123456789abcdef";
  const { css, bodyClass } = await themeCss(theme);
  const html = graphPanelHtml({ script: "/graphPanel.js", style: "/graphPanel.css", cspSource: "'self'", nonce })
    .replace("<link rel", '<link rel="stylesheet" href="/theme.css"><link rel')
    .replace("<body>", `<body class="${bodyClass}">`);
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? "/", "http://host").pathname);
    const type = types[path.extname(name)];
    if (name === "theme.css") response.setHeader("content-type", "text/css").end(css);
    else if (name === "") response.setHeader("content-type", "text/html").end(html);
    else if (type === undefined) response.writeHead(404).end();
    else readFile(path.join(dist, name)).then((bytes) => response.setHeader("content-type", type).end(bytes), () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
