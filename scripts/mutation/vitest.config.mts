import { defineConfig } from "vitest/config";
import { pythonText } from "../build/pythonText.mjs";

/** Folders of tests that are about core, the quickest first. */
const aboutCore =
  "parse,check,compile,publish,airflow,store,runs,jobs,resources,model,trace,language,actions,server".split(",");
const only = (process.env["MUTATION_TESTS"] ?? "").split(",").filter((folder) => folder !== "");

/**
 * The unit tests that a mutation of core has to get past.
 *
 * Left out: tests that compare with golden files, since a golden file notices any change and names no behaviour; random
 * programs of which two readings are compared, since they find another mutation each time and take longer than all others
 * together; and tests that start processes, of which core has none.
 */
export default defineConfig({
  plugins: [pythonText],
  test: {
    name: "mutation",
    include: (only.length === 0 ? aboutCore : only).map((folder) => `test/unit/${folder}/**/*.test.ts`),
    exclude: [
      "test/unit/parse/fixtures.test.ts",
      "test/unit/parse/properties.test.ts",
      "test/unit/server/document.test.ts",
    ],
    passWithNoTests: false,
    allowOnly: false,
    // A busy machine may be slow; what hangs is found by Stryker.
    testTimeout: 60_000,
    // One thread a mutation, which ends with it: modules are evaluated once instead of once a file, so most of the time is the tests' own.
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
  },
});
