import type { Workflow } from "../../src/core/model/workflow.js";
import type { GraphPanelBoundary } from "../../src/formats/graphPanel.js";
import type { Client } from "../../src/protocol/client.js";
import { countOf } from "../../src/core/model/words.js";
import { diagramOf, layoutInput, type Diagram } from "./diagram.js";
import type { Layout } from "./geometry.js";
import { alignTo } from "./layout.js";
import { LayoutClient } from "./layoutClient.js";
import { RunClock } from "./runClock.js";
import {
  initialState,
  reduce,
  shownStates,
  shownWorkflow,
  viewOf,
  type PanelAction,
  type PanelState,
} from "./state.js";
import { html } from "../shared/elements.js";
import { DetailsView } from "./view/details.js";
import { GraphView } from "./view/graphView.js";
import { HeaderView } from "./view/header.js";
import { layoutFailure, noticeFor } from "./view/notice.js";
import { OutlineView } from "./view/outline.js";
import { RunStripView } from "./view/runStrip.js";
import { zoomControls } from "./view/zoomControls.js";

/** Milliseconds of rest after which the host is told where the view stands. */
const viewReportDelay = 150;

/** What is on screen, with the layout it was drawn from. */
interface Drawn {
  /** Which graph it is: a picture is kept in place over edits of one workflow only. */
  readonly subject: string;
  /** As the worker gave it. */
  readonly raw: Layout;
  readonly diagram: Diagram;
  /** As drawn: moved so that operators stay where they were. */
  readonly layout: Layout;
}

/** Joins state, layout and views; the only place where they meet. */
export class GraphPage {
  readonly #bridge: Client<GraphPanelBoundary>;
  readonly #layouts = new LayoutClient();
  readonly #header = new HeaderView({
    workflowPicked: (index) => {
      this.#dispatch({ type: "workflowPicked", index });
    },
    problemsOpened: () => {
      this.#ask(this.#bridge.request("showProblems", {}));
    },
  });
  readonly #graph = new GraphView({
    moved: (transform) => {
      this.#dispatch({ type: "transformed", transform });
    },
    selected: (id) => {
      this.#dispatch({ type: "operatorSelected", id });
    },
    opened: (id, focus) => {
      this.#ask(this.#bridge.request("revealOperator", { id, focus }));
    },
  });
  readonly #strip = new RunStripView(() => {
    this.#clearRun();
  });
  readonly #details = new DetailsView((operator, what) => {
    const workflow = shownStates(this.#state)?.workflow;
    if (workflow !== undefined) this.#ask(this.#bridge.request("openOperator", { workflow, operator, what }));
  });
  readonly #clock = new RunClock(() => {
    this.#drawClocks();
  });
  readonly #outline = new OutlineView();
  readonly #notice = html("div", "noticeArea");
  readonly #main = html("main", "main", this.#graph.viewport.element, this.#notice, this.#outline.element);
  #state: PanelState = initialState;
  #drawn: Drawn | undefined;
  #shownNotice: string | undefined;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(bridge: Client<GraphPanelBoundary>, root: HTMLElement) {
    this.#bridge = bridge;
    const controls = zoomControls({
      zoomIn: () => {
        this.#graph.viewport.zoomIn();
      },
      zoomOut: () => {
        this.#graph.viewport.zoomOut();
      },
      fit: () => {
        this.#graph.glideToFit();
      },
    });
    this.#main.append(html("div", "foot", controls, this.#details.element));
    // Nothing can be cut, copied or pasted here: only nodes have a menu.
    root.dataset["vscodeContext"] = JSON.stringify({ preventDefaultContextMenuItems: true });
    root.append(this.#header.element, this.#strip.element, this.#main);
    bridge.on("contentChanged", (content) => {
      this.#dispatch({ type: "contentChanged", content });
    });
    bridge.on("caretMoved", (caret) => {
      this.#dispatch({ type: "caretMoved", caret });
    });
    bridge.on("statesChanged", ({ states }) => {
      this.#dispatch({ type: "statesChanged", states });
    });
    bridge.on("picked", (picked) => {
      this.#dispatch({ type: "picked", picked });
    });
    this.#render(initialState);
  }

  async start(): Promise<void> {
    this.#dispatch({ type: "contentChanged", content: await this.#bridge.request("loadContent", {}) });
  }

  #dispatch(action: PanelAction): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    if (action.type !== "transformed") this.#render(before);
    if (action.type !== "contentChanged" && action.type !== "statesChanged") this.#reportView();
  }

  #render(before: PanelState): void {
    const workflow = this.#drawNotice() ? undefined : shownWorkflow(this.#state);
    const run = shownStates(this.#state);
    if (this.#state.states !== before.states)
      this.#clock.start(this.#state.states.some(({ state }) => state === "running") ? "ticking" : "still");
    this.#header.element.hidden = workflow === undefined;
    this.#strip.draw(run, this.#clock.since);
    this.#details.element.hidden = run === undefined;
    this.#main.classList.toggle("hasRun", run !== undefined);
    this.#main.classList.toggle("hasGraph", workflow !== undefined);
    if (!workflow || this.#state.content?.kind !== "graph") {
      this.#drawn = undefined;
      this.#outline.forget();
      return;
    }
    const { graph, schedules } = this.#state.content;
    this.#header.draw(graph, schedules, this.#state.workflow);
    if (
      this.#state.content !== before.content ||
      this.#state.workflow !== before.workflow ||
      this.#state.states !== before.states
    )
      this.#drawGraph(workflow);
    else this.#showSelection(before);
  }

  #drawNotice(): boolean {
    const notice = noticeFor(this.#state);
    if (notice?.key !== this.#shownNotice) this.#notice.replaceChildren(...(notice ? [notice.element] : []));
    this.#shownNotice = notice?.key;
    return notice !== undefined;
  }

  #drawGraph(workflow: Workflow): void {
    const state = this.#state;
    if (state.content?.kind !== "graph") return;
    const diagram = diagramOf(
      workflow,
      state.content.graph.problems,
      shownStates(state),
      state.content.graph.neverCalled,
    );
    const subject = JSON.stringify([state.content.uri, state.workflow]);
    this.#layouts.place(layoutInput(diagram)).then(
      (layout) => {
        // A newer graph may have come meanwhile: it has asked for its own layout. So has one with newer states.
        if (
          this.#state.content === state.content &&
          this.#state.workflow === state.workflow &&
          this.#state.states === state.states
        )
          this.#draw(workflow, diagram, subject, layout);
      },
      (error: unknown) => {
        this.#fail(error);
      },
    );
  }

  #draw(workflow: Workflow, diagram: Diagram, subject: string, raw: Layout): void {
    const before = this.#drawn?.subject === subject ? this.#drawn : undefined;
    if (!before) this.#outline.forget();
    const layout = before?.raw === raw ? before.layout : before ? alignTo(before.layout, raw) : raw;
    this.#drawn = { subject, raw, diagram, layout };
    this.#graph.draw({
      label: `${workflow.name ?? "Operators without a workflow"}: ${countOf(workflow.operators.length, "operator")}`,
      diagram,
      layout,
      context: {
        uri: this.#state.content?.kind === "graph" ? this.#state.content.uri : "",
        workflow: workflow.name,
        run: shownStates(this.#state),
      },
      since: this.#clock.since,
    });
    this.#drawDetails();
    this.#outline.draw(diagram, shownStates(this.#state));
    this.#graph.select(this.#state.selected, this.#state.atCaret);
    if (!this.#state.transform) this.#graph.fit();
    else if (!before) this.#graph.restore(this.#state.transform);
  }

  #showSelection(before: PanelState): void {
    const { selected, atCaret } = this.#state;
    this.#graph.select(selected, atCaret);
    this.#drawDetails();
    if (selected !== null && selected !== before.selected) this.#graph.revealOperator(selected);
  }

  #drawDetails(): void {
    this.#details.draw(
      this.#drawn?.diagram.nodes.find(({ id }) => id === this.#state.selected),
      this.#clock.since,
    );
  }

  #drawClocks(): void {
    const { since } = this.#clock;
    this.#graph.drawClocks(since);
    this.#strip.drawClock(since);
    this.#details.drawClock(since);
  }

  #clearRun(): void {
    const run = shownStates(this.#state);
    if (run !== undefined) this.#ask(this.#bridge.request("clearRun", { workflow: run.workflow }));
  }

  #reportView(): void {
    clearTimeout(this.#reportTimer);
    this.#reportTimer = setTimeout(() => {
      const view = viewOf(this.#state);
      if (view) this.#bridge.report("viewChanged", view);
    }, viewReportDelay);
  }

  /** The host tells the user itself what went wrong with a request. */
  #ask(request: Promise<unknown>): void {
    request.catch((error: unknown) => {
      this.#bridge.report("pageFailed", { message: String(error) });
    });
  }

  #fail(error: unknown): void {
    this.#bridge.report("pageFailed", {
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    this.#shownNotice = "layoutFailed";
    this.#main.classList.remove("hasGraph");
    this.#notice.replaceChildren(layoutFailure());
  }
}
