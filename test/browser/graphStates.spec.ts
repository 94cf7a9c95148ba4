import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { GraphPanelBoundary, OperatorStatus, PanelContent, RunStates } from "../../src/formats/graphPanel.js";
import { graph, runStates, status, wineOperators, wineWorkflow } from "../fakes/graphs.js";
import { objections } from "./support/accessibility.js";
import { graphPanelWith, panelsInBrowser } from "./support/panels.js";
import type { ScriptedHost, ScriptedHostOptions } from "./support/scriptedHost.js";

const uri = "file:///wine.py";

const openPanel = panelsInBrowser();
let host: ScriptedHost<GraphPanelBoundary>;

function shows(states: readonly RunStates[]): PanelContent {
  return {
    kind: "graph",
    uri,
    fileName: "wine.py",
    graph: graph([wineWorkflow]),
    schedules: [],
    caret: { operators: [] },
    states,
    picked: null,
    view: null,
  };
}

async function open(content: PanelContent, options?: ScriptedHostOptions): Promise<void> {
  host = await openPanel(graphPanelWith(content), options);
  await node("predict").waitFor();
}

const node = (id: string): Locator => host.page.locator(`.operator[data-id="${id}"]`);
const detail = (id: string): Promise<string | null> => node(id).locator(".detail").textContent();
const strip = (): Locator => host.page.locator(".runStrip");
const details = (): Locator => host.page.locator(".details");

const failure = { message: "KeyError: 'alcohol'", tip: "Look at the columns of what featurize_data gives." };
const failed = status("predict", "failed", { seconds: 1.2, result: failure.message, failure, parts: ["log", "trace"] });
const query = status("aqueduct_demo_query", "succeeded", {
  seconds: 0.42,
  result: "4,898 rows × 12 columns",
  shortResult: "4,898 rows",
  parts: ["value", "log"],
});

/** Each state once, in the order of the operators. */
const everyState: readonly OperatorStatus["state"][] = [
  "succeeded",
  "warning",
  "running",
  "cancelled",
  "failed",
  "queued",
  "waiting",
  "skipped",
  "upstreamFailed",
];
const mixed = runStates(
  wineOperators.map(({ id }, index) =>
    id === "predict" ? failed : id === query.operator ? query : status(id, everyState[index] ?? "waiting"),
  ),
  { state: "failed", target: "airflow" },
);

describe("the states of a run", () => {
  it("are drawn on the nodes, each by an icon of its own and in words", async () => {
    await open(shows([mixed]));
    const icons = await Promise.all(
      wineOperators.map(({ id }) => node(id).locator(".stateIcon").getAttribute("class")),
    );
    expect(new Set(icons.map((names) => /codicon-(?!modifier)[\w-]+/.exec(names ?? "")?.[0])).size).toBe(
      everyState.length,
    );
    expect(await Promise.all(wineOperators.map(({ id }) => detail(id)))).toEqual([
      "0.4 s · 4,898 rows",
      "warning",
      "running",
      "cancelled",
      "failed · 1.2 s",
      "queued",
      "waiting",
      "skipped",
      "upstream failed",
    ]);
  });

  it("are said to those who do not see them, with what failed and what to do", async () => {
    await open(shows([mixed]));
    await host.page
      .getByRole("treeitem", { name: /predict .*failed in 1\.2 s; KeyError: 'alcohol'; Look at the columns/ })
      .waitFor();
    await host.page
      .getByRole("treeitem", { name: /aqueduct_demo query .*succeeded in 0\.4 s; 4,898 rows × 12 columns/ })
      .waitFor();
    expect(await node("predict").getAttribute("title")).toContain("KeyError: 'alcohol'");
  });

  it("mark what was not called and name the run that its values come from", async () => {
    const reused = status("clean_data", "succeeded", {
      reused: "reused from run of 12:03",
      result: "4,898 rows × 12 columns",
      shortResult: "4,898 rows",
      parts: ["value"],
    });
    await open(shows([runStates([reused, query], { state: "succeeded" })]));
    expect(await detail("clean_data")).toBe("reused · 4,898 rows");
    expect(await host.page.locator(".mark.reused").count()).toBe(1);
    await host.page
      .getByRole("treeitem", { name: /clean_data .*succeeded; reused from run of 12:03; 4,898 rows × 12 columns/ })
      .waitFor();
    await node("clean_data").click();
    await details().getByText("reused from run of 12:03 · 4,898 rows × 12 columns").waitFor();
  });

  it("change while it runs: elements, view and selection stay, and no layout is asked for", async () => {
    await open(shows([runStates([status("predict", "queued")])]));
    await node("predict").click();
    await host.page.evaluate(() => {
      document.querySelectorAll(".operator, .edge").forEach((element) => {
        element.setAttribute("data-marked", "");
      });
    });
    const before = await host.page.locator(".canvas").evaluate((canvas) => canvas.style.transform);
    await host.send("statesChanged", { states: [runStates([status("predict", "running", { seconds: 2 })])] });
    await host.page.locator('.operator[data-id="predict"][data-state="running"]').waitFor();
    await host.send("statesChanged", { states: [runStates([failed], { state: "failed" })] });
    await host.page.locator('.operator[data-id="predict"][data-state="failed"]').waitFor();
    expect(await host.page.locator(".operator:not([data-marked]), .edge:not([data-marked])").count()).toBe(0);
    expect(await host.page.locator(".canvas").evaluate((canvas) => canvas.style.transform)).toBe(before);
    expect(await node("predict").getAttribute("aria-selected")).toBe("true");
    expect(await host.layouts()).toBe(1);
    await host.page
      .getByRole("status")
      .filter({ hasText: "predict failed: KeyError: 'alcohol' Run on local: Failed." })
      .waitFor();
  });

  it("let the time of what runs go on between the host's words", async () => {
    await open(shows([runStates([status("predict", "running", { seconds: 60 })])]));
    await host.page.waitForFunction(
      () => document.querySelector('[data-id="predict"] .detail')?.textContent === "running · 1 min 2 s",
    );
  });

  it("belong to the workflow on show, and are picked with it", async () => {
    await open({
      ...shows([mixed]),
      graph: graph([{ ...wineWorkflow, name: "training" }, wineWorkflow]),
    } as PanelContent);
    expect(await strip().isVisible()).toBe(false);
    await host.send("picked", { workflow: "wine predictions", operator: "mean_error" });
    await strip().waitFor();
    await host.page.locator('.operator[data-id="mean_error"][aria-selected="true"]').waitFor();
  });
});

describe("the strip under the header", () => {
  it("says how the run stands, where, when and how far it is", async () => {
    await open(shows([runStates([query, status("clean_data", "running"), status("predict", "waiting")])]));
    expect(await strip().textContent()).toMatch(/^Runninglocal · .+ · \d+ s · 1 of 3 done$/);
    await host.send("statesChanged", {
      states: [runStates([query], { state: "succeeded", warning: true, seconds: 12.3 })],
    });
    await strip().getByText("Succeeded with a warning").waitFor();
    expect(await strip().locator(".runFacts").textContent()).toMatch(/ · 12 s$/);
  });

  it("lets the run be cleared, which gives the nodes their own words back", async () => {
    await open(shows([mixed]));
    await host.page.getByRole("button", { name: "Show no run in the graph" }).click();
    await host.message(
      (message) =>
        message.type === "request" && message.method === "clearRun" && message.params.workflow === "wine predictions",
    );
    await host.send("statesChanged", { states: [] });
    await strip().waitFor({ state: "hidden" });
    expect(await detail("predict")).toBe("function");
    expect(await details().isVisible()).toBe(false);
  });
});

describe("the line under the graph", () => {
  it("says what the run has of the selected operator, and opens it", async () => {
    await open(shows([mixed]));
    await details().getByText("Select an operator").waitFor();
    await node("aqueduct_demo_query").click();
    await details().getByText("0.4 s · 4,898 rows × 12 columns").waitFor();
    await details().getByRole("button", { name: "Open Value" }).click();
    await host.message(
      (message) =>
        message.type === "request" &&
        message.method === "openOperator" &&
        message.params.operator === "aqueduct_demo_query" &&
        message.params.what === "value",
    );
    expect(await details().getByRole("button", { name: "Open Trace" }).isVisible()).toBe(false);
  });

  it("has a failure's message and tip, and leads to its trace", async () => {
    await open(shows([mixed]));
    await node("predict").click();
    await details().getByText(failure.message).waitFor();
    await details().getByText(failure.tip).waitFor();
    await details().getByRole("button", { name: "Open Trace" }).click();
    await host.message(
      (message) => message.type === "request" && message.method === "openOperator" && message.params.what === "trace",
    );
  });

  it("says of an operator that was not run that it was not", async () => {
    await open(shows([runStates([query], { state: "succeeded" })]));
    await node("predict").click();
    await details().getByText("was no part of this run.").waitFor();
  });
});

describe("a node's menu", () => {
  const context = async (id: string): Promise<unknown> =>
    JSON.parse((await node(id).getAttribute("data-vscode-context")) ?? "null");

  it("is about the operator, and about the run that is shown", async () => {
    await open(shows([mixed]));
    expect(await context("predict")).toEqual({
      webviewSection: "operator",
      preventDefaultContextMenuItems: true,
      uri,
      workflow: "wine predictions",
      operator: "predict",
      canRun: true,
      folder: "/wine",
      target: "airflow",
      rid: mixed.rid,
      hasValue: false,
      hasLog: true,
      hasTrace: true,
    });
    expect(await context("save_to_aqueduct_demo")).toMatchObject({ canRun: false, hasLog: false });
    await host.send("statesChanged", { states: [] });
    await strip().waitFor({ state: "hidden" });
    expect(await context("predict")).not.toHaveProperty("rid");
  });

  it("opens for the operator that has the keyboard", async () => {
    await open(shows([mixed]));
    await host.page.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(window, { asked });
      addEventListener("contextmenu", (event) => {
        event.preventDefault();
        asked.push(
          (
            JSON.parse(
              (event.target as Element).closest<HTMLElement>("[data-vscode-context]")?.dataset["vscodeContext"] ?? "{}",
            ) as { operator?: string }
          ).operator,
        );
      });
    });
    // The strip's button first, then the graph, where one operator takes the keyboard.
    const path: (string | undefined)[] = [];
    for (const key of ["Tab", "Tab", "ArrowDown", "ContextMenu", "ArrowDown", "Shift+F10"]) {
      await host.page.keyboard.press(key);
      path.push(await host.page.evaluate(() => (document.activeElement as HTMLElement).dataset["id"]));
    }
    expect(path).toEqual([
      undefined,
      "aqueduct_demo_query",
      "clean_data",
      "clean_data",
      "featurize_data",
      "featurize_data",
    ]);
    await host.page.waitForFunction(() => (window as unknown as { asked: unknown[] }).asked.length === 2);
    expect(await host.page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toEqual([
      "clean_data",
      "featurize_data",
    ]);
  });

  it("has its commands within reach of Tab as well", async () => {
    await open(shows([mixed]));
    await node("aqueduct_demo_query").focus();
    const words: (string | null)[] = [];
    for (let count = 0; count < 5; count++) {
      await host.page.keyboard.press("Tab");
      words.push(
        await host.page.evaluate(
          () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? null,
        ),
      );
    }
    expect(words).toEqual(["Zoom in", "Zoom out", "Fit the graph into the panel", "Open Value", "Open Log"]);
    await host.page.keyboard.press("Enter");
    await host.message(
      (message) => message.type === "request" && message.method === "openOperator" && message.params.what === "log",
    );
  });
});

describe("accessibility with states", () => {
  it("axe finds nothing in any theme", async () => {
    await open(shows([mixed]));
    await node("predict").click();
    expect(await objections(host)).toEqual([]);
  });

  it("turns nothing where less motion is asked for", async () => {
    await open(shows([mixed]), { context: { reducedMotion: "reduce" } });
    expect(
      await host.page
        .locator(".stateIcon.running")
        .evaluateAll((icons) => icons.map((icon) => getComputedStyle(icon).animationName)),
    ).toEqual(["none"]);
  });

  it("turns what runs where motion is welcome", async () => {
    await open(shows([mixed]));
    expect(
      await host.page.locator(".stateIcon.running").evaluate((icon) => getComputedStyle(icon).animationName),
    ).not.toBe("none");
  });

  it("tells states apart in the system's forced colours", async () => {
    await open(shows([mixed]), { theme: "highContrast", context: { forcedColors: "active" } });
    const strokes = await host.page.evaluate(() => {
      const outline = (id: string): CSSStyleDeclaration =>
        getComputedStyle(document.querySelector(`[data-id="${id}"] .outline`) ?? document.body);
      return {
        failed: outline("predict").strokeWidth,
        succeeded: outline("aqueduct_demo_query").strokeWidth,
        waiting: outline("less_than_2_5").strokeDasharray,
        colours: ["predict", "aqueduct_demo_query"].map((id) => outline(id).stroke),
      };
    });
    expect(strokes.failed).not.toBe(strokes.succeeded);
    expect(strokes.waiting).not.toBe("none");
    expect(new Set(strokes.colours).size).toBe(1);
  });
});
