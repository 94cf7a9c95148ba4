import { defineConfig } from "vitest/config";
import { pythonText } from "./scripts/build/pythonText.mjs";

const minute = 60_000;

/** For every suite; they do not have it from the whole. No test may shut out its neighbours. */
const ours = { allowOnly: false };

/** The suites that run in Node; what runs inside VS Code is started by scripts/suites. */
export default defineConfig({
  test: {
    // A suite that finds no test fails.
    passWithNoTests: false,
    projects: [
      // A table of a hundred programs takes longer than vitest allows where other suites run beside it.
      // Starting a process and loading everything anew for each file took three times as long as the tests themselves.
      {
        plugins: [pythonText],
        test: { ...ours, name: "unit", include: ["test/unit/**/*.test.ts"], isolate: false, testTimeout: 30_000 },
      },
      // What starts processes: engines, their tasks, Python. On machines that do other things as well.
      {
        plugins: [pythonText],
        test: {
          ...ours,
          name: "engine",
          include: ["test/engine/**/*.test.ts"],
          testTimeout: minute,
          hookTimeout: minute,
        },
      },
      // These run compilers and linters over planted trees.
      {
        plugins: [pythonText],
        test: {
          ...ours,
          name: "guards",
          include: ["test/guards/**/*.test.ts"],
          isolate: false,
          testTimeout: 5 * minute,
          hookTimeout: 10 * minute,
        },
      },
      // Workflows as people write them, two at a time: the processes that run them take both cores.
      {
        plugins: [pythonText],
        test: {
          ...ours,
          name: "wild",
          include: ["test/wild/**/*.test.ts"],
          maxConcurrency: 2,
          testTimeout: 20 * minute,
          hookTimeout: 10 * minute,
        },
      },
      // One browser, one Airflow, one S3 server at a time: they share two cores with what they test.
      {
        plugins: [pythonText],
        test: {
          ...ours,
          name: "browser",
          include: ["test/browser/**/*.spec.ts"],
          fileParallelism: false,
          testTimeout: minute,
          hookTimeout: 2 * minute,
        },
      },
      {
        plugins: [pythonText],
        test: {
          ...ours,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/support/services/host.ts"],
          setupFiles: ["test/e2e/support/failure.ts"],
          fileParallelism: false,
          testTimeout: 5 * minute,
          hookTimeout: 10 * minute,
        },
      },
      {
        plugins: [pythonText],
        test: {
          ...ours,
          name: "window",
          include: ["test/window/**/*.test.ts"],
          globalSetup: ["test/e2e/support/services/host.ts"],
          setupFiles: ["test/e2e/support/failure.ts"],
          fileParallelism: false,
          testTimeout: 5 * minute,
          hookTimeout: 10 * minute,
        },
      },
    ],
  },
});
