import { iconButton } from "../../shared/toolkit.js";
import { html } from "../../shared/elements.js";

export interface ZoomEvents {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
}

export function zoomControls(events: ZoomEvents): HTMLElement {
  const controls = html(
    "div",
    "zoomControls",
    iconButton("zoom-in", "Zoom in", events.zoomIn),
    iconButton("zoom-out", "Zoom out", events.zoomOut),
    iconButton("screen-full", "Fit the graph into the panel", events.fit),
  );
  controls.setAttribute("role", "toolbar");
  controls.setAttribute("aria-label", "Zoom");
  return controls;
}
