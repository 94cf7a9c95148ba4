import { html } from "../../shared/elements.js";
import { sampleLimits } from "../../../src/core/model/sample.js";
import { primaryButton } from "./actions.js";
import { countOf } from "../../../src/core/model/words.js";

/** A cell's whole text, for those that are too long for their column. Escape closes it and gives the keyboard back. */
export function openCellDialog(title: string, text: string, onCopy: () => void): void {
  const dialog = html("dialog", "cellDialog");
  const heading = html("h2", "", title);
  heading.id = "cellDialogTitle";
  dialog.setAttribute("aria-labelledby", heading.id);
  const content = html("pre", "cellText", text);
  content.tabIndex = 0;
  content.setAttribute("role", "document");
  content.setAttribute("aria-label", "Text of the cell");
  const note =
    text.length >= sampleLimits.cell && text.endsWith("…")
      ? [html("p", "note", `A sample holds the first ${countOf(sampleLimits.cell, "character")} of a cell.`)]
      : [];
  const close = primaryButton("Close", "secondary", () => {
    dialog.close();
  });
  const copy = primaryButton("Copy", "primary", () => {
    onCopy();
    dialog.close();
  });
  dialog.append(heading, content, ...note, html("div", "buttons", copy, close));
  dialog.addEventListener("close", () => {
    dialog.remove();
  });
  // A press beside the dialog closes it, as VS Code's own pickers do.
  dialog.addEventListener("pointerdown", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  content.focus();
}
