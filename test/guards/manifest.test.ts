import { describe, expect, it } from "vitest";
import * as declared from "../../src/extension/ids.js";
import { contextKeysIn, manifest } from "./support/manifest.js";
import { settingsTable } from "./support/settings.js";

const { contributes, activationEvents, engines, devDependencies } = manifest();

describe("package.json", () => {
  it("contributes the commands of ids.ts", () => {
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(Object.values(declared.ids).sort());
  });

  it("puts into menus only commands that it contributes", () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    expect(Object.values(declared.ids)).toEqual(expect.arrayContaining(inMenus));
  });

  it("contributes the views of ids.ts", () => {
    const views = Object.values(contributes.views ?? {}).flatMap((container) => container.map(({ id }) => id));
    expect(views.sort()).toEqual(
      Object.values("views" in declared ? (declared.views as Record<string, string>) : {}).sort(),
    );
  });

  it("asks for the context keys of ids.ts", () => {
    expect(contextKeysIn(contributes)).toEqual(Object.values(declared.contextKeys).sort());
  });

  it("restores the panels of ids.ts", () => {
    const panels = activationEvents.filter((event) => event.startsWith("onWebviewPanel:"));
    expect(panels.sort()).toEqual(
      Object.values(declared.panelTypes)
        .map((type) => `onWebviewPanel:${type}`)
        .sort(),
    );
  });

  it("activates for Python and for projects, not for every window: VS Code opens JSON with comments by itself", () => {
    expect(activationEvents.filter((event) => !event.startsWith("onWebviewPanel:"))).toEqual([
      "onLanguage:python",
      "workspaceContains:**/aqueduct.json",
    ]);
  });

  it("contributes the settings of settings.ts with their defaults", async () => {
    const contributed = Object.entries(contributes.configuration.properties).map(([name, property]) => [
      name,
      property.default,
    ]);
    const table = Object.entries(await settingsTable()).map(([name, value]) => [`aqueduct.${name}`, value]);
    expect(Object.fromEntries(contributed)).toEqual(Object.fromEntries(table));
  });

  it("is compiled against the oldest VS Code that it runs on", () => {
    expect(engines.vscode).toBe(`^${devDependencies["@types/vscode"] ?? ""}`);
  });
});

describe("context keys in a manifest", () => {
  it("are told from commands, settings, names in quotes and other extensions' keys", () => {
    const menus = [
      {
        command: "aqueduct.run",
        when: "config.aqueduct.trace && !aqueduct.isWorkflow && view == aqueduct.runs && webviewId == 'aqueduct.graph'",
      },
    ];
    expect(contextKeysIn({ menus })).toEqual(["aqueduct.isWorkflow"]);
  });
});
