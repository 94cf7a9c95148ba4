import type { Page } from "playwright-core";

/**
 * Chooses from the context menu that is open, by the keyboard: for a tenth of a second after it has opened, VS Code's menu takes no press of a button,
 * lest the press that opened it choose something.
 */
export async function chooseFromMenu(page: Page, item: string): Promise<void> {
  const menu = page.locator(".monaco-menu");
  await menu.locator(".action-menu-item", { hasText: item }).first().hover();
  await menu.locator(".action-item.focused", { hasText: item }).first().waitFor();
  await page.keyboard.press("Enter");
  await menu.first().waitFor({ state: "detached" });
}
