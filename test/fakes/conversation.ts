import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message } from "vscode-jsonrpc/node";
import type {
  Boundary,
  EventData,
  EventOf,
  MethodOf,
  ParamsOf,
  ReportData,
  ReportOf,
  ResultOf,
} from "../../src/formats/boundary.js";
import { Client } from "../../src/protocol/client.js";
import { openConnection } from "../../src/protocol/connection.js";
import { Server, type ServerParts } from "../../src/protocol/server.js";

/** Messages of a boundary, at least one of each: one that the boundary gains does not compile without it. */
export interface Samples<B extends Boundary> {
  readonly requests: {
    readonly [M in MethodOf<B>]: readonly [Asked<B, M>, ...(readonly Asked<B, M>[])];
  };
  readonly reports: {
    readonly [R in ReportOf<B>]: readonly [ReportData<B, R>, ...(readonly ReportData<B, R>[])];
  };
  readonly events: {
    readonly [E in EventOf<B>]: readonly [EventData<B, E>, ...(readonly EventData<B, E>[])];
  };
}
interface Asked<B extends Boundary, M extends MethodOf<B>> {
  readonly params: ParamsOf<B, M>;
  readonly result: ResultOf<B, M>;
}

/** Something that one end sent and the other was given, under the name of the message. */
type Said = readonly [name: string, data: unknown];

export interface Exchanged {
  readonly sent: readonly Said[];
  readonly got: readonly Said[];
  readonly complaints: readonly Said[];
}

/** Both ends of a boundary in this process; what they say goes through JSON. */
export interface Conversation<B extends Boundary> {
  readonly client: Client<B>;
  readonly server: Server<B>;
  readonly complaints: Said[];
  readonly end: () => void;
}

export function conversation<B extends Boundary>(
  boundary: B,
  parts: Omit<ServerParts<B>, "complain" | "refused">,
): Conversation<B> {
  const complaints: Said[] = [];
  const complain = (complaint: string, data: unknown): void => void complaints.push([complaint, data]);
  const [here, there] = [new Ear(), new Ear()];
  const asking = openConnection(here, new Mouth(there), boundary, complain);
  const answering = openConnection(there, new Mouth(here), boundary, complain);
  const client = new Client(asking, boundary, complain);
  const refused = (_: string, error: unknown): string => (error as Error).message;
  const server = new Server<B>(answering, boundary, { ...parts, refused, complain });
  asking.listen();
  answering.listen();
  return {
    client,
    server,
    complaints,
    end: () => {
      asking.dispose();
      answering.dispose();
    },
  };
}

/** Has both ends of a boundary say all of it. */
export async function exchanged<B extends Boundary>(boundary: B, samples: Samples<B>): Promise<Exchanged> {
  const got: Said[] = [];
  const sent: Said[] = [];
  const results = new Map<string, unknown>();
  const handler = (name: string) => (data: unknown) => {
    got.push([name, data]);
    return results.get(name);
  };
  const all = (names: object): object => Object.fromEntries(Object.keys(names).map((name) => [name, handler(name)]));
  const { client, server, complaints, end } = conversation(boundary, {
    requests: all(boundary.requests),
    reports: all(boundary.reports),
  } as unknown as ServerParts<B>);
  for (const event of Object.keys(boundary.events) as EventOf<B>[]) client.on(event, handler(event));
  const each = <T>(of: object): (readonly [string, T])[] =>
    Object.entries(of).flatMap(([name, list]) => (list as readonly T[]).map((one) => [name, one] as const));
  for (const [event, data] of each<object>(samples.events)) {
    sent.push([event, data]);
    server.send(event, data);
  }
  for (const [report, data] of each<object>(samples.reports)) {
    sent.push([report, data]);
    client.report(report, data);
  }
  for (const [method, { params, result }] of each<Asked<B, MethodOf<B>>>(samples.requests)) {
    results.set(method, result);
    sent.push([method, params], [`${method} answered`, result]);
    got.push([`${method} answered`, await client.request(method, params)]);
  }
  end();
  return { sent: sorted(sent), got: sorted(got), complaints };
}

function sorted(said: readonly Said[]): readonly Said[] {
  return said
    .map((one) => [JSON.stringify(one), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

class Ear extends AbstractMessageReader {
  #take: DataCallback = () => undefined;

  listen(take: DataCallback): { dispose(): void } {
    this.#take = take;
    return { dispose: () => undefined };
  }

  hear(text: string): void {
    this.#take(JSON.parse(text) as Message);
  }
}

class Mouth extends AbstractMessageWriter {
  readonly #ear: Ear;

  constructor(ear: Ear) {
    super();
    this.#ear = ear;
  }

  write(message: Message): Promise<void> {
    this.#ear.hear(JSON.stringify(message));
    return Promise.resolve();
  }

  end(): void {
    // Nothing to end.
  }
}
