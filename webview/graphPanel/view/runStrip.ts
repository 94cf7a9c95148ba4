import { durationText } from "../../../src/core/model/durationText.js";
import type { RunStates } from "../../../src/formats/graphPanel.js";
import { html, setAttribute, setText } from "../../shared/elements.js";
import { iconButton } from "../../shared/toolkit.js";
import { runWord, secondsNow } from "../status.js";
import { fullTime, shortTime } from "../times.js";
import { drawnState, stateIconClass } from "./icons.js";

/** The line under the header: which run's states are drawn. */
export class RunStripView {
  readonly element = html("section", "runStrip");
  readonly #icon = html("span", "");
  readonly #state = html("span", "runState");
  readonly #facts = html("span", "runFacts");
  #run: RunStates | undefined;

  constructor(cleared: () => void) {
    this.element.setAttribute("aria-label", "Shown run");
    this.#icon.setAttribute("aria-hidden", "true");
    this.element.append(
      this.#icon,
      this.#state,
      this.#facts,
      html("span", "space"),
      iconButton("close", "Show no run in the graph", cleared),
    );
    this.element.hidden = true;
  }

  /** @param since seconds since the host told of the run */
  draw(run: RunStates | undefined, since: number): void {
    this.#run = run;
    this.element.hidden = run === undefined;
    if (run === undefined) return;
    setAttribute(this.#icon, "class", stateIconClass(drawnState(run)));
    setText(this.#state, runWord(run));
    setAttribute(
      this.element,
      "title",
      [`Run ${run.rid} on ${run.target}`, ...(run.when === null ? [] : [`Started ${fullTime(run.when)}`])].join("\n"),
    );
    this.drawClock(since);
  }

  drawClock(since: number): void {
    if (this.#run === undefined) return;
    const {
      state,
      seconds,
      when,
      target,
      progress: { done, of },
    } = this.#run;
    const time = secondsNow(state, seconds, since);
    setText(
      this.#facts,
      [
        target,
        ...(when === null ? [] : [shortTime(when, new Date())]),
        ...(time === undefined ? [] : [durationText(time)]),
        ...(state === "running" && of > 0 ? [`${done} of ${of} done`] : []),
      ].join(" · "),
    );
  }
}
