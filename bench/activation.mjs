// @ts-check
/** How long `activate()` of the packaged extension takes on an idle host, beside that of an extension that does nothing, in the same window. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runInExtensionHost, temporaryWorkspace } from "../scripts/testbed/extensionHost.mjs";

const ours = "aqueduct.aqueduct";
const empty = "aqueduct.empty";

/**
 * One window a round, since an extension is activated once in its life; who goes first changes from round to round.
 *
 * @param {string} vsix
 * @param {number} rounds
 * @returns {Promise<{ readonly ours: readonly number[], readonly empty: readonly number[] }>} milliseconds
 */
export async function measureActivation(vsix, rounds) {
  const folder = await mkdtemp(path.join(tmpdir(), "aqueduct-bench-"));
  const workspace = await temporaryWorkspace();
  const times = [];
  try {
    for (let round = 0; round < rounds; round += 1)
      times.push(
        await oneWindow(
          vsix,
          workspace.path,
          path.join(folder, `${round}.json`),
          round % 2 === 0 ? [ours, empty] : [empty, ours],
        ),
      );
  } finally {
    await workspace.remove();
    await rm(folder, { recursive: true, force: true });
  }
  return { ours: times.map((one) => one[ours] ?? Number.NaN), empty: times.map((one) => one[empty] ?? Number.NaN) };
}

/**
 * @param {string} vsix
 * @param {string} workspace
 * @param {string} report
 * @param {readonly string[]} order
 * @returns {Promise<Readonly<Record<string, number>>>}
 */
async function oneWindow(vsix, workspace, report, order) {
  const { exitCode, output } = await runInExtensionHost({
    vsix,
    extensionPath: fileURLToPath(new URL("emptyExtension", import.meta.url)),
    testsPath: fileURLToPath(new URL("activationProbe.cjs", import.meta.url)),
    workspace,
    env: { AQUEDUCT_BENCH_ORDER: order.join(","), AQUEDUCT_BENCH_REPORT: report },
  });
  if (exitCode !== 0) throw new Error(`Activation could not be measured:\n${output.slice(-2000)}`);
  return JSON.parse(await readFile(report, "utf8"));
}
