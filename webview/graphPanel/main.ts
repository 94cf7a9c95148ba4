import { onPolicyViolation } from "../shared/policy.js";
import { Bridge } from "../shared/bridge.js";
import "@vscode/codicons/dist/codicon.css";
import "./graphPanel.css";
import { GraphPage } from "./page.js";

const bridge = new Bridge();
onPolicyViolation((violation) => { bridge.report("policyViolated", violation); });
window.addEventListener("error", ({ message, filename, lineno }) => { bridge.report("pageFailed", { message: `${message} (${filename}:${lineno})` }); });
window.addEventListener("unhandledrejection", ({ reason }) => { bridge.report("pageFailed", { message: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) }); });

new GraphPage(bridge, document.body).start().catch((error: unknown) => { bridge.report("pageFailed", { message: String(error) }); });
