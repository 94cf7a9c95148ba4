// @ts-check
/** From opening a workflow file to its first drawn graph in a real window, beside an empty webview panel until its script runs. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runInExtensionHost, temporaryWorkspace } from "../scripts/testbed/extensionHost.mjs";

/** @typedef {"graph" | "empty"} Panel */

/**
 * Each is a window of its own, since the first panel of a window costs more than the next; the two take turns.
 *
 * @param {string} vsix
 * @param {number} rounds
 * @returns {Promise<{ readonly ours: readonly number[], readonly empty: readonly number[] }>} milliseconds
 */
export async function measureFirstGraph(vsix, rounds) {
  const times = { ours: /** @type {number[]} */ ([]), empty: /** @type {number[]} */ ([]) };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await oneWindow(vsix, "graph"));
    times.empty.push(await oneWindow(vsix, "empty"));
  }
  return times;
}

/**
 * @param {string} vsix
 * @param {Panel} panel
 * @returns {Promise<number>} milliseconds
 */
async function oneWindow(vsix, panel) {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-bench-"));
  const workspace = await temporaryWorkspace();
  await cp(fileURLToPath(new URL("../examples/porting", import.meta.url)), workspace.path, { recursive: true });
  const drawn = path.join(folder, "drawn");
  try {
    const { exitCode, output } = await runInExtensionHost({
      vsix,
      testsPath: fileURLToPath(new URL("firstGraphProbe.cjs", import.meta.url)),
      workspace: workspace.path,
      env: { AQUEDUCT_BENCH_PANEL: panel, AQUEDUCT_BENCH_FOLDER: folder },
      // Both ends read the clock of this machine: the probe in the extension host, the observer in the panel's frame.
      onPage: async (page) => {
        await page.exposeFunction("aqueductBenchDrawn", (/** @type {number} */ time) =>
          writeFile(drawn, String(time), { flag: "wx" }),
        );
        const selector = panel === "graph" ? ".operators .operator" : ".aqueductBenchEmpty";
        // A panel's frame is written anew after it was opened; a frame that is gone by then has nothing to tell.
        page.on("framenavigated", (frame) => void frame.evaluate(tellWhenDrawn, selector).catch(() => undefined));
      },
    });
    if (exitCode !== 0) throw new Error(`The first graph could not be measured:\n${output.slice(-2000)}`);
    const [start, end] = await Promise.all([path.join(folder, "start"), drawn].map((file) => readFile(file, "utf8")));
    return Number(end) - Number(start);
  } finally {
    await workspace.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs in every frame: tells the time of the first picture that has what is waited for, once.
 *
 * @param {string} selector
 */
function tellWhenDrawn(selector) {
  let isTold = false;
  const look = () => {
    if (isTold || !document.querySelector(selector)) return;
    isTold = true;
    clearInterval(timer);
    const tell = /** @type {any} */ (window).aqueductBenchDrawn;
    requestAnimationFrame(() => tell(Date.now()));
  };
  const timer = setInterval(look, 5);
}
