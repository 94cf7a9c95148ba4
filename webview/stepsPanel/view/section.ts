import { html } from "../../shared/elements.js";

/** A part of the page with a heading of its own. */
export function section(className: string, title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return html("section", className, html("h2", "", title), ...content);
}

/** A function that fills `element` anew only when what it shows is another, so that what a reader is at is not taken away under them. */
export function redrawnWhereItDiffers<Data>(
  element: HTMLElement,
  make: (data: Data) => readonly Node[],
): (data: Data) => void {
  let shown: string | undefined;
  return (data) => {
    const text = JSON.stringify(data);
    if (text === shown) return;
    shown = text;
    const children = make(data);
    element.hidden = children.length === 0;
    element.replaceChildren(...children);
  };
}
