import { lstat, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { userDataFolder } from "./engineBundle.js";
import { isMissing, nodeFiles } from "./files.js";

/** To which servers somebody has said that a variable's password may go: `AQUEDUCT_AIRFLOW_PASSWORD|https://airflow.example.org|ann`. */
export interface ConfirmedServers {
  has(entry: string): Promise<boolean>;
  add(entry: string): Promise<void>;
}

/** `docs/formats.md`, "Confirmed servers"; `aqueduct/eager/confirmed.py` reads and writes the same. */
export function confirmedServers(dataFolder: () => string = userDataFolder): ConfirmedServers {
  const fileOf = (): string => path.join(dataFolder(), "confirmedServers.json");
  return {
    has: async (entry) => (await read(fileOf())).includes(entry),
    add: async (entry) => {
      const file = fileOf();
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const confirmed = [...new Set([...(await read(file)), entry])].sort();
      await nodeFiles.writeAtomically(file, `${JSON.stringify({ format: 1, confirmed }, undefined, 1)}\n`, {
        mode: 0o600,
      });
    },
  };
}

/** Throws a sentence where somebody else may have written it: it decides where passwords go. */
async function read(file: string): Promise<readonly string[]> {
  let text: string;
  try {
    const { uid, mode } = await lstat(file).then((found) => {
      if (!found.isFile()) throw new Error(`${file} is no file. Remove it: it is made anew.`);
      return found;
    });
    if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0))
      throw new Error(`${file} can be written by others than you. Remove it: it is made anew.`);
    text = await readFile(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  const { format, confirmed } = objectIn(text);
  if (format === 1 && Array.isArray(confirmed)) return confirmed.filter((one) => typeof one === "string");
  throw new Error(
    `${file} cannot be read: ${typeof format === "number" ? `it has format ${format}, which a newer Aqueduct wrote. Update this one` : "it is not of its form. Remove it: it is made anew"}.`,
  );
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    // Torn or edited by hand; whoever asks says so.
    return {};
  }
}
