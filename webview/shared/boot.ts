import { onPolicyViolation } from "./policy.js";
import type { PanelProtocol, PanelTypes } from "../../src/protocol/panel.js";
import { Bridge } from "./bridge.js";

/** Opens the line to the host, tells it of everything that breaks in the page, and starts the page. */
export function boot<T extends PanelTypes>(
  protocol: PanelProtocol<T>,
  start: (bridge: Bridge<T>, root: HTMLElement) => Promise<void>,
): void {
  const bridge = new Bridge(protocol);
  onPolicyViolation((violation) => {
    bridge.report("policyViolated", violation);
  });
  window.addEventListener("error", ({ message, filename, lineno }) => {
    bridge.report("pageFailed", { message: `${message} (${filename}:${lineno})` });
  });
  window.addEventListener("unhandledrejection", ({ reason }) => {
    bridge.report("pageFailed", {
      message: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    });
  });
  start(bridge, document.body).catch((error: unknown) => {
    bridge.report("pageFailed", { message: String(error) });
  });
}
