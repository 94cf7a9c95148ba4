import { previewPanelProtocol } from "../../src/protocol/previewPanel.js";
import { boot } from "../shared/boot.js";
import "@vscode/codicons/dist/codicon.css";
import "./previewPanel.css";
import { PreviewPage } from "./page.js";

boot(previewPanelProtocol, (bridge, root) => new PreviewPage(bridge, root).start());
