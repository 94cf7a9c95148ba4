import type { Graph, Workflow } from "../../../src/core/model/workflow.js";
import { codicon, picker, plainButton } from "../../shared/toolkit.js";
import { countOf } from "../describe.js";
import { withoutHints } from "../operatorProblems.js";
import { html, setAttribute, setText } from "./elements.js";
import { severityIcons } from "./icons.js";

export interface HeaderEvents {
  readonly workflowPicked: (index: number) => void;
  readonly problemsOpened: () => void;
}

/** The line above the graph: which workflow it is, when and where it runs, and how many problems its file has. */
export class HeaderView {
  readonly element = html("header", "header");
  readonly #name = html("h1", "workflowName");
  readonly #picker;
  readonly #schedule = fact("calendar");
  readonly #engine = fact("server");
  readonly #problems: HTMLElement;
  readonly #problemsText = html("span", "");
  readonly #problemsIcon = codicon("warning");

  constructor(events: HeaderEvents) {
    this.#picker = picker("Workflow", events.workflowPicked);
    this.#problems = plainButton("Problems", events.problemsOpened, html("div", "problemCount", this.#problemsIcon, this.#problemsText));
    this.element.append(codicon("type-hierarchy-sub"), this.#name, this.#picker.element, this.#schedule.element, this.#engine.element, html("span", "space"), this.#problems);
  }

  draw(graph: Graph, index: number): void {
    const workflow = graph.workflows[index];
    const several = graph.workflows.length > 1;
    this.#name.hidden = several;
    this.#picker.element.hidden = !several;
    setText(this.#name, nameOf(workflow));
    this.#picker.update(graph.workflows.map(nameOf), index);
    this.#schedule.show(workflow?.schedule ?? null, "Schedule (cron, in UTC)");
    this.#engine.show(workflow?.engine ?? null, "Engine");
    this.#drawProblems(graph);
  }

  #drawProblems(graph: Graph): void {
    const problems = withoutHints(graph.problems);
    const errors = problems.filter(({ severity }) => severity === "error").length;
    this.#problems.hidden = problems.length === 0;
    setText(this.#problemsText, countOf(problems.length, "problem"));
    setAttribute(this.#problems, "aria-label", countOf(problems.length, "problem"));
    setAttribute(this.#problems, "title", "Show in the Problems view");
    this.#problemsIcon.className = `codicon codicon-${severityIcons[errors > 0 ? "error" : "warning"]} ${errors > 0 ? "error" : "warning"}`;
  }
}

function nameOf(workflow: Workflow | undefined): string {
  return workflow?.name ?? "Not in a workflow yet";
}

interface Fact {
  readonly element: HTMLElement;
  show(text: string | null, title: string): void;
}

function fact(icon: string): Fact {
  const words = html("span", "");
  const element = html("span", "fact", codicon(icon), words);
  return {
    element,
    show(text, title) {
      element.hidden = text === null;
      element.title = title;
      setText(words, text ?? "");
    },
  };
}
