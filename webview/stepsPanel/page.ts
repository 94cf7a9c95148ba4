import type { StepsContent, StepsModel, StepsPanelBoundary } from "../../src/formats/stepsPanel.js";
import type { Client } from "../../src/protocol/client.js";
import { html, setText } from "../shared/elements.js";
import { codicon } from "../shared/toolkit.js";
import { ActionBar } from "./view/actionBar.js";
import { ChangeList } from "./view/changeList.js";
import { FactList } from "./view/factList.js";
import { OutcomeView } from "./view/outcomeView.js";
import { QuestionList } from "./view/questionList.js";
import { StepList } from "./view/stepList.js";
import { announcementOf } from "./words.js";

/** Draws what the host says. All of it comes from the host, so a page that was hidden has lost nothing. */
export class StepsPage {
  readonly #bridge: Client<StepsPanelBoundary>;
  readonly #title = html("h1", "title");
  readonly #facts = new FactList();
  readonly #changes = new ChangeList();
  readonly #questions = new QuestionList();
  readonly #steps = new StepList();
  readonly #outcome = new OutcomeView();
  readonly #actions: ActionBar;
  readonly #notice = beforeReload();
  readonly #sheet: HTMLElement;
  readonly #spoken = html("div", "readAloud");
  #model: StepsModel | undefined;

  constructor(bridge: Client<StepsPanelBoundary>, root: HTMLElement) {
    this.#bridge = bridge;
    this.#actions = new ActionBar((id) => {
      this.#act(id);
    });
    this.#spoken.setAttribute("role", "status");
    this.#sheet = html(
      "div",
      "sheet",
      this.#title,
      this.#facts.element,
      // What must be confirmed is seen before the button that does so, however much will change.
      this.#questions.element,
      this.#changes.element,
      this.#steps.element,
      this.#outcome.element,
    );
    this.#sheet.hidden = true;
    this.#notice.hidden = true;
    const main = html("main", "main", this.#sheet, this.#notice);
    // It can be scrolled, so the keyboard must reach it.
    main.tabIndex = 0;
    root.append(main, this.#actions.element, this.#spoken);
    bridge.on("contentChanged", (content) => {
      this.#show(content);
    });
  }

  async start(): Promise<void> {
    this.#show(await this.#bridge.request("loadContent", {}));
  }

  #show(content: StepsContent): void {
    this.#sheet.hidden = content.kind !== "steps";
    this.#notice.hidden = content.kind === "steps";
    const model = content.kind === "steps" ? content.model : undefined;
    this.#actions.draw(model?.actions ?? []);
    if (model === undefined) return;
    setText(this.#title, model.title);
    this.#facts.draw(model.facts);
    this.#changes.draw(model.changes, model.outcome);
    this.#questions.draw(model.questions);
    this.#steps.draw(model.steps);
    this.#outcome.draw(model.outcome);
    if (model.outcome !== null && model.outcome.message !== this.#model?.outcome?.message)
      this.#outcome.element.scrollIntoView({ block: "nearest" });
    const announcement = announcementOf(this.#model, model);
    if (announcement !== "") setText(this.#spoken, announcement);
    this.#model = model;
  }

  /** The host tells the user itself what went wrong with a request. */
  #act(id: string): void {
    this.#bridge.request("act", { id }).catch((error: unknown) => {
      this.#bridge.report("pageFailed", { message: String(error) });
    });
  }
}

function beforeReload(): HTMLElement {
  return html(
    "div",
    "notice",
    codicon("history"),
    html("h1", "", "From before the window was reloaded"),
    html(
      "p",
      "",
      "What this panel followed ended with the reload. If something was being published, publish it again: it goes on where it stopped, and nothing is done twice.",
    ),
  );
}
