import type { Page } from "playwright-core";
import { eventually } from "./eventually.js";

/**
 * Resolves once VS Code has saved as many tabs as are open. In a browser, VS Code writes its state every five seconds while it is idle, and nothing when the
 * page closes (its `BrowserStorageService`): a page that is reloaded before that shows the tabs that were saved last.
 */
export async function savedTabs(page: Page): Promise<void> {
  await eventually("the open tabs in what VS Code saves of its window", async () => {
    const [shown, saved] = await Promise.all([
      page.locator(".tabs-container .tab").count(),
      page.evaluate(tabsInState),
    ]);
    return saved === shown ? true : undefined;
  });
}

/** How many tabs the window's saved state has. Runs in the page, so it can use nothing from here. */
async function tabsInState(): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(new Error(request.error?.message)));
    });
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  for (const name of names.filter((one) => one.startsWith("vscode-web-state-db-"))) {
    const database = await settled(indexedDB.open(name));
    try {
      if (!database.objectStoreNames.contains("ItemTable")) continue;
      const items = database.transaction("ItemTable").objectStore("ItemTable");
      const state: unknown = await settled(items.get("memento/workbench.parts.editor"));
      if (typeof state === "string")
        return [...state.matchAll(/"editors":\[(.*?)\],"mru"/g)].flatMap(([, group]) => group?.match(/\{"id":"/g) ?? [])
          .length;
    } finally {
      database.close();
    }
  }
  return 0;
}
