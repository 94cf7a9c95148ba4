import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../src/core/model/sample.js";
import { previewPanel, type PreviewContent, type PreviewPanelBoundary } from "../../src/formats/previewPanel.js";
import type { MethodOf, ParamsOf } from "../../src/formats/boundary.js";
import { operatorRun, preview, sample, shows, table, value, wines } from "../fakes/previews.js";
import { objections } from "./support/accessibility.js";
import { panelsInBrowser } from "./support/panels.js";
import type { ScriptedHost, ScriptedHostOptions } from "./support/scriptedHost.js";

const openPanel = panelsInBrowser();
let host: ScriptedHost<PreviewPanelBoundary>;

const failure = {
  type: "user",
  message: "KeyError: 'alcohol'",
  tip: "The table has no column “alcohol”.",
  at: { file: "level3.py", line: 48, function: "predict" },
} as const;
const bounds = [
  {
    comparison: "lessThan",
    value: 2.5,
    operator: "less_than_2_5",
    name: "less than 2.5",
    severity: "error",
    passed: true,
  },
  {
    comparison: "lessThan",
    value: 2,
    operator: "less_than_2",
    name: "less than 2",
    severity: "warning",
    passed: false,
  },
  {
    comparison: "greaterThan",
    value: 0,
    operator: "greater_than_0",
    name: "greater than 0",
    severity: "error",
    passed: null,
  },
] as const;
const nested = {
  red: { mean: 5.6, best: true, notes: "dry\nwine", none: null },
  years: [2019, 2020],
  long: Array.from({ length: 250 }, (_item, index) => index),
};
const split = [
  value({ artifact: "split.1", name: "split artifact 1", type: "dictionary", sample: sample({ values: nested }) }),
  value({
    artifact: "split.2",
    name: "split artifact 2",
    type: "string",
    encoding: "text",
    size: 4,
    sample: sample({ text: "wine" }),
  }),
];

const kinds: Readonly<Record<string, PreviewContent>> = {
  table: shows(preview([wines()])),
  metric: shows(
    preview([value({ name: "mean_error artifact", type: "numeric", size: 4, sample: sample({ values: 2.25 }) })], {
      operator: operatorRun({ name: "mean_error", kind: "metric", metric: 2.25, bounds }),
    }),
  ),
  check: shows(
    preview([value({ type: "boolean", sample: sample({ values: false }) })], {
      operator: operatorRun({ kind: "check", state: "failed", check: { passed: false, severity: "error" } }),
    }),
  ),
  tree: shows(preview(split)),
  text: shows(preview([value({ type: "string", encoding: "text", sample: sample({ text: "A report\nof wine" }) })])),
  bytes: shows(
    preview([
      value({ type: "bytes", encoding: "bytes", size: 4000, sample: sample({ text: "PNG…", python: "bytes" }) }),
    ]),
  ),
  picklable: shows(
    preview([
      value({
        type: "picklable",
        encoding: "pickle",
        sample: sample({ text: "LinearRegression()", python: "sklearn.linear_model.LinearRegression" }),
      }),
    ]),
  ),
  image: shows(
    preview([
      value({
        type: "image",
        encoding: "pickle",
        sample: sample({ text: "<PIL.Image.Image image mode=RGB size=8x8>" }),
      }),
    ]),
  ),
  noSample: shows(
    preview([value({ type: "picklable", encoding: "pickle", sample: null, reason: "It was not opened on the way." })]),
  ),
  failed: shows(preview([], { operator: operatorRun({ state: "failed", failure }) })),
  saved: shows(
    preview([], {
      operator: operatorRun({
        kind: "save",
        saved: { resource: "demo", table: "my_predictions", mode: "replace", rows: 4898, digest: "0".repeat(64) },
      }),
    }),
  ),
  running: shows(preview([], { operator: operatorRun({ state: "running" }), missing: "predict is running." })),
  nothing: { kind: "nothing" },
  unreadable: { kind: "failed", name: "predict", message: "Its run is no longer in the store." },
};

async function open(content: PreviewContent, options: ScriptedHostOptions = {}): Promise<void> {
  const answers = {
    loadContent: () => content,
    copy: () => null,
    exportCsv: () => true,
    open: () => null,
    keepOpen: () => null,
  };
  host = await openPanel(
    {
      boundary: previewPanel,
      name: "previewPanel",
      title: "Value",
      answers,
      expectedReports: ["artifactShown"],
    },
    { context: { viewport: { width: 760, height: 480 } }, ...options },
  );
}

async function openTable(content = kinds["table"] ?? { kind: "nothing" }): Promise<void> {
  await open(content);
  await grid().focus();
}

const grid = (): Locator => host.page.getByRole("grid");
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await host.page.keyboard.press(key);
};
const cell = (row: number, column: number): Locator =>
  host.page.locator(`.gridBody .cell[data-row="${row}"][data-column="${column}"]`);

/** The cell that the grid tells screen readers of, as `row,column`. */
async function activeCell(): Promise<string> {
  return grid().evaluate((element) => {
    const active = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
    return `${active?.dataset["row"] ?? "gone"},${active?.dataset["column"] ?? "gone"}`;
  });
}

/** Whether that cell is within what is seen of the grid. */
async function isActiveSeen(): Promise<boolean> {
  return grid().evaluate((element) => {
    const active = document
      .getElementById(element.getAttribute("aria-activedescendant") ?? "")
      ?.getBoundingClientRect();
    const seen = element.getBoundingClientRect();
    return (
      active !== undefined &&
      active.top >= seen.top &&
      active.bottom <= seen.bottom + 1 &&
      active.left >= seen.left &&
      active.right <= seen.right + 1
    );
  });
}

async function selectedCells(): Promise<number> {
  return host.page.locator('.cell[aria-selected="true"]').count();
}

/** What the page asked its host last. */
async function asked<M extends MethodOf<PreviewPanelBoundary>>(
  method: M,
  fits: (params: ParamsOf<PreviewPanelBoundary, M>) => boolean = () => true,
): Promise<ParamsOf<PreviewPanelBoundary, M>> {
  const message = await host.message(
    (sent) =>
      sent.type === "request" && sent.method === method && fits(sent.params as ParamsOf<PreviewPanelBoundary, M>),
  );
  return (message as { params: ParamsOf<PreviewPanelBoundary, M> }).params;
}

describe("a preview", () => {
  it("says what the value is and where it comes from", async () => {
    await open(kinds["table"] ?? never());
    await host.page.getByRole("heading", { name: "predict artifact" }).waitFor();
    const facts = await host.page
      .getByRole("list", { name: "About this value" })
      .getByRole("listitem")
      .allTextContents();
    expect(facts.map((fact) => fact.replace(/, \d+:\d\d.*/, ""))).toEqual([
      "State: succeeded",
      "Operator: predict",
      "Workflow: wine predictions",
      "Ran on: this machine",
      "Run: Nov 21",
      "Took: 0.2 s",
      "Build: 1a2b3c4d5e6f",
      "Size: 123 KB",
    ]);
  });

  it("shows a metric large, with what its bounds say of it", async () => {
    await open(kinds["metric"] ?? never());
    await host.page.getByRole("img", { name: "mean_error artifact: 2.25" }).waitFor();
    expect(
      await host.page.getByRole("list", { name: "Bounds on this metric" }).getByRole("listitem").allTextContents(),
    ).toEqual(["less than 2.5within", "less than 2broken (warning)", "greater than 0not checked in this run"]);
  });

  it("shows how a check came out and what follows from it", async () => {
    await open(kinds["check"] ?? never());
    await host.page.getByText("The check did not pass").waitFor();
    await host.page.getByText("The run failed by it, and nothing was saved.").waitFor();
  });

  it.each([
    ["nan", { text: "nan" }],
    ["-inf", { values: "-inf" }],
    ["9007199254740993", { values: "9007199254740993" }],
  ])("shows the number %s exactly as it is stored", async (text, stored) => {
    await open(shows(preview([value({ type: "numeric", sample: sample(stored) })])));
    await host.page.getByRole("img", { name: `predict artifact: ${text}` }).waitFor();
  });

  it("shows None as Python does", async () => {
    await open(shows(preview([value({ type: "picklable", encoding: "json", sample: sample({}) })])));
    await host.page.getByRole("img", { name: "predict artifact: None" }).waitFor();
  });

  it.each(["bytes", "picklable", "image", "noSample"])("describes what only Python reads: %s", async (kind) => {
    await open(kinds[kind] ?? never());
    const description = host.page.getByRole("document", { name: "predict artifact, described" });
    await description.getByText("Stored as", { exact: true }).waitFor();
    await description.getByText("Size", { exact: true }).waitFor();
    if (kind === "picklable") await description.getByText("sklearn.linear_model.LinearRegression").waitFor();
    if (kind === "picklable") await description.getByText("pickle, for Python 3.11").waitFor();
    if (kind === "noSample") await description.getByText("It was not opened on the way.").waitFor();
    if (kind === "bytes") await description.getByText("These are the first 1,000 of 4,000 bytes.").waitFor();
  });

  it("leads from a failure to its trace and its log", async () => {
    await open(kinds["failed"] ?? never());
    await host.page.getByText("KeyError: 'alcohol'").waitFor();
    await host.page.getByText("level3.py:48, in predict").waitFor();
    await host.page.getByRole("button", { name: "Open Trace" }).click();
    await host.page.getByRole("button", { name: "Open Log" }).click();
    await asked("open", ({ what }) => what === "trace");
    await asked("open", ({ what }) => what === "log");
  });

  it("says what a save did, what is running, what is missing, and what to do where nothing is open", async () => {
    await open(kinds["saved"] ?? never());
    await host.page.getByText("Saved 4,898 rows").waitFor();
    await host.send("contentChanged", kinds["running"] ?? never());
    await host.page.getByText("predict is running.").waitFor();
    await host.send("contentChanged", kinds["unreadable"] ?? never());
    await host.page.getByText("Its run is no longer in the store.").waitFor();
    await host.send("contentChanged", { kind: "nothing" });
    await host.page.getByText("No value is open").waitFor();
  });

  it("stays open where it is told to", async () => {
    await open(kinds["text"] ?? never());
    const keep = host.page.getByRole("button", { name: "Keep Open" });
    await keep.click();
    expect(await asked("keepOpen")).toEqual({ isKept: true });
    expect(await keep.getAttribute("aria-pressed")).toBe("true");
  });

  it("takes no value for markup", async () => {
    const evil = '<img src=x onerror="window.broken = true"></script><script>window.broken = true</script>';
    const cells: Cell[] = [evil, 1];
    await open(
      shows(
        preview([table({ [evil]: "object", [`${evil}2`]: evil }, [cells])], {
          workflow: evil,
          operator: operatorRun({ name: evil }),
        }),
      ),
    );
    await grid().waitFor();
    await grid().focus();
    await press("Enter");
    expect(await host.page.getByRole("dialog").locator("pre").textContent()).toBe(evil);
    for (const content of [
      shows(preview([value({ name: evil, type: "string", sample: sample({ text: evil }) })])),
      shows(preview([value({ sample: sample({ values: { [evil]: [evil] } }) })])),
      shows(preview([], { operator: operatorRun({ failure: { ...failure, message: evil, tip: evil } }) })),
      { kind: "failed", name: evil, message: evil } as const,
    ]) {
      await host.send("contentChanged", content);
      await host.page.getByText(evil).first().waitFor();
    }
    expect(
      await host.page.evaluate(() => [
        document.querySelectorAll("img, script:not([nonce])").length,
        "broken" in window,
      ]),
    ).toEqual([0, false]);
  });
});

describe("a table", () => {
  it("shows the names and types of its columns, and how much of it is here", async () => {
    await openTable();
    await host.page.getByRole("grid", { name: "predict artifact: 500 of 4,898 rows, 7 columns" }).waitFor();
    const headers = await host.page.getByRole("columnheader").allTextContents();
    expect(headers.slice(0, 6)).toEqual([
      "Row",
      "colorobject",
      "fixed_acidityfloat64",
      "citric_acidfloat64",
      "qualityint64",
      "tasting_notesstring",
    ]);
    await host.page.locator(".footer").getByText("500 of 4,898 rows, 7 columns").waitFor();
    expect([await grid().getAttribute("aria-rowcount"), await grid().getAttribute("aria-colcount")]).toEqual([
      "501",
      "8",
    ]);
  });

  it("tells numbers, missing values and texts apart", async () => {
    await openTable();
    expect(await cell(0, 2).textContent()).toBe("NaN");
    expect(await cell(0, 2).evaluate((element) => getComputedStyle(element).fontStyle)).toBe("italic");
    expect(await cell(1, 1).evaluate((element) => getComputedStyle(element).textAlign)).toBe("right");
    expect(await cell(1, 0).evaluate((element) => getComputedStyle(element).textAlign)).not.toBe("right");
  });

  it("goes by keyboard alone, key by key", async () => {
    await open(kinds["table"] ?? never());
    await host.page.locator(".grid:focus").waitFor(); // the page puts the keyboard there
    await press("Shift+Tab", "Shift+Tab", "Shift+Tab"); // Keep Open, Export CSV…, Copy
    await host.page.locator(".action:focus", { hasText: "Copy" }).waitFor();
    await press("Tab", "Tab", "Tab");
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await activeCell()).toBe("0,0");
    await press("ArrowRight", "ArrowDown", "ArrowDown");
    expect(await activeCell()).toBe("2,1");
    await press("End");
    expect([await activeCell(), await isActiveSeen()]).toEqual(["2,6", true]);
    await press("Home", "PageDown");
    expect([await activeCell(), await isActiveSeen()]).toEqual([expect.stringMatching(/^1\d,0$/), true]);
    await press("Control+End");
    expect([await activeCell(), await isActiveSeen()]).toEqual(["499,6", true]);
    await press("Control+Home");
    expect([await activeCell(), await isActiveSeen()]).toEqual(["0,0", true]);
    await press("Shift+ArrowDown", "Shift+ArrowRight");
    expect(await selectedCells()).toBe(4);
    await host.page.getByText("2 × 2 selected").waitFor();
    await press("Control+c");
    expect(await asked("copy")).toEqual({ text: "white\t6.0\nred\t6.1" });
    await host.page.getByRole("status").getByText("Copied 2 rows × 2 columns").waitFor();
    await press("Escape");
    expect(await selectedCells()).toBe(1);
    await press("Control+a");
    await host.page.getByText("500 × 7 selected").waitFor();
    await press("Control+Home", "ArrowUp"); // the header
    expect(await activeCell()).toBe("-1,0");
    await press("Enter");
    await host.page.getByText("Sorted by color: the sample alone").first().waitFor();
    await host.page
      .getByRole("columnheader", { name: "color object" })
      .and(host.page.locator('[aria-sort="ascending"]'))
      .waitFor();
    expect(await cell(0, 0).textContent()).toBe("red");
    await press("ArrowDown", "End", "ArrowLeft", "ArrowLeft", "Enter");
    await host.page.getByRole("dialog", { name: /^tasting_notes, row \d/ }).waitFor();
    await press("Escape");
    expect(await grid().evaluate((element) => element === document.activeElement)).toBe(true);
    await press("Shift+Tab", "Shift+Tab", "Enter"); // Export CSV…
    expect(await asked("exportCsv")).toEqual({ artifact: "predict" });
  });

  it("goes by mouse: a drag selects, a header sorts, a row's number selects the row, two clicks show all of a cell", async () => {
    await openTable();
    await cell(1, 0).hover();
    await host.page.mouse.down();
    await cell(3, 1).hover();
    await host.page.mouse.up();
    expect(await selectedCells()).toBe(6);
    await host.page.locator('.rowNumber[data-row="4"]').click();
    await host.page.getByText("1 × 7 selected").waitFor();
    await host.page.getByRole("columnheader", { name: "quality int64" }).click();
    await host.page.getByRole("columnheader", { name: "quality int64" }).click();
    expect(await cell(0, 3).textContent()).toBe("9");
    await cell(0, 3).dblclick();
    expect(await host.page.getByRole("dialog", { name: "quality, row 7" }).locator("pre").textContent()).toBe("9");
    await host.page.getByRole("dialog").getByRole("button", { name: "Copy" }).click();
    expect(await asked("copy")).toEqual({ text: "9" });
  });

  it("copies all of the sample with its header where nothing is selected", async () => {
    await open(
      shows(
        preview([
          table({ color: "object", quality: "int64" }, [
            ["red", 5],
            ["white", null],
          ]),
        ]),
      ),
    );
    await host.page.getByRole("button", { name: "Copy" }).click();
    expect(await asked("copy")).toEqual({ text: "color\tquality\nred\t5\nwhite\t" });
    expect(await host.page.getByRole("button", { name: "Export CSV…" }).getAttribute("title")).toBe(
      "Write all 2 rows to a CSV file",
    );
  });

  it("says that the sample is not all there is", async () => {
    await openTable();
    expect(await host.page.getByRole("button", { name: "Export CSV…" }).getAttribute("title")).toBe(
      "Write the 500 rows of the sample to a CSV file",
    );
  });

  it("shows one without rows or columns", async () => {
    await openTable(shows(preview([table({ color: "object" }, [])])));
    await press("ArrowDown", "ArrowRight", "Enter");
    await host.page.locator(".footer").getByText("0 rows, 1 column").waitFor();
    await host.send("contentChanged", shows(preview([table({}, [[], []])])));
    await host.page.locator(".footer").getByText("2 rows, 0 columns").waitFor();
    await grid().focus();
    await press("ArrowDown", "ArrowRight", "Control+End", "Enter");
  });

  it("draws of 500 rows of 30 columns only what is in sight", async () => {
    const columns = Object.fromEntries(Array.from({ length: 30 }, (_column, index) => [`column_${index}`, "float64"]));
    const rows = Array.from({ length: 500 }, (_row, row) =>
      Array.from({ length: 30 }, (_column, column) => row * column + 0.5),
    );
    await openTable(shows(preview([table(columns, rows, 100_000)])));
    expect(await host.page.locator(".cell").count()).toBeLessThan(600);
    await grid().evaluate((element) => {
      for (let step = 0; step < 60; step++)
        element.dispatchEvent(
          new KeyboardEvent("keydown", {
            key: step % 2 === 0 ? "PageDown" : "ArrowRight",
            bubbles: true,
            cancelable: true,
          }),
        );
    });
    expect([await activeCell(), await isActiveSeen()]).toEqual([expect.stringMatching(/,29$/), true]);
    expect(await host.page.locator(".cell").count()).toBeLessThan(600);
  });
});

describe("nested values", () => {
  const line = (name: string | RegExp): Locator => host.page.getByRole("treeitem", { name });

  it("go by keyboard alone, key by key", async () => {
    await open(kinds["tree"] ?? never());
    const tree = host.page.getByRole("tree", { name: "split artifact 1" });
    await tree.focus();
    const active = (): Promise<string> =>
      tree.evaluate(
        (element) => document.getElementById(element.getAttribute("aria-activedescendant") ?? "")?.textContent ?? "",
      );
    expect(await active()).toBe("{ 3 keys }");
    await press("ArrowDown", "ArrowRight");
    expect(await active()).toBe("mean: 5.6");
    await press("ArrowLeft", "ArrowLeft");
    expect(await line(/^red/).getAttribute("aria-expanded")).toBe("false");
    await press("End", "Enter");
    expect(await line(/^long/).getAttribute("aria-expanded")).toBe("true");
    await press("End");
    expect(await active()).toBe("Show more (150 left)");
    await press("Enter");
    expect(await active()).toBe("100: 100");
    await press("Control+c");
    expect(await asked("copy")).toEqual({ text: "100" });
    await press("Shift+Alt+c");
    await asked("copy", ({ text }) => text === 'value["long"][100]');
    await press("Home", "ArrowLeft");
    expect(await host.page.getByRole("treeitem").count()).toBe(1);
  });

  it("go by mouse, and copy by button", async () => {
    await open(kinds["tree"] ?? never());
    await line(/^years/).click();
    expect(await line(/^years/).getAttribute("aria-expanded")).toBe("false");
    await host.page.getByRole("button", { name: "Copy Value" }).click();
    expect(await asked("copy")).toEqual({ text: "[\n  2019,\n  2020\n]" });
    await host.page.getByRole("button", { name: "Collapse All" }).click();
    expect(await host.page.getByRole("treeitem").count()).toBe(1);
  });

  it("stand beside an operator's other artifacts in tabs", async () => {
    await open(kinds["tree"] ?? never());
    await host.page.getByRole("tab", { name: "split artifact 1", selected: true }).focus();
    await press("ArrowRight");
    await host.page
      .getByRole("tab", { name: "split artifact 2", selected: true })
      .and(host.page.locator(":focus"))
      .waitFor();
    await host.page
      .getByRole("tabpanel", { name: "split artifact 2" })
      .getByRole("document", { name: "split artifact 2" })
      .getByText("wine")
      .waitFor();
    await host.message(
      (message) =>
        message.type === "report" && message.report === "artifactShown" && message.data.artifact === "split.2",
    );
  });
});

describe("a text", () => {
  it("wraps or does not, and is copied whole", async () => {
    await open(kinds["text"] ?? never());
    const text = host.page.getByRole("document", { name: "predict artifact" });
    const wrap = host.page.getByRole("button", { name: "Wrap Lines" });
    expect([
      await wrap.getAttribute("aria-pressed"),
      await text.evaluate((element) => getComputedStyle(element).whiteSpace),
    ]).toEqual(["true", "pre-wrap"]);
    await wrap.click();
    expect([
      await wrap.getAttribute("aria-pressed"),
      await text.evaluate((element) => getComputedStyle(element).whiteSpace),
    ]).toEqual(["false", "pre"]);
    await host.page.getByRole("button", { name: "Copy" }).click();
    expect(await asked("copy")).toEqual({ text: "A report\nof wine" });
    await host.page.getByText("2 lines, 16 characters").waitFor();
  });
});

describe("axe finds nothing", () => {
  it.each(Object.keys(kinds))("in any theme: %s", async (kind) => {
    await open(kinds[kind] ?? never());
    await host.page.locator("h1:visible, .notice:visible").first().waitFor();
    if (kind === "table") {
      await grid().focus();
      await press("Shift+ArrowDown", "Shift+ArrowRight");
      expect(await objections(host)).toEqual([]);
      await press("Enter");
      await host.page.getByRole("dialog").waitFor();
    }
    expect(await objections(host)).toEqual([]);
  });
});

function never(): never {
  throw new Error("there is no such kind");
}
