import { readFile } from "node:fs/promises";
import path from "node:path";

export const themeNames = ["dark", "light", "highContrast", "highContrastLight"] as const;
export type ThemeName = (typeof themeNames)[number];

interface Theme {
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The variables that VS Code 1.139 gives a page in its four kinds of themes, as read from a real window; those that the panel uses. */
export async function themeCss(name: ThemeName): Promise<{ readonly css: string; readonly bodyClass: string }> {
  const themes = JSON.parse(await readFile(path.join(import.meta.dirname, "themes.json"), "utf8")) as Readonly<
    Record<ThemeName, Theme>
  >;
  const { bodyClass, variables } = themes[name];
  const declarations = Object.entries(variables).map(([variable, value]) => `${variable}: ${value};`);
  // VS Code's own rules for pages, as far as they could disturb ours.
  const defaults =
    "@layer vscode-default { body { background-color: transparent; margin: 0; padding: 0 20px; } code { padding: 1px 3px; border-radius: 4px; } }";
  return { css: `html { ${declarations.join(" ")} }\n${defaults}`, bodyClass };
}
