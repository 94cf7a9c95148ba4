import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ProcessIdentity } from "../core/model/job.js";
import { engineProtocol, engineSocket } from "../formats/engine.js";
import { identityOf } from "../platform/processIdentity.js";
import { listen, type LocalServer } from "../platform/localSocket.js";
import { socketRoot } from "../platform/socketRoot.js";
import { complaintsTo } from "../protocol/complaint.js";
import { Daemon } from "./daemon.js";
import { acquireEngineLock, type EngineLock } from "./engineLock.js";
import type { EngineWorld } from "./engineWorld.js";
import { JobFolders } from "./jobFolder.js";
import { Origin } from "./origin.js";
import { serveClient } from "./requests.js";
import { readIfThere, writeWhole } from "./wholeFiles.js";

export interface EngineOptions {
  /** Absolute path of `.air-executor`; made where it is not there. */
  readonly base: string;
  /** Milliseconds without work and without client after which the engine ends by itself. */
  readonly idle: number;
  /** The user's own folder for data of this program. */
  readonly dataFolder: string;
}

/** A running engine; `ended` resolves once everything that it held is let go. */
export interface Engine {
  readonly ended: Promise<void>;
  stop(running: "leave" | "cancel"): void;
}

/** Starts the engine of a base; undefined where another one lives. */
export async function startEngine(
  { base, idle, dataFolder }: EngineOptions,
  world: EngineWorld,
): Promise<Engine | undefined> {
  const self = identityOf(process.pid);
  if (self === undefined)
    throw new Error("This system does not say when a process started, so the local engine cannot run on it.");
  makeBase(base);
  const own = path.join(base, ".engine");
  const lock = acquireEngineLock(own, self);
  if (lock === undefined) return undefined;
  removeSocketOfDead(own);
  const running = new RunningEngine(
    own,
    idle,
    new JobFolders(path.join(base, "jobs"), Origin.of(dataFolder)),
    lock,
    world,
  );
  await running.open(self);
  return running;
}

class RunningEngine implements Engine {
  readonly ended: Promise<void>;
  private resolveEnded: () => void = () => undefined;
  private readonly daemon: Daemon;
  private readonly socketFolder = mkdtempSync(path.join(socketRoot(), "aqueduct-"));
  private server: LocalServer | undefined;
  private clients = 0;
  private timer: NodeJS.Timeout | undefined;
  private stopping: "no" | "draining" | "closing" = "no";

  constructor(
    private readonly own: string,
    private readonly idle: number,
    folders: JobFolders,
    private readonly lock: EngineLock,
    private readonly world: EngineWorld,
  ) {
    this.ended = new Promise((resolve) => (this.resolveEnded = resolve));
    this.daemon = new Daemon(folders, world, () => this.rest());
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
      serveClient(connection, this.daemon, (running) => this.stop(running), this.world);
    });
    this.daemon.recover();
    const { pid, startTime, bootId } = self;
    const card = {
      format: 1,
      protocol: engineProtocol,
      pid,
      startTime,
      bootId,
      socket,
      startedAt: this.world.clock.now(),
    };
    // Last: who finds it can connect, and finds every job.
    writeWhole(path.join(this.own, "engine.json"), JSON.stringify(card));
    this.rest();
  }

  stop(running: "leave" | "cancel"): void {
    if (this.stopping === "closing") return;
    this.stopping = "draining";
    if (running === "cancel" && this.daemon.isBusy) this.daemon.cancelAll();
    else setImmediate(() => this.close());
  }

  /** Nothing to do and nobody there: the next client starts another engine. */
  private rest(): void {
    clearTimeout(this.timer);
    if (this.daemon.isBusy || this.stopping === "closing") return;
    if (this.stopping === "draining") setImmediate(() => this.close());
    else if (this.clients === 0) this.timer = setTimeout(() => this.close(), this.idle);
  }

  private close(): void {
    if (this.stopping === "closing") return;
    this.stopping = "closing";
    rmSync(path.join(this.own, "engine.json"), { force: true });
    this.daemon.close();
    void (this.server?.close() ?? Promise.resolve()).then(() => {
      rmSync(this.socketFolder, { recursive: true, force: true });
      this.lock.release();
      this.resolveEnded();
    });
  }
}

/** Others' eyes and version control are kept out from the start. */
function makeBase(base: string): void {
  mkdirSync(base, { recursive: true, mode: 0o700 });
  const ignore = path.join(base, ".gitignore");
  if (!existsSync(ignore)) writeFileSync(ignore, "*\n");
}

function removeSocketOfDead(own: string): void {
  const text = readIfThere(path.join(own, "engine.json"));
  if (text === undefined) return;
  const { socket } = JSON.parse(text) as { readonly socket: string };
  const folder = path.dirname(socket);
  // Only what is named as we name it: the file may have come with somebody else's folder.
  if (path.dirname(folder) === socketRoot() && /^aqueduct-[A-Za-z0-9]{6}$/.test(path.basename(folder)))
    rmSync(folder, { recursive: true, force: true });
}
