import { durationText } from "../../../src/core/model/durationText.js";
import type { Step } from "../../../src/formats/stepsPanel.js";
import { html, keyed, setText } from "../../shared/elements.js";
import { codicon } from "../../shared/toolkit.js";
import { countedText, partsOf, stateWords } from "../words.js";
import { section } from "./section.js";

const icons: Readonly<Record<Step["state"], string>> = {
  pending: "circle-large",
  running: "loading codicon-modifier-spin",
  passed: "pass-filled",
  failed: "error",
  unchecked: "question",
};

/** Milliseconds between two looks at the clock of a running step. */
const tick = 100;

/** The steps in their order, each with its state, time and words. Running ones count. */
export class StepList {
  readonly element: HTMLElement;
  readonly #list = html("ol", "steps");
  readonly #rows = new Map<string, StepRow>();
  readonly #elements = new Map<string, HTMLElement>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    this.element = section("part", "Steps", this.#list);
  }

  draw(steps: readonly Step[]): void {
    this.element.hidden = steps.length === 0;
    keyed(
      this.#elements,
      steps,
      ({ id }) => id,
      ({ id }) => {
        const row = new StepRow();
        this.#rows.set(id, row);
        return row.element;
      },
    );
    for (const step of steps) this.#rows.get(step.id)?.draw(step);
    const order = steps.flatMap(({ id }) => this.#elements.get(id) ?? []);
    if (order.some((element, index) => this.#list.children[index] !== element)) this.#list.replaceChildren(...order);
    this.#runClock(steps.filter(({ state }) => state === "running"));
  }

  #runClock(running: readonly Step[]): void {
    clearInterval(this.#timer);
    if (running.length === 0) return;
    const since = performance.now();
    const show = (): void => {
      for (const { id, seconds } of running)
        this.#rows.get(id)?.showTime(countedText((seconds ?? 0) + (performance.now() - since) / 1000));
    };
    show();
    this.#timer = setInterval(show, tick);
  }
}

class StepRow {
  readonly element = html("li", "step");
  readonly #icon = codicon("circle-large");
  readonly #label = html("span", "stepLabel");
  readonly #state = html("span", "readAloud");
  readonly #time = html("span", "time");
  readonly #message = html("p", "stepMessage");
  readonly #output = html("pre", "output");

  constructor() {
    this.element.append(
      this.#icon,
      html(
        "div",
        "stepWords",
        html("div", "stepLine", this.#label, this.#state, this.#time),
        this.#message,
        this.#output,
      ),
    );
    // It can be scrolled, so the keyboard must reach it.
    this.#output.tabIndex = 0;
  }

  draw({ label, state, message, seconds }: Step): void {
    const { sentence, output } = partsOf(message);
    this.element.className = `step ${state}`;
    this.#icon.className = `codicon codicon-${icons[state]}`;
    setText(this.#label, label);
    setText(this.#state, `, ${stateWords[state]}`);
    setText(this.#message, sentence);
    setText(this.#output, output);
    this.#output.setAttribute("aria-label", `What was said about ${label}`);
    this.#message.hidden = sentence === "";
    this.#output.hidden = output === "";
    if (state !== "running") this.showTime(seconds === null ? "" : durationText(seconds));
  }

  showTime(text: string): void {
    setText(this.#time, text);
  }
}
