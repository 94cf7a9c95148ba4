import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Measured } from "./table.js";

const mebibyte = 1024;

/** What is loaded together, and what is downloaded. */
const measured: readonly { readonly what: string; readonly file: string; readonly below?: number }[] = [
  { what: "size of what activation loads, extension.js", file: "dist/extension.js" },
  { what: "size of the language server, server.js", file: "dist/server.js" },
  { what: "size of the local engine, engine.js", file: "dist/engine.js" },
  { what: "size of the page of the graph", file: "dist/webview/graphPanel.js" },
  { what: "size of the page of values", file: "dist/webview/previewPanel.js" },
  { what: "size of the page of steps", file: "dist/webview/stepsPanel.js" },
  { what: "size of the packaged extension, aqueduct.vsix", file: "out/aqueduct.vsix", below: 5 * mebibyte },
];

/** Sizes of what was built, beside the same compressed by gzip. @param root holds `dist` and `out` */
export function measureSizes(root: string): readonly Measured[] {
  return measured.map(({ what, file, below }) => {
    const bytes = readFileSync(path.join(root, file));
    return {
      what,
      unit: "KiB",
      ours: [bytes.length / 1024],
      beside: { what: "gzipped", values: [gzipSync(bytes).length / 1024] },
      ...(below !== undefined && { budget: { kind: "value", below } }),
    };
  });
}
