import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import path from "node:path";
import { listen, type LocalConnection, type LocalServer, type LocalSocketParts } from "./localSocket.js";
import { takePrivateFolder } from "./ownedFile.js";
import { socketRoot } from "./socketRoot.js";
import { whoAmI } from "./whoAmI.js";

/** A socket that nobody but this user can reach. */
export interface OwnerSocket {
  readonly address: string;
  close(): Promise<void>;
}

type OnConnection = (connection: LocalConnection) => void;

/**
 * Listens in a folder that only this user may enter. The same `name` gives the same address at a later time, so that who was told it still finds us;
 * where somebody listens there already, and on Windows, it is one of its own.
 *
 * @param name a few letters and digits
 */
export async function listenForOwner(
  name: string,
  parts: LocalSocketParts,
  onConnection: OnConnection,
): Promise<OwnerSocket> {
  const opened = (address: string): Promise<OwnerSocket> => openedAt(address, parts, onConnection);
  if (process.platform === "win32") return opened(`\\\\.\\pipe\\aqueduct-${name}-${randomBytes(8).toString("hex")}`);
  const folder = await ownFolder();
  const address = path.join(folder, name);
  if (await isAnswered(address)) return opened(path.join(folder, `${name}-${randomBytes(4).toString("hex")}`));
  await rm(address, { force: true }); // Of one who died.
  return opened(address);
}

async function openedAt(address: string, parts: LocalSocketParts, onConnection: OnConnection): Promise<OwnerSocket> {
  const server: LocalServer = await listen(address, parts, onConnection);
  return { address, close: () => server.close() };
}

/** The folder of this user; one with a name of its own where something else has that name already. */
async function ownFolder(): Promise<string> {
  const folder = path.join(socketRoot(), `aqueduct-editor-${whoAmI().uid}`);
  return takePrivateFolder(folder) ? folder : mkdtemp(path.join(socketRoot(), "aqueduct-editor-"));
}

/** Whether somebody listens at an address. */
async function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}
