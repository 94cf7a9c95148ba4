// Deliberately no module: `vscode` resolves to this file everywhere but in src/extension, so importing it there is an error.
