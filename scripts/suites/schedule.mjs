// @ts-check
/** Runs suites side by side where they do not get into each other's way. */

/**
 * Runs every suite once: those that open windows and servers one after the other, and beside them the others one after the other.
 *
 * Two cores are what the slowest of our machines has. A window waits for most of its time, so a compiler or a linter beside it costs little;
 * two windows at once, or two compilers, would each take twice as long. Whoever has nothing left of its own kind takes the last of the other kind,
 * unless that needs windows while another does.
 *
 * @template {{ readonly needs?: "windows" | undefined }} Task
 * @template Result
 * @param {readonly Task[]} tasks in the order in which they should begin
 * @param {(task: Task) => Promise<Result>} run must not reject
 * @returns {Promise<readonly Result[]>} in the order of `tasks`
 */
export async function sideBySide(tasks, run) {
  /** @type {Map<Task, Result>} */
  const results = new Map();
  const waiting = [...tasks];
  /** @param {readonly boolean[]} preferred whether it takes tasks with windows, in order of preference */
  const lane = async (preferred) => {
    for (;;) {
      const next = preferred
        .map((windows) => waiting.find(({ needs }) => (needs === "windows") === windows))
        .find((task) => task !== undefined);
      if (next === undefined) return;
      waiting.splice(waiting.indexOf(next), 1);
      results.set(next, await run(next));
    }
  };
  await Promise.all([lane([true, false]), lane([false])]);
  return tasks.map((task) => /** @type {Result} */ (results.get(task)));
}
