/**
 * The arguments by which Python starts a part of the runtime. By the path of a file: `-m` would look in the working folder first, where a `json.py` or a folder
 * `aqueduct` of the user's would be taken for the real one.
 *
 * @param runtimeFolder absolute; holds the package `aqueduct`
 */
export function runtimePart(
  runtimeFolder: string,
  part: "environments" | "runner" | "tracer",
  ...args: readonly string[]
): readonly string[] {
  return [`${runtimeFolder}/aqueduct/start.py`, part, ...args];
}
