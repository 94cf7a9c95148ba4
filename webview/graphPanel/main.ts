import { boot } from "../shared/boot.js";
import { graphPanelProtocol } from "../../src/protocol/graphPanel.js";
import "@vscode/codicons/dist/codicon.css";
import "./graphPanel.css";
import { GraphPage } from "./page.js";

boot(graphPanelProtocol, (bridge, root) => new GraphPage(bridge, root).start());
