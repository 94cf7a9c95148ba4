// @ts-check
/**
 * The command that runs a project of vitest.config.mts, started by the Node that runs us; `npx` would look for vitest first.
 *
 * @param {string} project
 * @param {string} report file that vitest's `json` reporter writes
 * @param {readonly string[]} [more] files, or options of vitest
 * @returns {readonly [command: string, ...args: string[]]}
 */
export function vitestCommand(project, report, more = []) {
  return [
    process.execPath,
    "node_modules/vitest/vitest.mjs",
    ...["run", "--project", project, ...more],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ];
}
