// Reads schedules for the Python tests as TypeScript does: a line of JSON ({ cron, starts, count }) in, one out.
import { createInterface } from "node:readline";
import { Cron } from "croner";
import { build } from "esbuild";

const folder = new URL("../../../src/core/airflow/cron/", import.meta.url).pathname;
const contents =
  'export { readSchedule, trimSchedule } from "./schedule.ts"; export { scheduleWords } from "./words.ts";';
const { outputFiles } = await build({
  stdin: { contents, resolveDir: folder },
  bundle: true,
  format: "esm",
  write: false,
});
const ours = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);

for await (const line of createInterface({ input: process.stdin })) {
  const { cron, starts, count } = JSON.parse(line);
  const trimmed = ours.trimSchedule(cron);
  const read = ours.readSchedule(trimmed);
  const answer = "fault" in read ? read : { ...read, times: starts.map((start) => times(read.cron, start, count)) };
  process.stdout.write(`${JSON.stringify({ ...answer, trimmed, words: ours.scheduleWords(cron) })}\n`);
}

/** As another reader of cron counts them, which writes the last Friday of a month 5#L. */
function times(cron, start, count) {
  const pattern = cron.replaceAll(/L([0-6])/g, "$1#L");
  const found = new Cron(pattern, { mode: "5-part", paused: true, timezone: "UTC" }).nextRuns(
    count,
    new Date(`${start}Z`),
  );
  return found.map((time) => time.toISOString().slice(0, 16));
}
