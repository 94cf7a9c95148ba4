import { defineConfig } from "vitest/config";

/**
 * The unit tests that a mutation of core has to get past.
 *
 * Left out: tests that compare with golden files, since a golden file notices any change and names no behaviour; random
 * programs of which two readings are compared, since they find another mutation each time and take longer than all others
 * together; and tests that start processes, of which core has none.
 */
export default defineConfig({
  test: {
    name: "mutation",
    include: ["test/unit/**/*.test.ts"],
    exclude: [
      "test/unit/parse/fixtures.test.ts",
      "test/unit/parse/properties.test.ts",
      "test/unit/server/document.test.ts",
      "test/unit/{cli,engine,platform}/**",
      // Of the panels: they know core's types alone.
      "test/unit/{graphPanel,previewPanel}/**",
      "test/guards/**",
    ],
    passWithNoTests: false,
    allowOnly: false,
    // One thread a mutation, which ends with it: modules are evaluated once instead of once a file, so most of the time is the tests' own.
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
  },
});
