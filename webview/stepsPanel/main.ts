import { boot } from "../shared/boot.js";
import { stepsPanel } from "../../src/formats/stepsPanel.js";
import "@vscode/codicons/dist/codicon.css";
import "./stepsPanel.css";
import { StepsPage } from "./page.js";

boot(stepsPanel, (bridge, root) => new StepsPage(bridge, root).start());
