import type { OperatorPreview } from "../../src/formats/preview.js";
import type { OpenedBeside, PreviewPanelBoundary } from "../../src/formats/previewPanel.js";
import type { Client } from "../../src/protocol/client.js";
import { html, setAttribute } from "../shared/elements.js";
import { initialState, reduce, shownValue, type PreviewAction, type PreviewState } from "./state.js";
import { StatusLine } from "./view/actions.js";
import { HeaderView } from "./view/header.js";
import { makeValueView } from "./view/makeValueView.js";
import { noticeFor } from "./view/notice.js";
import { failureOf, missingOf, savedOf } from "./view/outcome.js";
import { TabsView } from "./view/tabs.js";
import type { ValueHost, ValueView } from "./view/valueView.js";

/** Joins state and views; the only place where they meet. */
export class PreviewPage {
  readonly #bridge: Client<PreviewPanelBoundary>;
  readonly #header = new HeaderView(() => {
    this.#toggleKept();
  });
  readonly #tabs = new TabsView("value", (artifact) => {
    this.#dispatch({ type: "artifactPicked", artifact });
  });
  readonly #status = new StatusLine();
  readonly #panel = html("div", "panel");
  readonly #host: ValueHost;
  #state: PreviewState = initialState;
  #view: ValueView | undefined;

  constructor(bridge: Client<PreviewPanelBoundary>, root: HTMLElement) {
    this.#bridge = bridge;
    this.#host = {
      copy: (text, what) => {
        this.#ask(
          bridge.request("copy", { text }).then(() => {
            this.#status.say(`Copied ${what}`);
          }),
        );
      },
      exportCsv: (artifact) => {
        this.#ask(bridge.request("exportCsv", { artifact }));
      },
      say: (text) => {
        this.#status.say(text);
      },
    };
    this.#panel.id = "value";
    root.append(this.#header.element, html("main", "main", this.#tabs.element, this.#panel));
    bridge.on("contentChanged", (content) => {
      this.#dispatch({ type: "contentChanged", content });
    });
    // VS Code gives the keyboard to the page as a whole: it belongs on the value.
    window.addEventListener("focus", () => {
      this.#focusValue();
    });
    this.#render();
  }

  async start(): Promise<void> {
    this.#dispatch({ type: "contentChanged", content: await this.#bridge.request("loadContent", {}) });
  }

  #dispatch(action: PreviewAction): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    if (action.type === "artifactPicked") this.#bridge.report("artifactShown", { artifact: action.artifact });
    if (action.type === "keptToggled") this.#header.showKept(this.#state.isKept);
    else this.#render();
  }

  #render(): void {
    const { content, shown, isKept } = this.#state;
    const notice = noticeFor(content);
    const isOpen = content?.kind === "operator";
    this.#header.element.hidden = !isOpen;
    this.#view?.dispose();
    this.#view = undefined;
    this.#status.say("");
    if (!isOpen) {
      this.#tabs.element.hidden = true;
      this.#panel.replaceChildren(...(notice ? [html("div", "noticeArea", notice)] : []));
      return;
    }
    this.#header.draw(content.preview, shownValue(this.#state));
    this.#header.showKept(isKept);
    this.#tabs.draw(content.preview.values, shown);
    const isTab = content.preview.values.length > 1;
    setAttribute(this.#panel, "role", isTab ? "tabpanel" : undefined);
    setAttribute(this.#panel, "aria-labelledby", isTab ? this.#tabs.chosenId : undefined);
    this.#drawValue(content.preview);
    if (document.hasFocus()) this.#focusValue();
  }

  #drawValue({ operator, missing }: OperatorPreview): void {
    const value = shownValue(this.#state);
    const open = (what: OpenedBeside): void => {
      this.#ask(this.#bridge.request("open", { what }));
    };
    const failure = operator.failure === null ? [] : [failureOf(operator, operator.failure, open)];
    this.#view = value === undefined ? undefined : makeValueView(value, operator, this.#status.element, this.#host);
    const saved = operator.saved === null ? [] : [html("div", "noticeArea", savedOf(operator.saved))];
    const none = missing === null ? [] : [html("div", "noticeArea", missingOf(missing, open))];
    this.#panel.replaceChildren(...failure, ...(this.#view === undefined ? [...saved, ...none] : [this.#view.element]));
    this.#header.showActions(this.#view?.actions ?? []);
  }

  #focusValue(): void {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree) this.#view?.focus();
  }

  #toggleKept(): void {
    this.#dispatch({ type: "keptToggled" });
    this.#ask(this.#bridge.request("keepOpen", { isKept: this.#state.isKept }));
  }

  /** The host tells the user itself what went wrong with a request. */
  #ask(request: Promise<unknown>): void {
    request.catch((error: unknown) => {
      this.#bridge.report("pageFailed", { message: String(error) });
    });
  }
}
