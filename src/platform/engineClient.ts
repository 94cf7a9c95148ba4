import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { ProcessIdentity } from "../core/model/job.js";
import { countOf } from "../core/model/words.js";
import { engineWordFormat } from "../formats/engineFiles.js";
import { hintOf } from "../formats/reader.js";
import { NotTrusted, withoutSecrets, type Log } from "../core/index.js";
import { engineProtocol } from "../formats/engine.js";
import { ConnectionEnded } from "../protocol/client.js";
import { complaintsTo } from "../protocol/complaint.js";
import { keepBundle } from "./engineBundle.js";
import { baseOf, checkSocket, engineFolderOf, isProof, readCard, readToken, tokenFileOf } from "./engineCard.js";
import { openEngine, type EngineRpc } from "./engineConnection.js";
import { makeOwnFolder, openOwned } from "./ownedFile.js";
import { ofAnotherVersion, mute } from "./otherEngine.js";
import { isAlive } from "./processIdentity.js";
import { userTrust, type Trust } from "./trustedFolders.js";
import { watchPath } from "./watchPath.js";

export interface EngineOptions {
  /** The folder whose `.air-executor` holds the jobs; absolute. */
  readonly folder: string;
  /** Absolute path of `engine.js` as it came with this installation; a copy of it is started. */
  readonly engineBundle: string;
  /** Node 20 or later. */
  readonly nodePath: string;
  /** Where copies of the bundle are kept; by default the user's data folder. */
  readonly dataFolder?: string;
  /** Which folders are taken as they are, whoever owns what lies in them; by default those that the user trusts. */
  readonly trust?: Trust;
  /** Milliseconds after which a daemon with neither work nor client ends. */
  readonly idle?: number;
  /** Milliseconds between TERM and KILL when a task is cancelled. */
  readonly grace?: number;
  /** How many tasks a daemon that is started for this runs at once; by default AQUEDUCT_MAX_OPERATORS, or as many as there are cores. */
  readonly operators?: number;
  readonly signal?: AbortSignal;
  /** Told once what is waited for, as a sentence, where that takes more than a moment. */
  readonly tell?: (text: string) => void;
  /** Told of messages that make no sense. */
  readonly log: Log;
}

/**
 * Connects to the engine of a folder; starts one where none lives.
 *
 * Rejects with a sentence where the engine cannot be started, or speaks another protocol.
 */
export async function connectEngine(options: EngineOptions): Promise<EngineRpc> {
  const { folder, tell, trust = userTrust } = options;
  const timer = setTimeout(() => tell?.(waitingWords(folder, trust)), tellAfter);
  try {
    return (await connectLiving(options)) ?? (await startAndConnect(options));
  } finally {
    clearTimeout(timer);
  }
}

/** Connects to the engine of a folder if one lives; undefined where none does: then nothing of the folder runs. */
export async function findEngine(options: LivingEngine): Promise<EngineRpc | undefined> {
  return connectLiving(options);
}

/** What it takes to find an engine, without starting one. */
type LivingEngine = Pick<EngineOptions, "folder" | "signal" | "dataFolder" | "trust" | "log">;

/** Undefined where no engine lives: none is named, the one that is named is dead, or it is just ending. */
async function connectLiving(options: LivingEngine): Promise<EngineRpc | undefined> {
  if (process.platform === "win32") return undefined; // There is none yet, so whatever a file says of one is wrong.
  const { folder, signal, log, trust = userTrust } = options;
  const card = readCard(baseOf(folder), trust);
  if (card === undefined || !isAlive(card)) return undefined;
  checkSocket(card.socket);
  // One that frames its messages otherwise would not even understand the question.
  if (card.protocol !== engineProtocol) throw ofAnotherVersion(folder, card, card.protocol);
  try {
    const connected = await openEngine(card.socket, complaintsTo(log), signal);
    await shakeHands(connected, card, options);
    return connected;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ConnectionEnded || hasCode(error, "ENOENT", "ECONNREFUSED", "ECONNRESET")) return undefined;
    throw error;
  }
}

/** Nothing but a question that means nothing to anybody else goes to an engine before it has proved whose it is. */
async function shakeHands(
  connected: EngineRpc,
  card: ProcessIdentity,
  { folder, signal, dataFolder }: LivingEngine,
): Promise<void> {
  const nonce = randomBytes(32).toString("hex");
  const { protocol, proof } = await connected.request("hello", { protocol: engineProtocol, nonce }, signal);
  const token = readToken(baseOf(folder), dataFolder);
  if (protocol === engineProtocol && token !== undefined && isProof(proof, token, nonce)) return;
  connected.close();
  if (protocol !== engineProtocol) throw ofAnotherVersion(folder, card, protocol);
  throw new Error(
    `The local engine that runs for ${folder} can't prove that it is yours: what it knows is not what ${tokenFileOf(baseOf(folder), dataFolder)} says. Another user started it, or you did with another HOME or XDG_DATA_HOME: end it there with "aqueduct engine stop", then try again.`,
  );
}

function waitingWords(folder: string, trust: Trust): string {
  try {
    const held = mute(folder, trust);
    if (held !== undefined) return `Waiting. ${held.message}`;
  } catch (error) {
    // Whoever waits is told of it by the connection itself.
    if (!(error instanceof NotTrusted)) throw error;
  }
  return `Waiting for the local engine of ${folder}…`;
}

async function startAndConnect(options: EngineOptions): Promise<EngineRpc> {
  const deadline = performance.now() + patience;
  let kills = 0;
  while (performance.now() < deadline) {
    const word = await startEngine(options);
    if (word === "killed") {
      kills += 1;
      if (kills === mostKills) throw new Error(killedWords(options.folder));
      continue;
    }
    const connected = await connectLiving(options);
    if (connected !== undefined) return connected;
    // Another one was faster and is not yet listening, or is just ending: its folder tells.
    if (word === "held") await changeIn(engineFolderOf(baseOf(options.folder)), options.signal);
  }
  const { folder, trust = userTrust } = options;
  throw mute(folder, trust) ?? new Error(`The local engine of ${folder} does not answer. See ${logOf(folder)}.`);
}

/** Starts a daemon that outlives us; resolves with its first word. Rejects with its own sentence where it says why it can't start. */
async function startEngine({
  folder,
  engineBundle,
  nodePath,
  dataFolder,
  trust = userTrust,
  idle,
  grace,
  operators,
}: EngineOptions): Promise<"ready" | "held" | "killed"> {
  if (process.platform === "win32")
    throw new Error("On Windows the local engine comes later. Run the workflow in WSL, in a container or over SSH.");
  const bundle = await keepBundle(engineBundle, dataFolder);
  if (!existsSync(folder)) throw new Error(`${folder} is not there any more. Was it moved or renamed?`);
  for (const own of [baseOf(folder), engineFolderOf(baseOf(folder))]) makeOwnFolder(own, folder, trust);
  const log = openLog(folder, trust);
  const args = Object.entries({ idle, grace, operators, data: dataFolder }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, String(value)],
  );
  // What was trusted here, an editor's window say, the daemon does not know.
  if (trust(folder)) args.push("--trusted");
  const child = spawn(nodePath, [bundle, "--base", baseOf(folder), ...args], {
    detached: true,
    stdio: ["ignore", "pipe", log],
    // It lives on: neither our folder nor our secrets are its own.
    cwd: path.parse(folder).root,
    env: {
      ...withoutSecrets(process.env),
      ...(process.versions["electron"] === undefined ? {} : { ELECTRON_RUN_AS_NODE: "1" }),
    },
  });
  closeSync(log);
  const { stdout } = child;
  if (stdout === null) throw new Error("The local engine was started without a pipe for its first word.");
  const word = await new Promise<string | undefined>((resolve, reject) => {
    child.once("error", (cause) =>
      reject(new Error(`The local engine cannot be started with ${nodePath}: ${cause.message}`, { cause })),
    );
    // Not at its exit: its word may still be on the way.
    child.once("close", (code) => {
      // Somebody killed it, as the system does where memory runs out: that says nothing of the next one.
      if (code === null) resolve(undefined);
      else reject(new Error(`The local engine ended with exit code ${code} at once. See ${logOf(folder)}.`));
    });
    createInterface({ input: stdout }).once("line", resolve);
  });
  child.removeAllListeners();
  stdout.destroy();
  child.unref();
  if (word === undefined) return "killed";
  const { ready, error } = hintOf(engineWordFormat, word) ?? {};
  if (error !== undefined) throw new Error(error);
  return ready === true ? "ready" : "held";
}

function killedWords(folder: string): string {
  return `The local engine of ${folder} was killed ${countOf(mostKills, "time")} while it started; where memory runs out, the system does that. Operators that run go on, and nothing further is started. Go on with: aqueduct engine start`;
}

/** The log grows: it is only ever appended to. */
function openLog(folder: string, trust: Trust): number {
  const opened = openOwned(logOf(folder), { folder, limit: Number.POSITIVE_INFINITY, trust }, "append");
  if (opened === undefined) throw new Error(`${logOf(folder)} can't be made.`);
  return opened;
}

/** Resolves at the next change, or after a while without one. */
async function changeIn(folder: string, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => {
    const stopWatching = watchPath(folder, () => done());
    const timer = setTimeout(() => done(), quietTime);
    signal?.addEventListener("abort", () => done(), { once: true });
    const done = (): void => {
      clearTimeout(timer);
      stopWatching();
      resolve();
    };
  });
  signal?.throwIfAborted();
}

/** Milliseconds. */
const patience = 20_000;
const tellAfter = 1500;
/** Daemons that may be killed while they start, one after the other. */
const mostKills = 5;
const quietTime = 250;

function logOf(folder: string): string {
  return path.join(engineFolderOf(baseOf(folder)), "engine.log");
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);
}
