// Renders DAG files for the Python tests: one line of JSON in, one line of JSON (the file's text) out.
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { sourceLoader } from "../../../scripts/build/bundles.mjs";

const entry = new URL("../../../src/core/compile/dagText.ts", import.meta.url).pathname;
const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  format: "esm",
  loader: sourceLoader,
  write: false,
});
const { dagText } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(dagText(line))}\n`);
}
