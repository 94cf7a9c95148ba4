/** An icon that says nothing to screen readers: its neighbour or owner carries the words. */
export function codicon(name: string): HTMLElement {
  const icon = document.createElement("span");
  icon.className = `codicon codicon-${name}`;
  icon.setAttribute("aria-hidden", "true");
  return icon;
}
