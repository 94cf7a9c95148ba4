import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "../../../scripts/testbed/browser.mjs";
import { graphPanel, type GraphPanelBoundary, type PanelContent } from "../../../src/formats/graphPanel.js";
import type { PanelBoundary } from "../../../src/formats/panel.js";
import { ScriptedHost, type ScriptedHostOptions, type ScriptedPanel } from "./scriptedHost.js";

type Opener = <B extends PanelBoundary>(
  panel: ScriptedPanel<B>,
  options?: ScriptedHostOptions,
) => Promise<ScriptedHost<B>>;

/** Opens panels in one browser, for the tests of a file. After each test its panel is closed, and must have broken no rule. */
export function panelsInBrowser(): Opener {
  let browser: Browser;
  let last: Pick<ScriptedHost<PanelBoundary>, "violations" | "close">;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  afterEach(async () => {
    expect(last.violations).toEqual([]);
    await last.close();
  });

  return async (panel, options) => {
    const host = await ScriptedHost.open(browser, panel, options);
    last = host;
    return host;
  };
}

/** A graph panel with this content, whose host does nothing at its requests. */
export function graphPanelWith(
  content: PanelContent,
  expectedReports: readonly string[] = ["viewChanged"],
): ScriptedPanel<GraphPanelBoundary> {
  return {
    boundary: graphPanel,
    name: "graphPanel",
    title: "Workflow graph",
    answers: {
      loadContent: () => content,
      revealOperator: () => null,
      openOperator: () => null,
      clearRun: () => null,
      showProblems: () => null,
    },
    expectedReports,
  };
}
