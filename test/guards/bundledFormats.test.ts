import { build } from "esbuild";
import { expect, it } from "vitest";
import { bundling } from "../../scripts/build/bundling.mjs";
import { root } from "./support/repository.js";

it("formats are bundled without what they tell of their members, and check as before", async () => {
  const bundle = {
    entryPoints: ["src/formats/stepsPanel.ts"] as [string],
    outfile: "out/test/stepsPanel.mjs",
    format: "esm" as const,
    absWorkingDir: root,
  };
  const { outputFiles } = await build({ ...bundling(bundle, { production: true }), sourcemap: false, write: false });
  const text = outputFiles[0]?.text ?? "";
  expect(text).toContain("unchecked");
  expect(text).not.toContain("What must be confirmed before it goes on");
  expect(text).not.toContain("the message says why");
  const source = `data:text/javascript,${encodeURIComponent(text)}`;
  const { stepsPanel } = (await import(/* @vite-ignore */ source)) as {
    readonly stepsPanel: { readonly requests: { readonly act: { readonly params: { readonly "~run": Run } } } };
  };
  const run = stepsPanel.requests.act.params["~run"];
  expect(run({ value: { id: "publish" } }, {})).toMatchObject({ value: { id: "publish" } });
  expect(run({ value: { id: 3 } }, {})).toMatchObject({ issues: [{ message: "a text" }] });
});

type Run = (dataset: { readonly value: unknown }, config: object) => unknown;
