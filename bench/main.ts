import path from "node:path";
import { measureHandover } from "./handover.js";
import { measureKeystroke } from "./keystroke.js";
import { leastRounds, table, type Measured } from "./table.js";

const root = path.join(import.meta.dirname, "../..");

/** Each prints its name when it begins, on stderr: some take a while. */
const measurements: readonly (readonly [string, () => Promise<Measured>])[] = [
  ["keystroke, 100 operators", () => measureKeystroke(100, 60, 16)],
  ["keystroke, 1,000 operators", () => measureKeystroke(1000, 40, 100)],
  ["local task → next task", taskToTask],
];

async function taskToTask(): Promise<Measured> {
  const { engine, bare } = await measureHandover(leastRounds, path.join(root, "dist/engine.js"));
  return {
    what: "end of a local task → start of the next",
    ours: engine,
    beside: { what: "bare spawn at the first one's exit", times: bare },
    budget: { kind: "time", below: 50 },
  };
}

async function main(): Promise<void> {
  const rows: Measured[] = [];
  for (const [name, measure] of measurements) {
    process.stderr.write(`measuring ${name}\n`);
    rows.push(await measure());
  }
  console.log(table(rows));
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
