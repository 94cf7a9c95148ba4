import { describe, expect, it } from "vitest";
import type { Graph } from "../../../src/core/model/workflow.js";
import type { PanelContent, PanelView, Picked, RunStates } from "../../../src/formats/graphPanel.js";
import {
  initialState,
  reduce,
  shownStates,
  shownWorkflow,
  viewOf,
  type PanelAction,
  type PanelState,
} from "../../../webview/graphPanel/state.js";
import { graph, operator, runStates, status, wineWorkflow, workflow } from "../../fakes/graphs.js";

const uri = "file:///wine.py";
const moved = { x: 10, y: 20, scale: 0.5 };

function content(
  shown: Graph,
  more: {
    readonly view?: PanelView | null;
    readonly uri?: string;
    readonly caret?: readonly string[];
    readonly states?: readonly RunStates[];
    readonly picked?: Picked | null;
  } = {},
): PanelContent {
  return {
    kind: "graph",
    uri: more.uri ?? uri,
    fileName: "wine.py",
    graph: shown,
    schedules: [],
    caret: { operators: more.caret ?? [] },
    states: more.states ?? [],
    picked: more.picked ?? null,
    view: more.view ?? null,
  };
}

function after(...actions: readonly PanelAction[]): PanelState {
  return actions.reduce(reduce, initialState);
}

const shows = (shown: PanelContent): PanelAction => ({ type: "contentChanged", content: shown });
const selects = (id: string): PanelAction => ({ type: "operatorSelected", id });
const caretAt = (...operators: readonly string[]): PanelAction => ({ type: "caretMoved", caret: { operators } });
const other = workflow("other", [operator("load", "extract", 90)]);

describe("an edit of the shown file", () => {
  it("keeps selection, zoom and pan when an operator is added", () => {
    const wider = workflow("wine predictions", [operator("predict", "function", 66), operator("more", "function", 67)]);
    const state = after(
      shows(content(graph([wineWorkflow]))),
      selects("predict"),
      { type: "transformed", transform: moved },
      shows(content(graph([wider]))),
    );
    expect(state).toMatchObject({ selected: "predict", transform: moved });
  });

  it("forgets a selected operator that is gone", () => {
    const state = after(shows(content(graph([wineWorkflow]))), selects("predict"), shows(content(graph([other]))));
    expect(state.selected).toBeNull();
  });

  it("keeps the shown workflow when one is added above it", () => {
    const state = after(shows(content(graph([wineWorkflow]))), shows(content(graph([other, wineWorkflow]))));
    expect(shownWorkflow(state)?.name).toBe("wine predictions");
  });

  it("keeps the place of a workflow that is being renamed", () => {
    const renamed = { ...wineWorkflow, name: "wine prediction" };
    const state = after(
      shows(content(graph([other, wineWorkflow]))),
      { type: "workflowPicked", index: 1 },
      shows(content(graph([other, renamed]))),
    );
    expect(shownWorkflow(state)?.name).toBe("wine prediction");
  });

  it("falls back to a workflow that is there when the shown one is deleted", () => {
    const state = after(
      shows(content(graph([other, wineWorkflow]))),
      { type: "workflowPicked", index: 1 },
      shows(content(graph([other]))),
    );
    expect(shownWorkflow(state)?.name).toBe("other");
  });
});

describe("another file", () => {
  const view: PanelView = { uri, workflow: "wine predictions", selected: "predict", transform: moved };

  it("is fitted into the window when it was never shown", () => {
    const state = after(
      shows(content(graph([wineWorkflow]))),
      { type: "transformed", transform: moved },
      shows(content(graph([other]), { uri: "file:///other.py" })),
    );
    expect(state).toMatchObject({ transform: undefined, selected: null, workflow: 0 });
  });

  it("comes back as it was left", () => {
    const state = after(shows(content(graph([other, wineWorkflow]), { view })));
    expect(state).toMatchObject({ workflow: 1, selected: "predict", transform: moved });
  });

  it("ignores a view of a workflow that is no longer there", () => {
    expect(after(shows(content(graph([other]), { view })))).toMatchObject({
      workflow: 0,
      selected: null,
      transform: undefined,
    });
  });
});

describe("the editor's caret", () => {
  it("selects the operator that it enters", () => {
    expect(after(shows(content(graph([wineWorkflow]))), caretAt("predict"))).toMatchObject({
      selected: "predict",
      atCaret: ["predict"],
    });
  });

  it("leaves the selection alone between operators", () => {
    expect(after(shows(content(graph([wineWorkflow]))), caretAt("predict"), caretAt())).toMatchObject({
      selected: "predict",
      atCaret: [],
    });
  });

  it("keeps a selected call of the definition that it enters", () => {
    const twice = workflow("twice", [operator("clean", "function", 5), operator("clean_2", "function", 6)]);
    expect(after(shows(content(graph([twice]))), selects("clean_2"), caretAt("clean", "clean_2")).selected).toBe(
      "clean_2",
    );
  });

  it("shows the workflow that its operator belongs to", () => {
    const state = after(shows(content(graph([wineWorkflow, other]))), caretAt("load"));
    expect(shownWorkflow(state)?.name).toBe("other");
    expect(state.selected).toBe("load");
  });

  it("does not leave the shown workflow for a call that is just being typed", () => {
    const typed = workflow(null, [operator("mean_error_2", "metric", 73)]);
    const state = after(
      shows(content(graph([wineWorkflow]))),
      { type: "transformed", transform: moved },
      shows(content(graph([wineWorkflow, typed]), { caret: ["mean_error_2"] })),
      caretAt("mean_error_2"),
    );
    expect(shownWorkflow(state)?.name).toBe("wine predictions");
    expect(state.transform).toEqual(moved);
  });

  it("selects the operator that it is in when the graph arrives", () => {
    expect(after(shows(content(graph([wineWorkflow]), { caret: ["mean_error"] }))).selected).toBe("mean_error");
  });

  it("does not take the selection back while the text is edited elsewhere", () => {
    const state = after(
      shows(content(graph([wineWorkflow]), { caret: ["predict"] })),
      selects("mean_error"),
      shows(content(graph([wineWorkflow]), { caret: ["predict"] })),
    );
    expect(state.selected).toBe("mean_error");
  });
});

describe("what the host keeps", () => {
  it("is nothing before the graph has a place on the screen", () => {
    expect(viewOf(after(shows(content(graph([wineWorkflow])))))).toBeUndefined();
  });

  it("is the workflow by name, the selection and the place", () => {
    const state = after(shows(content(graph([wineWorkflow]))), selects("predict"), {
      type: "transformed",
      transform: moved,
    });
    expect(viewOf(state)).toEqual({ uri, workflow: "wine predictions", selected: "predict", transform: moved });
  });
});

describe("a run's states", () => {
  const two = graph([wineWorkflow, other]);
  const run = runStates([status("predict", "running")]);

  it("are those of the workflow on show", () => {
    const state = after(shows(content(two)), { type: "statesChanged", states: [run] });
    expect(shownStates(state)).toBe(run);
    expect(shownStates(reduce(state, { type: "workflowPicked", index: 1 }))).toBeUndefined();
  });

  it("come with the content, and go with it", () => {
    const state = after(shows(content(two, { states: [run] })));
    expect(shownStates(state)).toBe(run);
    expect(reduce(state, shows({ kind: "noFile" })).states).toEqual([]);
  });

  it("touch neither selection nor view", () => {
    const state = after(shows(content(two)), selects("predict"), { type: "transformed", transform: moved });
    expect(reduce(state, { type: "statesChanged", states: [run] })).toEqual({ ...state, states: [run] });
  });
});

describe("what somebody asked to see", () => {
  const two = graph([wineWorkflow, other]);

  it("is another workflow of the file with its operator", () => {
    const state = after(
      shows(content(two)),
      { type: "transformed", transform: moved },
      { type: "picked", picked: { workflow: "other", operator: "load" } },
    );
    expect(state).toMatchObject({ workflow: 1, selected: "load", transform: undefined });
  });

  it("leaves zoom, pan and selection of a workflow that is on show", () => {
    const state = after(
      shows(content(two)),
      selects("predict"),
      { type: "transformed", transform: moved },
      { type: "picked", picked: { workflow: "wine predictions", operator: null } },
    );
    expect(state).toMatchObject({ workflow: 0, selected: "predict", transform: moved });
  });

  it("comes with the content where the page was not there yet, and is not looked for in a text that lacks it", () => {
    expect(after(shows(content(two, { picked: { workflow: "other", operator: null } }))).workflow).toBe(1);
    expect(after(shows(content(two, { picked: { workflow: "gone", operator: "load" } })))).toMatchObject({
      workflow: 0,
      selected: null,
    });
  });
});

describe("functions that nothing calls", () => {
  const neverCalled = [operator("never_called_later", "function", 30, [], { name: "later", outputs: [] })];
  const wine = { ...graph([wineWorkflow]), neverCalled };

  it("are shown where the file has no workflow", () => {
    const state = after({ type: "contentChanged", content: content({ ...graph([]), neverCalled }) });
    expect(shownWorkflow(state)).toMatchObject({ name: null, operators: [] });
    expect(shownWorkflow(after({ type: "contentChanged", content: content(graph([])) }))).toBeUndefined();
  });

  it("are selected by the caret, in whichever workflow is shown", () => {
    const state = after(
      { type: "contentChanged", content: content(wine) },
      { type: "caretMoved", caret: { operators: ["never_called_later"] } },
    );
    expect(state).toMatchObject({ workflow: 0, selected: "never_called_later" });
  });

  it("stay selected over an edit, until they are called", () => {
    const selected = after(
      { type: "contentChanged", content: content(wine) },
      { type: "operatorSelected", id: "never_called_later" },
      { type: "contentChanged", content: content(wine) },
    );
    expect(selected.selected).toBe("never_called_later");
    const called = reduce(selected, { type: "contentChanged", content: content(graph([wineWorkflow])) });
    expect(called.selected).toBeNull();
  });
});
