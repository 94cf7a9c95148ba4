// @ts-check
/** The database servers that the Python side is tested on: Debian's. Tests and bench start them by `database_servers`. */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { ensureDebianPackages, mayInstallPackages } from "./debian.mjs";

/**
 * Installs the servers that are missing, where we may; else the tests that need them say so and are skipped.
 *
 * `mariadb-server-core` is MariaDB's server alone: unlike `mariadb-server` it starts none of its own.
 */
export async function ensureDatabaseServers() {
  const missing = [
    ...((await hasPostgres()) ? [] : ["postgresql"]),
    ...(onPath("mariadbd") ? [] : ["mariadb-server-core"]),
  ];
  if (missing.length > 0 && mayInstallPackages) await ensureDebianPackages(missing);
}

async function hasPostgres() {
  const versions = "/usr/lib/postgresql"; // Debian's, which are not on PATH
  const installed = existsSync(versions) ? await readdir(versions) : [];
  return onPath("postgres") || installed.some((version) => existsSync(path.join(versions, version, "bin/postgres")));
}

/** @param {string} command */
function onPath(command) {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/sbin"];
  return folders.some((folder) => existsSync(path.join(folder, command)));
}
