const svgNamespace = "http://www.w3.org/2000/svg";

export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly Node[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(svgNamespace, tag);
  element.setAttribute("class", className);
  element.append(...children);
  return element;
}

/** Sets an attribute only where it differs, so that an edit elsewhere touches nothing here. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Makes `elements` hold exactly one element for each item: kept where the key was there before, made where it is new,
 * removed where it is gone. An element is never given to another key.
 */
export function keyed<Item, E extends Element>(
  elements: Map<string, E>,
  items: readonly Item[],
  keyOf: (item: Item) => string,
  make: (item: Item) => E,
): void {
  const wanted = new Set(items.map(keyOf));
  for (const [key, element] of elements) {
    if (wanted.has(key)) continue;
    element.remove();
    elements.delete(key);
  }
  for (const item of items) {
    const key = keyOf(item);
    if (!elements.has(key)) elements.set(key, make(item));
  }
}
