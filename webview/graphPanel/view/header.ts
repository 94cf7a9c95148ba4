import type { Graph, Workflow } from "../../../src/core/model/workflow.js";
import { codicon, picker, plainButton } from "../../shared/toolkit.js";
import { countOf } from "../../../src/core/model/words.js";
import { inGravity, withoutHints } from "../operatorProblems.js";
import { html, setAttribute, setText } from "../../shared/elements.js";
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
  readonly #description = html("span", "workflowDescription");
  readonly #schedule = fact("calendar", "schedule");
  readonly #engine = fact("server", "engine");
  readonly #outside: HTMLElement;
  readonly #outsideText = html("div", "");
  readonly #problems: HTMLElement;
  /** Index of the operators that are in no workflow; -1 where there are none. */
  #unnamed = -1;
  readonly #problemsText = html("span", "");
  readonly #problemsIcon = codicon("warning");

  constructor(events: HeaderEvents) {
    this.#picker = picker("Workflow", events.workflowPicked);
    this.#outside = plainButton(
      "Not published",
      () => {
        events.workflowPicked(this.#unnamed);
      },
      this.#outsideText,
    );
    this.#problems = plainButton(
      "Problems",
      events.problemsOpened,
      html("div", "problemCount", this.#problemsIcon, this.#problemsText),
    );
    this.element.append(
      codicon("type-hierarchy-sub"),
      this.#name,
      this.#picker.element,
      this.#description,
      this.#schedule.element,
      this.#engine.element,
      html("span", "space"),
      this.#outside,
      this.#problems,
    );
  }

  /** @param schedules those of the graph's workflows, in words */
  draw(graph: Graph, schedules: readonly (string | null)[], index: number): void {
    const workflow = graph.workflows[index];
    this.#drawName(graph, index);
    const description = workflow?.description?.trim() ?? "";
    this.#description.hidden = description === "";
    setText(this.#description, description);
    setAttribute(this.#description, "title", description); // a long one is cut short
    if (workflow?.unknownSchedule === true)
      this.#schedule.show("computed", "The schedule is computed: running the file tells it");
    else
      this.#schedule.show(
        schedules[index] ?? null,
        `Schedule: ${schedules[index] ?? ""} (cron: ${workflow?.schedule ?? ""})`,
      );
    this.#engine.show(workflow?.engine ?? null, "Engine");
    this.#drawProblems(graph);
  }

  /**
   * A file's only workflow is a heading, one of several a choice. Operators outside of any are a count at the side: each
   * is that while it is being typed, and the heading must not turn into a choice and back at every call.
   */
  #drawName({ workflows }: Graph, index: number): void {
    this.#unnamed = workflows.findIndex(({ name }) => name === null);
    const isOnly = workflows.length - (this.#unnamed < 0 ? 0 : 1) === 1 && index !== this.#unnamed;
    const asHeading = isOnly || workflows.length <= 1;
    this.#name.hidden = !asHeading;
    this.#picker.element.hidden = asHeading;
    setText(this.#name, nameOf(workflows[index]));
    // A narrow panel cuts it short.
    setAttribute(this.#name, "title", nameOf(workflows[index]));
    this.#picker.update(
      workflows.map((workflow) => nameAmong(workflows, workflow)),
      index,
    );

    const count = workflows[this.#unnamed]?.operators.length ?? 0;
    this.#outside.hidden = count === 0 || !isOnly;
    setText(this.#outsideText, `${count} not published`);
    setAttribute(this.#outside, "aria-label", `${count} not published`);
    setAttribute(this.#outside, "title", `Show ${countOf(count, "operator")} that no publish_flow reaches`);
  }

  #drawProblems(graph: Graph): void {
    const problems = withoutHints(graph.problems);
    this.#problems.hidden = problems.length === 0;
    setText(this.#problemsText, countOf(problems.length, "problem"));
    setAttribute(this.#problems, "aria-label", countOf(problems.length, "problem"));
    setAttribute(this.#problems, "title", "Show in the Problems view");
    const gravest = inGravity(problems)[0]?.severity ?? "information";
    this.#problemsIcon.className = `codicon codicon-${severityIcons[gravest]} ${gravest}`;
  }
}

/** With the line of its `publish_flow` where another one has the same name. */
function nameAmong(workflows: readonly Workflow[], workflow: Workflow): string {
  const isOne = workflow.source === null || workflows.filter(({ name }) => name === workflow.name).length === 1;
  return isOne ? nameOf(workflow) : `${nameOf(workflow)} (line ${workflow.source.line})`;
}

function nameOf(workflow: Workflow | undefined): string {
  return workflow?.name ?? "Not published";
}

interface Fact {
  readonly element: HTMLElement;
  show(text: string | null, title: string): void;
}

function fact(icon: string, name: string): Fact {
  const words = html("span", "");
  const element = html("span", `fact ${name}`, codicon(icon), words);
  return {
    element,
    show(text, title) {
      element.hidden = text === null;
      element.title = title;
      setText(words, text ?? "");
    },
  };
}
