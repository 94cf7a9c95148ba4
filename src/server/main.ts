import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeFilesFor } from "../platform/files.js";
import { loadPythonParser } from "../platform/pythonParser.js";
import { everybodysTrust } from "../platform/trustedFolders.js";
import { serve } from "./serve.js";

// The editor says in the arguments how it talks: --node-ipc, --stdio, --socket or --pipe.
// Graphs need no trust: nothing that a file says makes anything run here, or sends anything anywhere.
serve(createConnection(ProposedFeatures.all), nodeFilesFor(everybodysTrust), loadPythonParser());
