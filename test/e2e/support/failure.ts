import { mkdir } from "node:fs/promises";
import path from "node:path";
import { afterEach } from "vitest";
import { openWindows } from "./window.js";

const folder = path.resolve("out/reports/pictures");

/** Runs in each test file of the suite: a test that fails says what its windows showed, and leaves a picture of each. */
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  const name = `${path.basename(task.file.name).split(".")[0] ?? ""} ${task.name}`
    .replaceAll(/[^\w]+/g, "-")
    .slice(0, 80);
  await mkdir(folder, { recursive: true });
  for (const [index, window] of [...openWindows].entries()) {
    const picture = path.join(folder, `${name}-${String(index + 1)}.png`);
    await window.page.screenshot({ path: picture });
    process.stdout.write(`When “${task.name}” failed, its window showed (${picture}):\n${await window.shown()}`);
  }
});
