import { defineConfig } from "vitest/config";

// A suite that finds no test fails: vitest's default, spelled out because the structure guards rely on it.
export default defineConfig({
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node" } },
      // The guards run compilers and linters over the tree, which takes seconds on a busy machine.
      { test: { name: "guards", include: ["test/guards/**/*.test.ts"], environment: "node", testTimeout: 120_000, hookTimeout: 240_000 } },
      { test: { name: "browser", include: ["test/browser/**/*.spec.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false } },
      // One file at a time: each brings up servers that fill a small machine.
      { test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], environment: "node", testTimeout: 240_000, hookTimeout: 300_000, fileParallelism: false } },
    ],
  },
});
