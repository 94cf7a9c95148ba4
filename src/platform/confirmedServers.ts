import { mkdir } from "node:fs/promises";
import path from "node:path";
import { readText } from "../formats/reader.js";
import { confirmedServersFormat } from "../formats/userFiles.js";
import { inTurn, nodeFiles } from "./files.js";
import { userDataFolder } from "./userData.js";
import { readUserFile } from "./userFile.js";

/** To which servers somebody has said that a variable's password may go: `AQUEDUCT_AIRFLOW_PASSWORD|https://airflow.example.org|ann`. */
export interface ConfirmedServers {
  has(entry: string): Promise<boolean>;
  add(entry: string): Promise<void>;
}

/** `docs/formats/confirmed-servers.md`; `aqueduct/eager/confirmed.py` reads and writes the same. */
export function confirmedServers(dataFolder: () => string = userDataFolder): ConfirmedServers {
  const fileOf = (): string => path.join(dataFolder(), "confirmedServers.json");
  return {
    has: (entry) => inTurn(() => read(fileOf()).includes(entry)),
    add: async (entry) => {
      const file = fileOf();
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const confirmed = [...new Set([...read(file), entry])].sort();
      await nodeFiles.writeAtomically(file, `${JSON.stringify({ format: 1, confirmed }, undefined, 1)}\n`, {
        mode: 0o600,
      });
    },
  };
}

/** Throws a sentence where somebody else may have written it: it decides where passwords go. */
function read(file: string): readonly string[] {
  const text = readUserFile(file, mostBytes, "settings")?.toString("utf8");
  if (text === undefined) return [];
  const found = readText(confirmedServersFormat, text);
  if (found.readable) return found.value.confirmed;
  throw new Error(
    `${file} can't be read: ${found.why}.${found.newer === undefined ? " Remove it: it is made anew." : ""}`,
  );
}

const mostBytes = 1024 * 1024;
