import { boot } from "../shared/boot.js";
import { stepsPanelProtocol } from "../../src/protocol/stepsPanel.js";
import "@vscode/codicons/dist/codicon.css";
import "./stepsPanel.css";
import { StepsPage } from "./page.js";

boot(stepsPanelProtocol, (bridge, root) => new StepsPage(bridge, root).start());
