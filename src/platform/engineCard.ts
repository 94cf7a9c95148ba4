import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { lstatSync } from "node:fs";
import path from "node:path";
import { NotTrusted } from "../core/index.js";
import { engineCardFormat, type EngineCard } from "../formats/engineFiles.js";
import { hintOf } from "../formats/reader.js";
import { userDataFolder } from "./userData.js";
import { checkOwnFolder, limits, readHint } from "./ownedFile.js";
import { realOf } from "./realPaths.js";
import type { Trust } from "./trustedFolders.js";
import { readUserFile } from "./userFile.js";
import { thisReader } from "./fileObjection.js";

/** The jobs of a folder, and all that belongs to them. */
export function baseOf(folder: string): string {
  return path.join(folder, ".air-executor");
}

/** What the engine of a base keeps for itself. */
export function engineFolderOf(base: string): string {
  return path.join(base, ".engine");
}

export function cardOf(base: string): string {
  return path.join(engineFolderOf(base), "engine.json");
}

/**
 * What a folder says of its engine, as a hint: the engine itself has to prove whose it is; undefined where it says nothing that can be read, and so has none.
 *
 * Throws {@link NotTrusted} where the folder's engine is in another user's hands.
 */
export function readCard(base: string, trust: Trust): EngineCard | undefined {
  const folder = path.dirname(base);
  for (const own of [base, engineFolderOf(base)]) if (!checkOwnFolder(own, folder, trust)) return undefined;
  const text = readHint(cardOf(base), { folder, limit: limits.card, trust })?.toString("utf8");
  const card = hintOf(engineCardFormat, text);
  return card === undefined || isOfElsewhere(card, base) || !path.isAbsolute(card.socket) ? undefined : card;
}

/** Whether a card or a lock came here with a copy of a folder, or with one that was moved: whoever it names serves that other place. */
export function isOfElsewhere({ base: own }: { readonly base?: string }, base: string): boolean {
  return own !== undefined && own !== realOf(base);
}

/** Throws {@link NotTrusted} where a socket, or the folder that it lies in, is not the user's alone. Nothing is said of one that is gone. */
export function checkSocket(socket: string): void {
  for (const file of [path.dirname(socket), socket]) {
    const facts = lstatSync(file, { throwIfNoEntry: false });
    if (facts === undefined || thisReader.uid === undefined) return;
    const isOurs = facts.uid === thisReader.uid && (facts.isSocket() || (facts.mode & 0o077) === 0);
    if (!isOurs || facts.isSymbolicLink())
      throw new NotTrusted(
        file,
        `${file}, where the local engine is said to listen, is not yours alone, so nothing is sent there.`,
      );
  }
}

/** Where the engine of a base keeps what proves that it is this user's: outside of every folder that somebody else could have made. */
export function tokenFileOf(base: string, dataFolder = userDataFolder()): string {
  return path.join(
    dataFolder,
    "engine",
    "tokens",
    createHash("sha256").update(realOf(base)).digest("hex").slice(0, 32),
  );
}

/** The token that the engine of a base has to know; undefined where none is kept. */
export function readToken(base: string, dataFolder?: string): string | undefined {
  const text = readUserFile(tokenFileOf(base, dataFolder), limits.token, "secret")?.toString("utf8");
  return text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : undefined;
}

/** What only who knows the token can answer to a question that was never asked before. */
export function proofOf(token: string, nonce: string): string {
  return createHmac("sha256", token).update(`engine\0${nonce}`).digest("hex");
}

export function isProof(proof: unknown, token: string, nonce: string): boolean {
  const expected = Buffer.from(proofOf(token, nonce));
  const given = Buffer.from(typeof proof === "string" ? proof : "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
