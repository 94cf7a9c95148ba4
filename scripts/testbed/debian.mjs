// @ts-check
/** Packages of the system, where it is a Debian and we may install them. */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { cacheFolder } from "./cache.mjs";
import { run } from "./command.mjs";
import { withFileLock } from "./fileLock.mjs";
import { step } from "./progress.mjs";

export const mayInstallPackages = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/**
 * Installs what is missing of `packages`.
 *
 * @param {readonly string[]} packages
 * @throws {Error} with the command to type, where we may not install
 */
export async function ensureDebianPackages(packages) {
  const wayOut = `Install them yourself, on Debian by \`sudo apt-get install -y --no-install-recommends ${packages.join(" ")}\`.`;
  if (!mayInstallPackages)
    throw new Error(`These packages of the system are missing: ${packages.join(", ")}. ${wayOut}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // apt-get refuses to run twice at once, and two suites may be getting ready side by side.
  await mkdir(cacheFolder, { recursive: true });
  await withFileLock(path.join(cacheFolder, "apt-get.lock"), () =>
    step(`Installing ${packages.join(", ")} by apt-get`, async () => {
      await run("apt-get", ["update"], { env, wayOut });
      await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env, wayOut });
    }),
  );
}
