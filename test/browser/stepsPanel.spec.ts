import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  stepsPanel,
  type StepsContent,
  type StepsModel,
  type StepsPanelBoundary,
} from "../../src/formats/stepsPanel.js";
import { publishingSteps, step } from "../fakes/steps.js";
import { objections } from "./support/accessibility.js";
import { panelsInBrowser } from "./support/panels.js";
import type { ScriptedHost, ScriptedHostOptions } from "./support/scriptedHost.js";

const asking: StepsModel = {
  ...publishingSteps,
  questions: ["wine_predictions.py in the DAG folder was changed by hand since it was published. Overwrite it?"],
  steps: publishingSteps.steps.map((one, index) => (index < 3 ? one : step(one.id, one.label))),
  actions: [
    { id: "publish", label: "Publish", isPrimary: true },
    { id: "showDiff", label: "Show DAG File Diff", isPrimary: false },
    { id: "cancel", label: "Cancel", isPrimary: false },
  ],
};

const failed: StepsModel = {
  ...publishingSteps,
  steps: publishingSteps.steps.map((one) => (one.state === "running" ? { ...one, state: "failed", message: "" } : one)),
  outcome: {
    state: "failed",
    message:
      'Airflow could not import this build, so the file from before was put back. Airflow says:\nTraceback (most recent call last):\n  File "wine_predictions.py", line 3\nAirflowClusterPolicyViolation: refused',
  },
  actions: [{ id: "publishAgain", label: "Publish Again", isPrimary: true }],
};

const succeeded: StepsModel = {
  ...publishingSteps,
  steps: publishingSteps.steps.map((one) => ({ ...one, state: "passed", seconds: one.seconds ?? 0.1 })),
  outcome: { state: "succeeded", message: "Build 0f3a9c51e2d7 is live on “airflow” as wine_predictions." },
  actions: [{ id: "openInAirflow", label: "Open in Airflow", isPrimary: true }],
};

const openPanel = panelsInBrowser();
let host: ScriptedHost<StepsPanelBoundary>;

async function open(content: StepsContent, options?: ScriptedHostOptions): Promise<void> {
  host = await openPanel(
    {
      boundary: stepsPanel,
      name: "stepsPanel",
      title: "Steps",
      answers: { loadContent: () => content, act: () => null },
      expectedReports: [],
    },
    options,
  );
}

const shows = (model: StepsModel): StepsContent => ({ kind: "steps", model });
const show = (model: StepsModel): Promise<void> => host.send("contentChanged", shows(model));
const row = (label: string): Locator => host.page.locator(".step", { hasText: label });
const acted = async (id: string): Promise<unknown> =>
  host.message((message) => message.type === "request" && message.method === "act" && message.params.id === id);
const spoken = (): Locator => host.page.getByRole("status");

describe("the steps", () => {
  it("stand in their order with state, time and words", async () => {
    await open(shows(publishingSteps));
    await host.page.getByRole("heading", { name: "Publish “wine predictions” to airflow", level: 1 }).waitFor();
    expect(await host.page.locator(".step .stepLabel").allTextContents()).toEqual(
      publishingSteps.steps.map(({ label }) => label),
    );
    expect(await row("Trace").locator(".time").textContent()).toBe("1.4 s");
    await row("Wait for Airflow").getByText("has not read wine_predictions.py yet").waitFor();
    expect(await row("Record").getAttribute("class")).toContain("pending");
    await host.page.getByRole("listitem").filter({ hasText: "Upload code, done" }).waitFor();
  });

  it("count while they run, from where the host says that they are", async () => {
    await open(shows(publishingSteps));
    await row("Wait for Airflow").locator(".time", { hasText: "42 s" }).waitFor();
    await row("Wait for Airflow").locator(".time", { hasText: "43 s" }).waitFor();
    await show(succeeded);
    await row("Wait for Airflow").locator(".time", { hasText: "42 s" }).waitFor();
  });

  it("are kept while they change, so that a reader's place is not lost", async () => {
    await open(shows(asking));
    await row("Trace").evaluate((element) => {
      element.setAttribute("data-marked", "");
    });
    await show(succeeded);
    await host.page.locator(".outcome.succeeded").waitFor();
    expect(await row("Trace").getAttribute("data-marked")).toBe("");
  });
});

describe("a plan", () => {
  it("names what will change, kind by kind, and what is to be confirmed", async () => {
    await open(shows(asking));
    await host.page.locator(".change.removed", { hasText: "less than 2.5" }).waitFor();
    expect(await host.page.locator(".change").count()).toBe(5);
    await host.page.locator(".question", { hasText: "was changed by hand" }).waitFor();
  });

  it("has what is to be confirmed above what will change, with names as code", async () => {
    await open(shows({ ...asking, questions: ["`TOKEN` looks like a secret, and `load` takes it along."] }));
    const question = host.page.locator(".question");
    await question.waitFor();
    expect(await question.locator("code").allTextContents()).toEqual(["TOKEN", "load"]);
    expect(await question.innerText()).toContain("TOKEN looks like a secret, and load takes it along.");
    const places = await Promise.all([question, host.page.locator(".change").first()].map((one) => one.boundingBox()));
    expect(places[0]?.y).toBeLessThan(places[1]?.y ?? 0);
  });

  it("is confirmed, looked at or cancelled by its buttons", async () => {
    await open(shows(asking));
    await host.page.getByRole("button", { name: "Show DAG File Diff" }).click();
    await acted("showDiff");
    await host.page.getByRole("button", { name: "Publish" }).click();
    await acted("publish");
  });

  it("takes the keyboard to Publish, from there to the others, and back", async () => {
    await open(shows({ ...asking, actions: [] }));
    await host.page.locator(".step").first().waitFor();
    await show(asking);
    await host.page.locator("vscode-button:focus", { hasText: "Publish" }).waitFor();
    await host.page.keyboard.press("Tab");
    await host.page.locator("vscode-button:focus", { hasText: "Show DAG File Diff" }).waitFor();
    await host.page.keyboard.press("Tab");
    await host.page.keyboard.press("Enter");
    await acted("cancel");
    await host.page.keyboard.press("Shift+Tab");
    await host.page.keyboard.press("Shift+Tab");
    await host.page.keyboard.press("Enter");
    await acted("publish");
  });

  it("never gives the keyboard to Cancel when Publish goes", async () => {
    await open(shows(asking));
    await host.page.locator("vscode-button:focus", { hasText: "Publish" }).waitFor();
    await show(publishingSteps);
    await host.page.getByRole("button", { name: "Cancel" }).waitFor();
    expect(await host.page.locator("vscode-button:focus").count()).toBe(0);
  });
});

describe("the end", () => {
  it("keeps what a program said in its own lines, which the keyboard can scroll", async () => {
    await open(shows(failed));
    await host.page.locator(".outcome.failed h2", { hasText: "Failed" }).waitFor();
    const output = host.page.locator(".outcome .output");
    expect((await output.innerText()).split("\n")).toHaveLength(3);
    await output.focus();
    expect(await output.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it.each(["waiting", "cancelled", "unchanged"] as const)("has words for %s", async (state) => {
    await open(shows({ ...publishingSteps, steps: [], outcome: { state, message: "As you see." } }));
    await host.page.locator(`.outcome.${state}`, { hasText: "As you see." }).waitFor();
  });
});

describe("a screen reader", () => {
  it("hears each step as it changes, what is to be confirmed, and how it ended", async () => {
    await open(shows(asking));
    await spoken().filter({ hasText: "To confirm: wine_predictions.py" }).waitFor();
    await show(publishingSteps);
    await spoken()
      .filter({ hasText: "Write DAG file: done. /opt/airflow/dags/wine_predictions.py Wait for Airflow: running." })
      .waitFor();
    await show(failed);
    await spoken()
      .filter({ hasText: "Wait for Airflow: failed. Failed. Airflow could not import this build" })
      .waitFor();
    expect(await spoken().textContent()).not.toContain("Traceback");
  });

  it("hears nothing where nothing but the clock has moved", async () => {
    await open(shows(publishingSteps));
    await spoken().filter({ hasText: "Trace: done." }).waitFor();
    const before = await spoken().textContent();
    await show({
      ...publishingSteps,
      steps: publishingSteps.steps.map((one) => (one.state === "running" ? { ...one, seconds: 50 } : one)),
    });
    await row("Wait for Airflow").locator(".time", { hasText: "50 s" }).waitFor();
    expect(await spoken().textContent()).toBe(before);
  });
});

describe("the page", () => {
  it("shows what Airflow and files say as text, whatever stands in it", async () => {
    const evil = '<img src=x onerror="document.title = \'owned\'"><script>document.title = "owned"</script>';
    await open(
      shows({
        title: evil,
        facts: [{ label: evil, value: evil }],
        changes: [{ kind: "changed", name: evil, detail: evil }],
        questions: [evil, `\`${evil}\``],
        steps: [step("a", evil, { state: "failed", message: `${evil}\n${evil}` })],
        outcome: { state: "failed", message: `${evil}\n${evil}` },
        actions: [{ id: "a", label: evil, isPrimary: true }],
      }),
    );
    await host.page.getByRole("heading", { level: 1, name: "<img src=x" }).waitFor();
    expect(await host.page.locator("img, script:not([nonce])").count()).toBe(0);
    expect(await host.page.title()).toBe("Steps");
  });

  it("says after a reload of the window that what it followed has ended", async () => {
    await open({ kind: "beforeReload" });
    await host.page.getByRole("heading", { name: "From before the window was reloaded" }).waitFor();
    expect(await host.page.getByRole("button").count()).toBe(0);
  });

  it.each([
    ["asking", shows(asking)],
    ["publishing", shows(publishingSteps)],
    ["failed", shows(failed)],
    ["succeeded", shows(succeeded)],
    ["from before a reload", { kind: "beforeReload" }],
  ] as const)("has nothing that axe objects to in any theme: %s", async (_name, content) => {
    await open(content);
    await host.page.locator(content.kind === "steps" ? ".title" : ".notice").waitFor();
    expect(await objections(host)).toEqual([]);
  });
});
