// @ts-check
/** `npm run test:mutation`: plants mutations in TypeScript, then in Python, and ends with 1 where too many are not noticed. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const scripts = ["typescript", "python"]
  .map((name) => fileURLToPath(new URL(`./mutation/${name}.mjs`, import.meta.url)))
  .filter((script) => existsSync(script));

for (const script of scripts) {
  const { status, error } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exitCode = status ?? 1;
}
