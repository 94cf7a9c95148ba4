import { existsSync, lstatSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ProcessIdentity } from "../core/model/job.js";
import { engineProtocol, engineSocket } from "../formats/engine.js";
import { cardOf, engineFolderOf, readCard } from "../platform/engineCard.js";
import { makeOwnFolder } from "../platform/ownedFile.js";
import { identityOf } from "../platform/processIdentity.js";
import { listen, type LocalServer } from "../platform/localSocket.js";
import { realOf } from "../platform/realPaths.js";
import { socketRoot } from "../platform/socketRoot.js";
import type { Trust } from "../platform/trustedFolders.js";
import { whoAmI } from "../platform/whoAmI.js";
import { complaintsTo } from "../protocol/complaint.js";
import { Card } from "./card.js";
import { Daemon } from "./daemon.js";
import { acquireEngineLock, type EngineLock } from "./engineLock.js";
import type { EngineWorld } from "./engineWorld.js";
import { JobFolders } from "./jobFolder.js";
import { Origin } from "./origin.js";
import { serveClient } from "./requests.js";
import { ManagerFile } from "./legacyManager.js";
import { Token } from "./token.js";

export interface EngineOptions {
  /** Absolute path of `.air-executor`; made where it is not there. */
  readonly base: string;
  /** Milliseconds without work and without client after which the engine ends by itself. */
  readonly idle: number;
  /** The user's own folder for data of this program. */
  readonly dataFolder: string;
  /** Which folders are taken as they are, whoever owns what lies in them. */
  readonly trust: Trust;
}

/** A running engine; `ended` resolves once everything that it held is let go. */
export interface Engine {
  readonly ended: Promise<void>;
  stop(running: "leave" | "cancel"): void;
}

/** Starts the engine of a base; undefined where another one lives. */
export async function startEngine(
  { base, idle, dataFolder, trust }: EngineOptions,
  world: EngineWorld,
): Promise<Engine | undefined> {
  const self = identityOf(process.pid);
  if (self === undefined)
    throw new Error("This system does not say when a process started, so the local engine cannot run on it.");
  makeBase(base, trust);
  const lock = acquireEngineLock(base, self, trust);
  if (lock === undefined) return undefined;
  try {
    removeSocketOfDead(base, trust);
    const manager = new ManagerFile(base);
    manager.take();
    const folders = new JobFolders(path.join(base, "jobs"), Origin.of(dataFolder));
    const running = new RunningEngine(
      { base, idle, token: new Token(base, dataFolder), folders, lock, manager },
      world,
    );
    await running.open(self);
    return running;
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface EngineParts {
  readonly base: string;
  readonly idle: number;
  readonly token: Token;
  readonly folders: JobFolders;
  readonly lock: EngineLock;
  readonly manager: ManagerFile;
}

class RunningEngine implements Engine {
  readonly ended: Promise<void>;
  private resolveEnded: () => void = () => undefined;
  private readonly daemon: Daemon;
  private readonly socketFolder = mkdtempSync(path.join(socketRoot(), "aqueduct-"));
  private server: LocalServer | undefined;
  private clients = 0;
  private card: Card | undefined;
  private timer: NodeJS.Timeout | undefined;
  private watch: NodeJS.Timeout | undefined;
  private stopping: "no" | "draining" | "closing" = "no";

  constructor(
    private readonly parts: EngineParts,
    private readonly world: EngineWorld,
  ) {
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
    this.daemon = new Daemon(parts.folders, world, () => this.rest());
  }

  async open(self: ProcessIdentity): Promise<void> {
    const socket =
      process.platform === "win32"
        ? `\\\\.\\pipe\\${path.basename(this.socketFolder)}`
        : path.join(this.socketFolder, "engine");
    const parts = { boundary: engineSocket, complain: complaintsTo(this.world.log) };
    this.server = await listen(socket, parts, (connection) => {
      this.clients += 1;
      clearTimeout(this.timer);
      void connection.closed.then(() => {
        this.clients -= 1;
        this.rest();
      });
      const { token } = this.parts;
      serveClient(connection, this.daemon, token, (running) => this.stop(running), this.world);
    });
    this.daemon.recover();
    const { pid, startTime, bootId } = self;
    const card = {
      format: 1,
      protocol: engineProtocol,
      pid,
      startTime,
      bootId,
      base: realOf(this.parts.base),
      socket,
      startedAt: this.world.clock.now(),
    };
    // Last: who finds it can connect, and finds every job.
    this.card = new Card(cardOf(this.parts.base), JSON.stringify(card));
    this.card.write();
    const { ino } = statSync(this.parts.base);
    this.watch = setInterval(() => {
      if (statSync(this.parts.base, { throwIfNoEntry: false })?.ino !== ino) this.endMoved();
      else this.keepCard();
    }, moveLook);
    this.rest();
  }

  stop(running: "leave" | "cancel"): void {
    if (this.stopping === "closing") return;
    this.stopping = "draining";
    if (running === "cancel" && this.daemon.isBusy) this.daemon.cancelAll();
    else setImmediate(() => this.close());
  }

  /** Whatever became of the card, it is made anew: without one nobody finds us, and nobody else may take over. */
  private keepCard(): void {
    if (this.stopping !== "no" || this.card?.isAsWritten !== false) return;
    try {
      this.card.write();
    } catch (error) {
      this.world.log.error("has no card", error);
    }
  }

  /** The folder is somewhere else, where an engine of its own can serve it once we are gone; what runs writes to where it was. */
  private endMoved(): void {
    clearInterval(this.watch);
    this.world.log.warn("ends", {
      reason: `${this.parts.base} was moved, renamed or deleted. Run again from where it is now.`,
    });
    this.stop("cancel");
  }

  /** Nothing to do and nobody there: the next client starts another engine. */
  private rest(): void {
    clearTimeout(this.timer);
    if (this.daemon.isBusy || this.stopping === "closing") return;
    if (this.stopping === "draining") setImmediate(() => this.close());
    else if (this.clients === 0) this.timer = setTimeout(() => this.close(), this.parts.idle);
  }

  private close(): void {
    if (this.stopping === "closing") return;
    this.stopping = "closing";
    clearInterval(this.watch);
    this.card?.remove();
    this.parts.token.remove();
    this.parts.manager.release();
    this.daemon.close();
    void (this.server?.close() ?? Promise.resolve()).then(() => {
      rmSync(this.socketFolder, { recursive: true, force: true });
      this.parts.lock.release();
      this.resolveEnded();
    });
  }
}

/** Milliseconds: nothing tells when a folder above is renamed. */
const moveLook = 1000;

/** Others' eyes and version control are kept out from the start. */
function makeBase(base: string, trust: Trust): void {
  const folder = path.dirname(base);
  for (const own of [base, engineFolderOf(base), path.join(base, "jobs")]) makeOwnFolder(own, folder, trust);
  const ignore = path.join(base, ".gitignore");
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n", { mode: 0o600 });
}

function removeSocketOfDead(base: string, trust: Trust): void {
  const socket = readCard(base, trust)?.socket;
  if (socket === undefined) return;
  const folder = path.dirname(socket);
  // Only what is named as we name it, and is ours: the file may have come with somebody else's folder.
  const isOurs = path.dirname(folder) === socketRoot() && /^aqueduct-[A-Za-z0-9]{6}$/.test(path.basename(folder));
  if (isOurs && lstatSync(folder, { throwIfNoEntry: false })?.uid === whoAmI().uid)
    rmSync(folder, { recursive: true, force: true });
}
