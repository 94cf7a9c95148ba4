import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { GraphPanelBoundary, PanelContent } from "../../src/formats/graphPanel.js";
import { graph, wineWorkflow } from "../fakes/graphs.js";
import { objections } from "./support/accessibility.js";
import { graphPanelWith, panelsInBrowser } from "./support/panels.js";
import type { ScriptedHost } from "./support/scriptedHost.js";

const openPanel = panelsInBrowser();
let host: ScriptedHost<GraphPanelBoundary>;

const wine: PanelContent = {
  kind: "graph",
  uri: "file:///wine.py",
  fileName: "wine.py",
  graph: graph([wineWorkflow]),
  schedules: [],
  caret: { operators: [] },
  states: [],
  picked: null,
  view: null,
};

async function open(content: PanelContent): Promise<void> {
  host = await openPanel(graphPanelWith(content, ["viewChanged", "pageFailed"]));
}

const node = (id: string): Locator => host.page.locator(`.operator[data-id="${id}"]`);

describe("a host of another version", () => {
  it("is told what the page can't read, and so is the user", async () => {
    await open(wine);
    await node("predict").waitFor();
    await host.send("statesChanged", { states: [{ workflow: "wine predictions" }] } as never);
    const alert = host.page.getByRole("alert");
    expect(await alert.textContent()).toContain("This panel could not read what it was sent");
    const report = await host.message((message) => message.type === "report" && message.report === "pageFailed");
    expect(JSON.stringify(report)).toContain("states[0].folder is missing");
    // What it had read before is still there.
    expect(await node("predict").count()).toBe(1);
    expect(await objections(host)).toEqual([]);
  });

  it("that can't say what the panel shows leaves a sentence, not a blank page", async () => {
    await open({ kind: "loading" } as never);
    const alert = host.page.getByRole("alert").filter({ hasText: "could not read" });
    expect(await alert.textContent()).toContain("Close it and open it again");
  });
});

describe("a page", () => {
  it("takes nothing that is for a page before it, or from somebody else", async () => {
    await open(wine);
    await node("predict").waitFor();
    const message = { jsonrpc: "2.0", method: "contentChanged", params: { kind: "noFile" } };
    await host.post({ page: "another", message });
    await host.post(message);
    await host.post({ vscodeScheduleAsyncWork: "0" });
    await host.send("caretMoved", { operators: ["clean_data"] });
    expect(await node("predict").count()).toBe(1);
  });
});
