import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeFiles } from "../platform/files.js";
import { loadPythonParser } from "../platform/pythonParser.js";
import { serve } from "./serve.js";

// The editor says in the arguments how it talks: --node-ipc, --stdio, --socket or --pipe.
serve(createConnection(ProposedFeatures.all), nodeFiles, loadPythonParser());
