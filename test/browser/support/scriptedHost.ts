import { readFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import path from "node:path";
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from "playwright-core";
import type { EventData, EventOf, MethodOf, ParamsOf, ResultOf } from "../../../src/formats/boundary.js";
import { envelopeOfPage, type PanelBoundary, type PanelMessage } from "../../../src/formats/panel.js";
import { read } from "../../../src/formats/reader.js";
import { openPageLine, type PageLine } from "../../../src/extension/panels/pageLine.js";
import { panelHtml } from "../../../src/extension/panels/panelHtml.js";
import type { ServerParts } from "../../../src/protocol/server.js";
import { themeCss, type ThemeName } from "./themes.js";

const dist = path.resolve("dist/webview");
const types: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".ttf": "font/ttf" };

/** Which page is opened, and how its host answers. */
export interface ScriptedPanel<B extends PanelBoundary> {
  readonly boundary: B;
  /** File name of its script and style. */
  readonly name: string;
  readonly title: string;
  readonly answers: { readonly [M in MethodOf<B>]: (params: ParamsOf<B, M>) => ResultOf<B, M> };
  /** Reports that belong to ordinary use; any other is a failure of the page. */
  readonly expectedReports: readonly string[];
}

export interface ScriptedHostOptions {
  readonly theme?: ThemeName;
  readonly context?: BrowserContextOptions;
}

/** The panel's own page and script in a browser, with a host that the test plays. */
export class ScriptedHost<B extends PanelBoundary> {
  readonly page: Page;
  /** Everything that the page sent, in order. */
  readonly received: PanelMessage<B>[] = [];
  /** What the browser said of refusals by the content security policy; nothing, in a page that is right. */
  readonly violations: string[] = [];
  readonly #server: HttpServer;
  readonly #panel: ScriptedPanel<B>;
  readonly #waiting: (() => void)[] = [];
  #line: PageLine<B> | undefined;
  #posted: Promise<boolean> = Promise.resolve(true);
  #closed = false;
  #bodyClass: string;

  private constructor(page: Page, server: HttpServer, panel: ScriptedPanel<B>, bodyClass: string) {
    this.#bodyClass = bodyClass;
    this.page = page;
    this.#server = server;
    this.#panel = panel;
  }

  static async open<B extends PanelBoundary>(
    browser: Browser,
    panel: ScriptedPanel<B>,
    { theme = "dark", context = {} }: ScriptedHostOptions = {},
  ): Promise<ScriptedHost<B>> {
    const server = await serve(theme, panel);
    const page = await (await browser.newContext({ viewport: { width: 640, height: 760 }, ...context })).newPage();
    const host = new ScriptedHost(page, server, panel, (await themeCss(theme)).bodyClass);
    page.on("console", (message) => {
      host.#listen(message);
    });
    page.on("pageerror", (error) => {
      host.violations.push(`error in the page: ${error.message}`);
    });
    await page.exposeFunction("hostReceives", (message: unknown) => {
      host.#receive(message);
    });
    await page.addInitScript(standInForVsCode);
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The page's server has no port.");
    await page.goto(`http://127.0.0.1:${address.port}/`);
    return host;
  }

  /** Resolves when the page has it. */
  async send<E extends EventOf<B>>(event: E, data: EventData<B, E>): Promise<void> {
    while (this.#line === undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#line.server.send(event, data);
    await this.#posted;
  }

  /** Has the page get anything at all, as a host of another version may send it, or somebody else. */
  async post(message: unknown): Promise<void> {
    await this.page.evaluate((sent: unknown) => {
      window.postMessage(sent, "*");
    }, message);
  }

  /** Changes the theme of the open page as VS Code does: other variables, and another class of the body. */
  async wear(theme: ThemeName): Promise<void> {
    const { css, bodyClass } = await themeCss(theme);
    await this.page.evaluate(
      async ([rules, was, is]) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        const frame = window as unknown as { themeSheet?: CSSStyleSheet };
        const others = document.adoptedStyleSheets.filter((each) => each !== frame.themeSheet);
        document.querySelector('link[href="/theme.css"]')?.remove();
        document.adoptedStyleSheets = [...others, sheet];
        frame.themeSheet = sheet;
        document.body.classList.remove(...was.split(" "));
        document.body.classList.add(...is.split(" "));
        // The toolkit reads the theme once it sees the class, and sets its colours in the frame after.
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        // Colours that change slowly are on their way until their transitions end.
        const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
        await Promise.allSettled(transitions.map(({ finished }) => finished));
      },
      [css, this.#bodyClass, bodyClass] as const,
    );
    this.#bodyClass = bodyClass;
  }

  /** The first message that fits, past or to come. */
  async message<M extends PanelMessage<B>>(fits: (message: PanelMessage<B>) => message is M): Promise<M>;
  async message(fits: (message: PanelMessage<B>) => boolean): Promise<PanelMessage<B>>;
  async message(fits: (message: PanelMessage<B>) => boolean): Promise<PanelMessage<B>> {
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
    const envelope = read({ name: "a message of a panel", schema: envelopeOfPage }, message);
    if (!envelope.readable) throw new Error(`The page sent what is no message: ${JSON.stringify(message)}`);
    const { page } = envelope.value;
    if (this.#line?.page !== page) this.#line = this.#lineTo(page);
    this.#line.receive(envelope.value.message);
  }

  /** The host's own end, with the answers of the test. */
  #lineTo(page: string): PageLine<B> {
    const { boundary, answers, expectedReports } = this.#panel;
    const complain = (complaint: string, data: unknown): void => {
      this.violations.push(`${complaint}: ${JSON.stringify(data)}`);
    };
    const post = (message: unknown): unknown => (this.#posted = this.#postToPage(message));
    const requests = Object.entries(answers).map(([method, answer]) => [
      method,
      (params: never): unknown => {
        this.#keep({ type: "request", method, params });
        return (answer as (params: never) => unknown)(params);
      },
    ]);
    const reports = Object.keys(boundary.reports).map((report) => [
      report,
      (data: unknown): void => {
        this.#keep({ type: "report", report, data });
        if (!expectedReports.includes(report)) this.violations.push(JSON.stringify(data));
      },
    ]);
    return openPageLine(post, page, boundary, {
      requests: Object.fromEntries(requests) as ServerParts<B>["requests"],
      reports: Object.fromEntries(reports) as ServerParts<B>["reports"],
      refused: (_, error) => (error as Error).message,
      complain,
    });
  }

  #keep(message: unknown): void {
    this.received.push(message as PanelMessage<B>);
    this.#waiting.splice(0).forEach((wake) => {
      wake();
    });
  }

  #listen(message: ConsoleMessage): void {
    if (message.type() === "error" || message.text().includes("Content Security Policy"))
      this.violations.push(message.text());
  }

  async #postToPage(message: unknown): Promise<boolean> {
    try {
      await this.post(message);
      return true;
    } catch (error) {
      if (!this.#closed) throw error; // a page that asks while it is closed waits for no answer
      return false;
    }
  }
}

/** Runs in the page before its own script. */
function standInForVsCode(): void {
  const frame = window as unknown as {
    layouts: number;
    hostReceives: (message: unknown) => void;
    acquireVsCodeApi: () => unknown;
  };
  frame.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => {
      frame.hostReceives(message);
    },
  });
  frame.layouts = 0;
  window.Worker = class extends Worker {
    override postMessage(message: unknown): void {
      frame.layouts++;
      super.postMessage(message);
    }
  };
}

async function serve(
  theme: ThemeName,
  { name: page, title }: Pick<ScriptedPanel<PanelBoundary>, "name" | "title">,
): Promise<HttpServer> {
  const nonce = "0123456789abcdef";
  const { css, bodyClass } = await themeCss(theme);
  const html = panelHtml({ title, script: `/${page}.js`, style: `/${page}.css`, cspSource: "'self'", nonce })
    .replace("<link rel", '<link rel="stylesheet" href="/theme.css"><link rel')
    .replace("<body>", `<body class="${bodyClass}">`);
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? "/", "http://host").pathname);
    const type = types[path.extname(name)];
    if (name === "theme.css") response.setHeader("content-type", "text/css").end(css);
    else if (name === "") response.setHeader("content-type", "text/html").end(html);
    else if (type === undefined) response.writeHead(404).end();
    else
      readFile(path.join(dist, name)).then(
        (bytes) => response.setHeader("content-type", type).end(bytes),
        () => response.writeHead(404).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
