import { onPolicyViolation } from "./policy.js";
import type { PanelBoundary, panelReports } from "../../src/formats/panel.js";
import type { Client } from "../../src/protocol/client.js";
import { openBridge } from "./bridge.js";
import { failureNotice } from "./failureNotice.js";

/** Opens the line to the host, tells it of everything that breaks in the page, and starts the page. */
export function boot<B extends PanelBoundary>(
  boundary: B,
  start: (bridge: Client<B>, root: HTMLElement) => Promise<void>,
): void {
  const root = document.body;
  const bridge: Client<B> = openBridge(boundary, (complaint, data) => {
    reports.report("pageFailed", { message: `${complaint}: ${JSON.stringify(data)}` });
    failureNotice(root);
  });
  // What every page reports is the same, whatever else this one may say.
  const reports = bridge as unknown as Client<PanelBoundary & { readonly reports: typeof panelReports }>;
  onPolicyViolation((violation) => {
    reports.report("policyViolated", violation);
  });
  window.addEventListener("error", ({ message, filename, lineno }) => {
    reports.report("pageFailed", { message: `${message} (${filename}:${lineno})` });
  });
  window.addEventListener("unhandledrejection", ({ reason }) => {
    reports.report("pageFailed", {
      message: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    });
  });
  start(bridge, root).catch((error: unknown) => {
    reports.report("pageFailed", { message: String(error) });
    failureNotice(root);
  });
}
