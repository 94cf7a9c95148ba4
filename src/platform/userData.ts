import path from "node:path";
import { neededHomeFolder } from "./whoAmI.js";

/** Where a program keeps what is its own and is not settings. */
export function userDataFolder(): string {
  if (process.platform === "win32")
    return path.join(process.env["LOCALAPPDATA"] ?? path.join(neededHomeFolder(), "AppData", "Local"), "Aqueduct");
  if (process.platform === "darwin") return path.join(neededHomeFolder(), "Library", "Application Support", "Aqueduct");
  return path.join(process.env["XDG_DATA_HOME"] ?? path.join(neededHomeFolder(), ".local", "share"), "aqueduct");
}
