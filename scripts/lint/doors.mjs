/**
 * Text of others is shown through one door a place, which makes it safe there: nothing else calls what lies behind it.
 *
 * @typedef {object} Door
 * @property {string} folder     whose files have to use it
 * @property {readonly string[]} doors   the files that may go past: the door itself, and what it stands on
 * @property {readonly {readonly object?: string, readonly property: string}[]} forbidden
 * @property {string} message
 */

/** @type {readonly Door[]} */
const places = [
  {
    folder: "src/extension",
    doors: ["src/extension/shown.ts"],
    forbidden: [
      ...[
        "showInformationMessage",
        "showWarningMessage",
        "showErrorMessage",
        "withProgress",
        "showInputBox",
        "showQuickPick",
        "createInputBox",
        "createQuickPick",
        "createStatusBarItem",
        "setStatusBarMessage",
      ].map((property) => ({ property })),
      { object: "vscode", property: "TreeItem" },
    ],
    message: "VS Code makes links of what others wrote: use the function of that name in src/extension/shown.ts.",
  },
  {
    folder: "src/cli",
    doors: ["src/cli/terminal.ts", "src/cli/nodeShell.ts"],
    forbidden: [{ property: "write" }],
    message: "A terminal obeys what others wrote: speak through Terminal, in src/cli/terminal.ts.",
  },
];

/** The doors as ESLint configuration. */
export const doors = places.map(({ folder, doors: ignores, forbidden, message }) => ({
  files: [`${folder}/**/*.ts`],
  ignores,
  rules: { "no-restricted-properties": ["error", ...forbidden.map((one) => ({ ...one, message }))] },
}));
