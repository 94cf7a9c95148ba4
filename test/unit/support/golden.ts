import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/**
 * Holds a value against a golden JSON file. Only `UPDATE_GOLDEN=1` writes one; a missing one fails.
 */
export function expectGolden(file: string, value: unknown): void {
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
  else if (!existsSync(file))
    throw new Error(`${file} does not exist. Write it with UPDATE_GOLDEN=1, then read what was written.`);
  const golden: unknown = JSON.parse(readFileSync(file, "utf8"));
  expect(JSON.parse(JSON.stringify(value))).toEqual(golden);
}
