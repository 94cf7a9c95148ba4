import { previewPanel } from "../../src/formats/previewPanel.js";
import { boot } from "../shared/boot.js";
import "@vscode/codicons/dist/codicon.css";
import "./previewPanel.css";
import { PreviewPage } from "./page.js";

boot(previewPanel, (bridge, root) => new PreviewPage(bridge, root).start());
