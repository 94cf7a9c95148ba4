import fc from "fast-check";
import type { Job, JobTask, OperatorTask } from "../../../src/core/model/job.js";

export const at = "2026-11-21T14:00:00.000000Z";

/** A function that takes one parameter. */
export const predict: OperatorTask = {
  format: 1,
  operator: { id: "predict", name: "predict", kind: "function", outputs: ["predict"] },
  folder: "/w",
  code: null,
  values: [],
  modules: [],
  requirements: ["pandas"],
  python: null,
  watchParent: false,
  inputs: [{ artifact: "floor", producer: "floor" }],
  reuse: "c".repeat(64),
};

/** Tasks that may be walked through so often and no more: a loop over them that does not end fails instead of hanging. */
class Bounded<T> extends Array<T> {
  static walks = 0;

  override filter(...given: Parameters<T[]["filter"]>): T[] {
    count();
    return super.filter(...given);
  }

  override [Symbol.iterator](): ArrayIterator<T> {
    count();
    return super[Symbol.iterator]();
  }
}

function count(): void {
  Bounded.walks += 1;
  if (Bounded.walks > 20_000) throw new Error("The tasks are walked through without end.");
}

/** The same job, whose tasks cannot be walked through for ever. */
export function bounded(job: Job): Job {
  Bounded.walks = 0;
  return { ...job, tasks: Bounded.from(job.tasks) };
}

/** @param dependencies of each task, by its id */
export function jobOf(dependencies: Readonly<Record<string, readonly string[]>>, parallel = 2): Job {
  const tasks = Object.entries(dependencies).map(
    ([id, needs]): JobTask => ({
      id,
      dependencies: needs,
      command: "true",
      args: [],
      cwd: "/",
      environment: {},
      operator: null,
    }),
  );
  return bounded({ format: 1, name: "job", folder: "/", run: null, tasks, parallel });
}

/** Any job without circles: a task depends on earlier ones only. */
export const anyJob: fc.Arbitrary<Job> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc
    .record({
      parallel: fc.integer({ min: 1, max: 4 }),
      needs: fc.tuple(...Array.from({ length: count }, (_, place) => fc.subarray(ids(place)))),
    })
    .map(({ parallel, needs }) =>
      jobOf(Object.fromEntries(needs.map((dependencies, place) => [`t${place}`, dependencies])), parallel),
    ),
);

function ids(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `t${place}`);
}
