import { boot } from "../shared/boot.js";
import { graphPanel } from "../../src/formats/graphPanel.js";
import "@vscode/codicons/dist/codicon.css";
import "./graphPanel.css";
import { GraphPage } from "./page.js";

boot(graphPanel, (bridge, root) => new GraphPage(bridge, root).start());
