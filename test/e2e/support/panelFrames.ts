import type { Frame, Page } from "playwright-core";
import { eventually } from "./eventually.js";

/** The page of the panel that shows what `selector` finds; several may be open, and their order on the screen is not that of the document. */
export async function frameWith(page: Page, selector: string, seconds = 90): Promise<Frame> {
  return eventually(
    `a panel with ${selector}`,
    async () => {
      for (const frame of page.frames()) if (await holds(frame, selector)) return frame;
      return undefined;
    },
    seconds,
  );
}

/** A frame may go away while it is asked. */
async function holds(frame: Frame, selector: string): Promise<boolean> {
  return frame
    .locator(selector)
    .first()
    .isVisible()
    .catch(() => false);
}
