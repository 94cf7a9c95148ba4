import { durationText } from "../../../src/core/model/durationText.js";
import type { OperatorPreview, PreviewedValue } from "../../../src/formats/preview.js";
import { html } from "../../shared/elements.js";
import { kindIcons, typeIcons } from "../../shared/icons.js";
import { codicon } from "../../shared/codicon.js";
import { encodingWords, exactTime, sizeText, stateWords, whenText } from "../words.js";
import { toggleButton } from "./actions.js";
import { countOf } from "../../../src/core/model/words.js";

/** The lines above a value: what it is, where it comes from, and what can be done with it. */
export class HeaderView {
  readonly element = html("header", "header");
  readonly #title = html("div", "titleLine");
  readonly #facts = html("ul", "facts");
  readonly #actions = html("div", "actions");
  readonly #keep;

  constructor(onKeep: () => void) {
    const titles = {
      on: "Show the next value in this panel again",
      off: "Keep this panel open: the next value gets one of its own",
    };
    this.#keep = toggleButton({ on: "pinned", off: "pin" }, "Keep Open", titles, onKeep);
    this.#actions.setAttribute("role", "toolbar");
    this.#actions.setAttribute("aria-label", "Value");
    this.#facts.setAttribute("aria-label", "About this value");
    this.element.append(html("div", "headerLine", this.#title, this.#actions), this.#facts);
  }

  draw(preview: OperatorPreview, value: PreviewedValue | undefined): void {
    const { operator } = preview;
    const icon = value === undefined ? kindIcons[operator.kind ?? "function"] : typeIcons[value.type];
    const name = html("h1", "valueName", value?.name ?? operator.name);
    name.title = name.textContent;
    this.#title.replaceChildren(
      codicon(icon),
      name,
      ...(value === undefined ? [] : [html("span", "typeChip", value.type)]),
    );
    this.#facts.replaceChildren(...factsOf(preview, value, new Date()));
  }

  showKept(isKept: boolean): void {
    this.#keep.show(isKept ? "on" : "off");
  }

  showActions(actions: readonly HTMLElement[]): void {
    this.#actions.replaceChildren(...actions, this.#keep.element);
  }
}

function factsOf(
  { run, operator, workflow }: OperatorPreview,
  value: PreviewedValue | undefined,
  now: Date,
): readonly HTMLElement[] {
  const state = stateWords[operator.state];
  const stateFact = fact(state.icon, "State", state.words);
  stateFact.classList.add("state", operator.state);
  const when = run.startedAt ?? run.queuedAt;
  return [
    stateFact,
    fact(kindIcons[operator.kind ?? "function"], "Operator", operator.name),
    fact("type-hierarchy-sub", "Workflow", workflow),
    fact(
      run.target === "local" ? "device-desktop" : "cloud",
      "Ran on",
      run.target === "local" ? "this machine" : run.target,
    ),
    ...(when === null
      ? []
      : [
          fact(
            "calendar",
            "Run",
            whenText(when, now),
            `Run ${run.runId} of ${exactTime(when)}: ${stateWords[run.state].words}`,
          ),
        ]),
    ...(operator.wallSeconds === null || operator.kind === "parameter"
      ? []
      : [fact("watch", "Took", durationText(operator.wallSeconds))]),
    ...(operator.reused === null ? [] : [fact("archive", "Not called", operator.reused)]),
    ...(run.build === null ? [] : [fact("git-commit", "Build", run.build.slice(0, 12), `Build ${run.build}`)]),
    ...(value === undefined
      ? []
      : [
          fact(
            "database",
            "Size",
            sizeText(value.size),
            `${countOf(value.size, "byte")}, stored as ${encodingWords[value.encoding]}`,
          ),
        ]),
  ];
}

function fact(icon: string, label: string, text: string, title = `${label}: ${text}`): HTMLElement {
  const element = html(
    "li",
    "fact",
    codicon(icon),
    html("span", "readAloud", `${label}: `),
    html("span", "factText", text),
  );
  element.title = title;
  return element;
}
