// @ts-check
/** Runs suites side by side where they do not get into each other's way. */

/**
 * Runs every suite once, in three lanes: one for those that need Airflow, one for those that open windows otherwise, one for those that compute, each
 * of a kind after the other.
 *
 * Two cores are what the slowest of our machines has. A window and a server wait for most of their time, so a compiler or a linter beside them costs
 * little; two Airflows at once, or two compilers, would each take twice as long. Whoever has nothing left of its own kind takes of those that compute.
 *
 * @template {{ readonly needs?: "airflow" | "windows" | undefined }} Task
 * @template Result
 * @param {readonly Task[]} tasks in the order in which they should begin
 * @param {(task: Task) => Promise<Result>} run must not reject
 * @returns {Promise<readonly Result[]>} in the order of `tasks`
 */
export async function sideBySide(tasks, run) {
  /** @type {Map<Task, Result>} */
  const results = new Map();
  const waiting = [...tasks];
  /** @param {readonly Task["needs"][]} kinds in order of preference */
  const lane = async (kinds) => {
    for (;;) {
      const next = kinds.map((kind) => waiting.find(({ needs }) => needs === kind)).find((task) => task !== undefined);
      if (next === undefined) return;
      waiting.splice(waiting.indexOf(next), 1);
      results.set(next, await run(next));
    }
  };
  await Promise.all([lane(["airflow", undefined]), lane(["windows", undefined]), lane([undefined])]);
  return tasks.map((task) => /** @type {Result} */ (results.get(task)));
}
