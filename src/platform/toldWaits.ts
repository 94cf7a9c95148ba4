import type { EngineConnection, Http, LocalEngine, ObjectStore, Processes, World } from "../core/index.js";

/** Milliseconds after which whoever waits is told for what, and then again after as long. */
const patience = 10_000;

/** Told in a sentence for what has been waited that long; undefined: nothing is waited for any more. */
export type TellWait = (sentence: string | undefined) => void;

/**
 * The same world, which says for what it waits once that takes longer than 10 s: a server, a store, a process, the local engine. One sentence for all that
 * wait for the same, and again every 10 s.
 */
export function toldWaits(world: World, tell: TellWait, every = patience): World {
  const waits = new Waits(tell, every);
  return {
    ...world,
    http: toldHttp(world.http, waits),
    processes: toldProcesses(world.processes, waits),
    engine: toldEngine(world.engine, waits),
    openStore: (resource) => toldStore(world.openStore(resource), `the store "${resource.name}"`, waits),
  };
}

class Waits {
  /** What is waited for, by how many. */
  readonly #pending = new Map<string, { waiting: number; told: number; readonly timer: NodeJS.Timeout }>();

  constructor(
    private readonly tell: TellWait,
    private readonly every: number,
  ) {}

  async of<T>(what: string, answer: Promise<T>): Promise<T> {
    const known = this.#pending.get(what);
    if (known === undefined) {
      const timer = setInterval(() => {
        this.#say(what);
      }, this.every);
      this.#pending.set(what, { waiting: 1, told: 0, timer });
    } else known.waiting += 1;
    try {
      return await answer;
    } finally {
      this.#end(what);
    }
  }

  #say(what: string): void {
    const wait = this.#pending.get(what);
    if (wait === undefined) return;
    wait.told += 1;
    this.tell(`Still waiting for ${what}, ${Math.round((wait.told * this.every) / 1000)} s by now…`);
  }

  #end(what: string): void {
    const wait = this.#pending.get(what);
    if (wait === undefined) return;
    wait.waiting -= 1;
    if (wait.waiting > 0) return;
    clearInterval(wait.timer);
    this.#pending.delete(what);
    if (wait.told > 0 && [...this.#pending.values()].every(({ told }) => told === 0)) this.tell(undefined);
  }
}

function toldHttp(http: Http, waits: Waits): Http {
  return { send: (request) => waits.of(originOf(request.url), http.send(request)) };
}

/** Without the path: who waits wants to know for whom. */
function originOf(url: string): string {
  return /^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0].replace(/\/\/.*@/, "//") ?? "a server";
}

function toldProcesses(processes: Processes, waits: Waits): Processes {
  return {
    environment: () => processes.environment(),
    run: (request) => waits.of(request.command, processes.run(request)),
  };
}

function toldStore(store: ObjectStore, name: string, waits: Waits): ObjectStore {
  const told = <T>(answer: Promise<T>): Promise<T> => waits.of(name, answer);
  return {
    address: store.address,
    get: (...args) => told(store.get(...args)),
    digestOf: (...args) => told(store.digestOf(...args)),
    list: (...args) => told(store.list(...args)),
    listFolder: (...args) => told(store.listFolder(...args)),
    putIfAbsent: (...args) => told(store.putIfAbsent(...args)),
    putIfMatch: (...args) => told(store.putIfMatch(...args)),
    delete: (...args) => told(store.delete(...args)),
  };
}

function toldEngine(engine: LocalEngine, waits: Waits): LocalEngine {
  const name = "the local engine";
  const told = (connection: EngineConnection): EngineConnection => ({
    submit: (...args) => waits.of(name, connection.submit(...args)),
    cancel: (...args) => waits.of(name, connection.cancel(...args)),
    list: () => waits.of(name, connection.list()),
    // Between two records an operator works, which is no wait of ours.
    records: (...args) => connection.records(...args),
    stop: () => waits.of(name, connection.stop()),
    close: () => {
      connection.close();
    },
  });
  return {
    connect: async (...args) => told(await waits.of(name, engine.connect(...args))),
    find: async (...args) => {
      const found = await waits.of(name, engine.find(...args));
      return found && told(found);
    },
    end: (...args) => waits.of(name, engine.end(...args)),
  };
}
