import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { PanelBoundary } from "../../../src/formats/panel.js";
import type { ScriptedHost } from "./scriptedHost.js";
import { themeNames } from "./themes.js";

/** As far as we use it. */
interface Axe {
  run(
    root: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Those of axe's rules that look at colours; a theme changes nothing that the others look at. */
const aboutColours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe objects to on the page as it stands, in any theme; the page wears the last of them in the end. */
export async function objections<B extends PanelBoundary>(host: ScriptedHost<B>): Promise<readonly string[]> {
  await host.page.evaluate(axe);
  const found: string[] = [];
  for (const [index, theme] of themeNames.entries()) {
    await host.wear(theme);
    const options = { resultTypes: ["violations"], ...(index === 0 ? {} : { runOnly: aboutColours }) };
    const violations = await host.page.evaluate(async (asked) => {
      const tool = (window as unknown as { axe: Axe }).axe;
      const { violations } = await tool.run(document, asked);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
      );
    }, options);
    found.push(...violations.map((violation) => `${theme}: ${violation}`));
  }
  return found;
}
