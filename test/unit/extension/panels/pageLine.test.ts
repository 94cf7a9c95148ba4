import { describe, expect, it } from "vitest";
import { openPageLine, type PageLine } from "../../../../src/extension/panels/pageLine.js";
import { graphPanel, type GraphPanelBoundary } from "../../../../src/formats/graphPanel.js";

/** The host's line to a page; what it posts is kept. `loadContent` is answered when `answer` is called. */
function lineTo(page: string): {
  readonly line: PageLine<GraphPanelBoundary>;
  readonly posted: { readonly page: string | null; readonly message: unknown }[];
  readonly refused: string[];
  readonly answer: () => void;
  readonly fail: (error: Error) => void;
} {
  const posted: { readonly page: string | null; readonly message: unknown }[] = [];
  const refused: string[] = [];
  let settle: { readonly resolve: (content: { kind: "noFile" }) => void; readonly reject: (error: Error) => void };
  const content = new Promise<{ kind: "noFile" }>((resolve, reject) => (settle = { resolve, reject }));
  const line = openPageLine((message) => posted.push(message as never), page, graphPanel, {
    requests: {
      loadContent: () => content,
      revealOperator: () => null,
      openOperator: () => null,
      clearRun: () => null,
      showProblems: () => null,
    },
    reports: { policyViolated: () => undefined, pageFailed: () => undefined, viewChanged: () => undefined },
    refused: (method, error) => {
      refused.push(`${method}: ${String(error)}`);
      return "It can't be shown.";
    },
    complain: () => undefined,
  });
  return {
    line,
    posted,
    refused,
    answer: () => {
      settle.resolve({ kind: "noFile" });
    },
    fail: (error) => {
      settle.reject(error);
    },
  };
}

const ask = (id: number, method = "loadContent"): unknown => ({ jsonrpc: "2.0", id, method, params: {} });
/** All that was under way has been said. */
const quiet = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe("the line to a page", () => {
  it("answers that page alone, and tells events to whichever page is there", async () => {
    const { line, posted, answer } = lineTo("first");
    line.receive(ask(0));
    await quiet();
    line.server.send("caretMoved", { operators: ["predict"] });
    answer();
    await quiet();
    expect(posted).toEqual([
      { page: null, message: { jsonrpc: "2.0", method: "caretMoved", params: { operators: ["predict"] } } },
      { page: "first", message: { jsonrpc: "2.0", id: 0, result: { kind: "noFile" } } },
    ]);
  });

  it("that ended answers nobody, and what fails behind it is told all the same", async () => {
    const { line, posted, refused, fail } = lineTo("first");
    line.receive(ask(0));
    await quiet();
    line.connection.dispose();
    fail(new Error("The disk is full."));
    await quiet();
    expect(posted).toEqual([]);
    expect(refused).toEqual(["loadContent: Error: The disk is full."]);
  });

  it("tells a page what is wrong with what it asks", async () => {
    const { line, posted } = lineTo("first");
    line.receive(ask(7, "deleteEverything"));
    line.receive({ id: 8, method: "loadContent" });
    await quiet();
    const misfit = "This panel and its extension are of different versions. Close the panel and open it again.";
    expect(posted).toEqual([
      { page: "first", message: { jsonrpc: "2.0", id: null, error: { code: -32600, message: misfit } } },
      {
        page: "first",
        message: {
          jsonrpc: "2.0",
          id: 7,
          error: { code: -32601, message: `${misfit} (“deleteEverything”: it is not known.)` },
        },
      },
    ]);
  });
});
