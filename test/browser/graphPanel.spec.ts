import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { GraphPanelBoundary, PanelContent } from "../../src/formats/graphPanel.js";
import {
  graph,
  operator,
  problem,
  wineOperators,
  wineWorkflow,
  workflow,
  type SampleOperator,
} from "../fakes/graphs.js";
import { objections } from "./support/accessibility.js";
import { graphPanelWith, panelsInBrowser } from "./support/panels.js";
import type { ScriptedHost, ScriptedHostOptions } from "./support/scriptedHost.js";

const uri = "file:///wine.py";

const openPanel = panelsInBrowser();
let host: ScriptedHost<GraphPanelBoundary>;

function shows(
  operators: readonly SampleOperator[],
  more: Partial<Extract<PanelContent, { kind: "graph" }>> = {},
): PanelContent {
  return {
    kind: "graph",
    uri,
    fileName: "wine.py",
    graph: graph([workflow("wine predictions", operators, { schedule: "0 3 * * *" })]),
    schedules: ["at 03:00 UTC"],
    caret: { operators: [] },
    states: [],
    picked: null,
    view: null,
    ...more,
  };
}

const wine = shows(wineOperators);

async function open(content: PanelContent, options?: ScriptedHostOptions): Promise<void> {
  host = await openPanel(graphPanelWith(content), options);
}

/** Shows other content, as an edit does. */
async function show(content: PanelContent): Promise<void> {
  await host.send("contentChanged", content);
}

const node = (id: string): Locator => host.page.locator(`.operator[data-id="${id}"]`);
const focused = (): Promise<string | undefined> =>
  host.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["id"]);
const transform = (): Promise<string> => host.page.locator(".canvas").evaluate((canvas) => canvas.style.transform);

/** Marks the elements that are there, so that one that was made anew is told from one that was kept. */
async function mark(): Promise<void> {
  await host.page.evaluate(() => {
    document.querySelectorAll(".operator").forEach((element) => {
      element.setAttribute("data-marked", "");
    });
  });
}

async function unmarked(): Promise<readonly string[]> {
  return host.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".operator:not([data-marked])")].map(
      (element) => element.dataset["id"] ?? "",
    ),
  );
}

describe("the graph", () => {
  it("shows every operator with its name and kind, and an edge for every artifact that is read", async () => {
    await open(wine);
    await node("predict").waitFor();
    expect(await host.page.locator(".operator").count()).toBe(wineOperators.length);
    expect(await host.page.locator(".edge").count()).toBe(8);
    expect(await node("every_wine_is_judged").locator(".detail").textContent()).toBe("check · error");
    await host.page
      .getByRole("treeitem", {
        name: "save to aqueduct_demo save · my_predictions · replace reads predict artifact",
        exact: true,
      })
      .waitFor();
  });

  it("lies within the window when it is first shown", async () => {
    await open(wine);
    await node("predict").waitFor();
    for (const { id } of wineOperators) {
      const box = await node(id).boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 640 && box.y + box.height <= 760, id).toBe(true);
    }
  });

  it("draws each kind in a shape of its own", async () => {
    await open(wine);
    await node("predict").waitFor();
    const outlines = await Promise.all(
      [
        "aqueduct_demo_query",
        "quality_floor",
        "clean_data",
        "mean_error",
        "less_than_2_5",
        "save_to_aqueduct_demo",
      ].map((id) => node(id).locator(".outline").getAttribute("d")),
    );
    const commands = outlines.map((outline) => outline?.replaceAll(/[\d.\s-]+/g, " "));
    // A metric is a function's rounded box with rounder corners: the letters are the same, the radius is not.
    expect(new Set([...commands.filter((_shape, index) => index !== 3), outlines[3]]).size).toBe(6);
  });

  it("marks problems, what is repeated, and what comes from the last good text", async () => {
    await open(
      shows(
        [
          operator("clean", "function", 5, [], { repeated: true }),
          operator("predict", "function", 6, ["clean"], { stale: true }),
        ],
        {
          graph: graph(
            [
              workflow("w", [
                operator("clean", "function", 5, [], { repeated: true }),
                operator("predict", "function", 6, ["clean"], { stale: true }),
              ]),
            ],
            [problem(5, "Close the string."), problem(5, "And this.", "warning")],
          ),
        },
      ),
    );
    await node("clean").waitFor();
    expect(await node("clean").locator(".problem.error").textContent()).toBe("2");
    expect(await node("clean").locator(".twin").isVisible()).toBe(true);
    expect(
      await node("predict")
        .locator(".outline")
        .evaluate((outline) => getComputedStyle(outline).strokeDasharray),
    ).not.toBe("none");
    expect(await host.page.locator(".edge").getAttribute("class")).toContain("stale");
    await host.page.locator(".problemCount").click();
    await host.message((message) => message.type === "request" && message.method === "showProblems");
  });

  it("offers the workflows of a file that has several", async () => {
    const second = workflow("training", [operator("load", "extract", 80), operator("fit", "function", 81, ["load"])]);
    await open(shows([], { graph: graph([wineWorkflow, second]) }));
    await node("predict").waitFor();
    await host.page.locator("vscode-dropdown").click();
    await host.page.locator("vscode-option", { hasText: "training" }).click();
    await node("fit").waitFor();
    expect(await host.page.locator(".operator").count()).toBe(2);
    const report = await host.message(
      (message) =>
        message.type === "report" && message.report === "viewChanged" && message.data.workflow === "training",
    );
    expect(report).toBeDefined();
  });

  it("keeps a file's only workflow as heading beside operators that are in none, and leads to those and back", async () => {
    const outside = workflow(null, [operator("draft", "function", 90)]);
    await open(shows([], { graph: graph([wineWorkflow, outside]) }));
    await node("predict").waitFor();
    await host.page.getByRole("heading", { name: "wine predictions" }).waitFor();
    await host.page.getByRole("button", { name: "1 not published" }).click();
    await node("draft").waitFor();
    await host.page.locator("vscode-dropdown").click();
    await host.page.locator("vscode-option", { hasText: "wine predictions" }).click();
    await node("predict").waitFor();
  });

  it("says what to write where a file has no workflow yet, and says when it is waiting", async () => {
    await open({ kind: "loading", uri, fileName: "wine.py" });
    await host.page.getByText("Reading the workflow…").waitFor();
    await show(shows([], { graph: graph([]) }));
    await host.page.getByText("No workflow in wine.py yet").waitFor();
    await show({ kind: "failed", uri, fileName: "wine.py", message: "The language server did not answer." });
    await host.page.getByText("The language server did not answer.").waitFor();
    await show(wine);
    await node("predict").waitFor();
    expect(await host.page.locator(".notice").isVisible()).toBe(false);
  });
});

describe("a panel of another size", () => {
  const scale = async (): Promise<number> => Number(/scale\((.*)\)/.exec(await transform())?.[1]);

  it("shows all of the graph again, as long as nobody moved it", async () => {
    await open(wine, { context: { viewport: { width: 300, height: 260 } } });
    await node("predict").waitFor();
    expect(await scale()).toBeLessThan(0.5);
    await host.page.setViewportSize({ width: 1000, height: 900 });
    await host.page.waitForFunction(() =>
      document.querySelector<HTMLElement>(".canvas")?.style.transform.endsWith("scale(1)"),
    );
  });

  it("leaves the graph where somebody moved it to", async () => {
    await open(wine);
    await node("predict").waitFor();
    await host.page.getByRole("button", { name: "Zoom in" }).click();
    const before = await transform();
    await host.page.setViewportSize({ width: 1000, height: 900 });
    await resized();
    expect(await transform()).toBe(before);
  });

  it("shows all of a graph that comes back as it was fitted", async () => {
    await open(wine);
    await node("predict").waitFor();
    const fitted = await host.message((message) => message.type === "report" && message.report === "viewChanged");
    await host.close();
    await open(shows(wineOperators, { view: fitted.data }));
    await node("predict").waitFor();
    await host.page.setViewportSize({ width: 320, height: 760 });
    await resized();
    expect(await scale()).toBeLessThan(fitted.data.transform.scale);
  });

  /** Until the page has been told of its size, and has drawn with it. */
  const resized = (): Promise<void> =>
    host.page.evaluate(
      () =>
        new Promise((resolve) => {
          new ResizeObserver(() => {
            requestAnimationFrame(() => {
              resolve();
            });
          }).observe(document.body);
        }),
    );
});

describe("an edit", () => {
  it("that adds an operator keeps the elements of all others, zoom, pan and selection", async () => {
    await open(wine);
    await node("predict").click();
    await host.page.locator(".viewport").hover({ position: { x: 30, y: 400 } });
    await host.page.mouse.wheel(0, 120);
    const before = await transform();
    await mark();
    await show(shows([...wineOperators, operator("report", "function", 71, ["predict"])]));
    await node("report").waitFor();
    expect(await unmarked()).toEqual(["report"]);
    expect(await transform()).toBe(before);
    expect(await node("predict").getAttribute("aria-selected")).toBe("true");
    expect(await focused()).toBe("predict");
  });

  it("that adds an operator leaves the others where they are on the screen", async () => {
    await open(wine);
    await node("predict").waitFor();
    const before = await node("predict").boundingBox();
    await show(
      shows([
        ...wineOperators,
        operator("report", "function", 71, ["save_input"]),
        operator("tail", "function", 72, ["less_than_2_5"]),
      ]),
    );
    await node("report").waitFor();
    const after = await node("predict").boundingBox();
    expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(120);
    expect(after?.y).toBe(before?.y);
  });

  it("that changes no topology makes no second layout", async () => {
    await open(wine);
    await node("predict").waitFor();
    expect(await host.layouts()).toBe(1);
    await show(
      shows(
        wineOperators.map((one) =>
          one.id === "quality_floor" ? { ...one, default: { type: "numeric", json: 7 } } : one,
        ),
      ),
    );
    await host.page.getByText("parameter · 7", { exact: true }).waitFor();
    expect(await host.layouts()).toBe(1);
    await show(shows(wineOperators.slice(0, -1)));
    await node("save_to_aqueduct_demo").waitFor({ state: "detached" });
    expect(await host.layouts()).toBe(2);
  });

  it("is told to those who do not see it", async () => {
    await open(wine);
    await node("predict").waitFor();
    await show(shows([...wineOperators, operator("report", "function", 71, ["predict"])]));
    await host.page.getByRole("status").filter({ hasText: "report added; 10 operators." }).waitFor();
  });

  it("shows only the newest of several that come in one burst", async () => {
    await open(wine);
    await node("predict").waitFor();
    await Promise.all([3, 5, 7].map((count) => show(shows(wineOperators.slice(0, count)))));
    await node("every_wine_is_judged").waitFor({ state: "detached" });
    await host.page.waitForFunction(() => document.querySelectorAll(".operator").length === 7);
  });
});

describe("text and graph", () => {
  it("a click shows the operator's line and keeps the keyboard; a double click goes there", async () => {
    await open(wine);
    await node("mean_error").click();
    await host.message(
      (message) =>
        message.type === "request" &&
        message.method === "revealOperator" &&
        message.params.id === "mean_error" &&
        message.params.focus === "graph",
    );
    expect(await focused()).toBe("mean_error");
    await node("clean_data").dblclick();
    await host.message(
      (message) =>
        message.type === "request" &&
        message.method === "revealOperator" &&
        message.params.id === "clean_data" &&
        message.params.focus === "editor",
    );
  });

  it("the caret highlights its operator and brings it into view, without taking the keyboard", async () => {
    await open(
      shows(wineOperators, {
        view: { uri, workflow: "wine predictions", selected: null, transform: { x: -3000, y: 0, scale: 1 } },
      }),
    );
    await host.page.locator(".operator").first().waitFor({ state: "attached" });
    await host.send("caretMoved", { operators: ["predict"] });
    await host.page.waitForFunction(() => {
      const box = document
        .querySelector('.operator.atCaret[data-id="predict"][aria-selected="true"]')
        ?.getBoundingClientRect();
      return box !== undefined && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(await focused()).toBeUndefined();
  });

  it("comes back where it was left", async () => {
    await open(
      shows(wineOperators, {
        view: { uri, workflow: "wine predictions", selected: "predict", transform: { x: 12, y: 34, scale: 0.75 } },
      }),
    );
    await node("predict").waitFor();
    expect(await transform()).toBe("translate(12px, 34px) scale(0.75)");
    expect(await node("predict").getAttribute("aria-selected")).toBe("true");
  });
});

describe("by keyboard alone", () => {
  it("walks the graph key by key and opens a line", async () => {
    await open(wine);
    await node("predict").waitFor();
    await host.page.keyboard.press("Tab");
    expect(await focused()).toBe("aqueduct_demo_query");
    const path: (string | undefined)[] = [];
    for (const key of [
      "ArrowDown",
      "ArrowDown",
      "ArrowDown",
      "ArrowDown",
      "Home",
      "End",
      "ArrowUp",
      "ArrowUp",
      "ArrowUp",
    ]) {
      await host.page.keyboard.press(key);
      path.push(await focused());
    }
    expect(path.slice(0, 3)).toEqual(["clean_data", "featurize_data", "predict"]);
    expect(["mean_error", "every_wine_is_judged", "save_to_aqueduct_demo"]).toContain(path[3]);
    expect(path.slice(4)).toEqual(["aqueduct_demo_query", "less_than_2_5", "mean_error", "predict", "featurize_data"]);
    await host.page.keyboard.press("Enter");
    await host.message(
      (message) =>
        message.type === "request" &&
        message.method === "revealOperator" &&
        message.params.id === "featurize_data" &&
        message.params.focus === "editor",
    );
  });

  it("reaches the zoom buttons, of which each does what it says", async () => {
    await open(wine);
    await node("predict").waitFor();
    const scale = async (): Promise<number> => Number(/scale\((.*)\)/.exec(await transform())?.[1]);
    const before = await scale();
    await host.page.keyboard.press("Tab");
    await host.page.keyboard.press("Tab");
    await host.page.keyboard.press("Enter");
    expect(await scale()).toBeGreaterThan(before);
    await host.page.keyboard.press("Tab");
    await host.page.keyboard.press("Enter");
    expect(await scale()).toBeCloseTo(before);
    await host.page.getByRole("button", { name: "Fit the graph into the panel" }).click();
    expect(await scale()).toBeLessThanOrEqual(1);
  });
});

describe("a schedule", () => {
  const words = "at 03:15 and 15:15 UTC on Monday, Wednesday and Friday, in January, April, July and October";
  const cron = "15 3,15 * 1,4,7,10 1,3,5";

  it("is told in words, and in cron under the pointer", async () => {
    await open(
      shows(wineOperators, {
        graph: graph([workflow("wine predictions", wineOperators, { schedule: cron, engine: "airflow" })]),
        schedules: [words],
      }),
    );
    const fact = host.page.locator(".fact", { hasText: words });
    await fact.waitFor();
    expect(await fact.getAttribute("title")).toBe(`Schedule: ${words} (cron: ${cron})`);
  });

  it("that is long leaves the rest of the line in a narrow panel", async () => {
    await open(
      shows(wineOperators, {
        graph: graph(
          [workflow("wine predictions", wineOperators, { schedule: cron, engine: "airflow" })],
          [problem(66, "Pass it as an argument.")],
        ),
        schedules: [words],
      }),
      { context: { viewport: { width: 600, height: 500 } } },
    );
    await host.page.locator(".fact", { hasText: words }).waitFor();
    const { width, right } = await host.page.evaluate(() => ({
      width: document.documentElement.clientWidth,
      right: Math.max(
        ...[...document.querySelectorAll(".header > *")].map((part) => part.getBoundingClientRect().right),
      ),
    }));
    expect(right).toBeLessThanOrEqual(width);
    // Its own words give way first.
    const isCut = await host.page.evaluate(() =>
      [".workflowName", ".fact.engine span:last-child"].map((part) => {
        const element = document.querySelector(part);
        return element !== null && element.scrollWidth > element.clientWidth;
      }),
    );
    expect(isCut).toEqual([false, false]);
  });
});

describe("accessibility", () => {
  it("axe finds nothing in any theme", async () => {
    await open(
      shows(wineOperators, {
        graph: graph(
          [
            workflow("wine predictions", wineOperators, {
              description: "What a bottle may cost, from what is measured of it.",
              schedule: "0 3 * * *",
              engine: "airflow",
            }),
          ],
          [problem(66, "Pass it as an argument."), problem(64, "Say which column.", "warning")],
        ),
      }),
    );
    const description = host.page.locator(".workflowDescription");
    expect(await description.textContent()).toBe("What a bottle may cost, from what is measured of it.");
    await node("predict").click();
    expect(await objections(host)).toEqual([]);
  });

  it("moves nothing by itself where less motion is asked for", async () => {
    await open(wine, { context: { reducedMotion: "reduce" } });
    await node("predict").waitFor();
    expect(await node("predict").evaluate((element) => getComputedStyle(element).animationName)).toBe("none");
    await host.page.getByRole("button", { name: "Zoom in" }).click();
    expect(await host.page.locator(".canvas").evaluate((canvas) => getComputedStyle(canvas).transitionDuration)).toBe(
      "0s",
    );
  });

  it("keeps shapes, edges and selection in the system's forced colours", async () => {
    await open(wine, { theme: "highContrast", context: { forcedColors: "active" } });
    await node("predict").click();
    const strokes = await host.page.evaluate(() => {
      const stroke = (selector: string): string =>
        getComputedStyle(document.querySelector(selector) ?? document.body).stroke;
      return {
        plain: stroke('[data-id="clean_data"] .outline'),
        selected: stroke('[data-id="predict"] .outline'),
        edge: stroke(".edge:not(.near)"),
      };
    });
    expect(strokes.selected).not.toBe(strokes.plain);
    expect(strokes.edge).toBe(strokes.plain);
  });
});

describe("a function that nothing calls", () => {
  const apart = operator("never_called_later", "function", 30, [], {
    name: "later",
    outputs: [],
    source: { file: "wine.py", line: 28, column: 1, endLine: 31, endColumn: 10 },
  });
  const withApart: PanelContent =
    wine.kind === "graph" ? { ...wine, graph: { ...wine.graph, neverCalled: [apart] } } : wine;
  const dashes = (id: string): Promise<string> =>
    node(id)
      .locator(".outline")
      .evaluate((outline) => getComputedStyle(outline).strokeDasharray);

  it("is drawn under the workflow, dashed, with a description that says so", async () => {
    await open(withApart);
    await node("never_called_later").waitFor();
    expect(await dashes("never_called_later")).not.toBe("none");
    expect(await dashes("predict")).toBe("none");
    const boxes = await Promise.all(["never_called_later", "predict"].map((id) => node(id).boundingBox()));
    expect(boxes[0]?.y).toBeGreaterThan((boxes[1]?.y ?? 0) + (boxes[1]?.height ?? 0));
    expect(await node("never_called_later").textContent()).toContain("nothing in this file calls it");
  });

  it("is dashed in high contrast too, and axe finds nothing in any theme", async () => {
    await open(withApart, { theme: "highContrast" });
    await node("never_called_later").waitFor();
    expect(await dashes("never_called_later")).not.toBe("none");
    expect(await objections(host)).toEqual([]);
  });

  it("goes to its definition, and is there without any workflow", async () => {
    await open(withApart);
    await node("never_called_later").click();
    const asked = await host.message((message) => message.type === "request" && message.method === "revealOperator");
    expect(asked).toMatchObject({ params: { id: "never_called_later" } });
    await show(wine.kind === "graph" ? { ...wine, graph: { ...graph([]), neverCalled: [apart] } } : wine);
    await node("predict").waitFor({ state: "detached" });
    expect(await node("never_called_later").isVisible()).toBe(true);
  });
});
