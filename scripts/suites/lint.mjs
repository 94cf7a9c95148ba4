// @ts-check
import { asOneTest, sum } from "./suite.mjs";

/** @type {import("./suite.mjs").Suite} */
export const lint = {
  name: "lint",
  covers: "form, oxlint, ESLint, unused exports and the types, folder by folder",
  obstacle: async () => undefined,
  prepare: async () => undefined,
  run: async ({ command }) =>
    sum([
      asOneTest(await command("npm", ["run", "--silent", "lint"])),
      asOneTest(await command("npm", ["run", "--silent", "typecheck"])),
    ]),
};
