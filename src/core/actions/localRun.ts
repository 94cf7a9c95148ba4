import { localJob, neededBy } from "../compile/localJob.js";
import type { BuildOperator } from "../model/build.js";
import type { Job, ReuseOrder, Surroundings } from "../model/job.js";
import { pythonMinor } from "../model/pythonMinor.js";
import { operatorLabel } from "../model/words.js";
import type { OperatorId } from "../model/workflow.js";
import { accountOf } from "../resources/account.js";
import { urlWithPassword } from "../resources/paths.js";
import { checkParameters, type GivenParameters } from "../runs/parameters.js";
import { canonicalJson } from "../store/json.js";
import { lifeOf, newRunId, runKey } from "../store/keys.js";
import type { BuiltFile } from "./build.js";
import { WrongRequest } from "./errors.js";
import { readTypeMemory } from "./lastGood.js";
import { localTarget, type OpenFolder } from "./folder.js";
import type { EngineConnection, World } from "./world.js";

export interface LocalRunRequest {
  /** Run this operator and what it needs, and save nothing; undefined: the whole workflow. */
  readonly only?: OperatorId;
  /** With `only`: whether values of extracts are reused too, which are read again by default. */
  readonly extracts?: ReuseOrder["extracts"];
  /** By id or name. */
  readonly parameters?: GivenParameters;
  readonly signal?: AbortSignal;
  /** Told once what is waited for, where the engine does not answer at once. */
  readonly tell?: (text: string) => void;
}

/** A run that the local engine has taken: it goes on whatever becomes of who started it. */
export interface StartedRun {
  readonly rid: string;
  readonly runId: string;
  readonly job: Job;
  readonly engine: EngineConnection;
}

/** Hands a build to the local engine. Resolves when the engine has it on disk. */
export async function startLocalRun(world: World, built: BuiltFile, request: LocalRunRequest): Promise<StartedRun> {
  const { open, build, place, interpreter } = built;
  const operators = chosen(built, request.only);
  const checked = checkParameters(operators, request.parameters ?? {});
  if (!checked.ok) throw new WrongRequest(checked.errors.join(" "));

  const now = world.clock.now();
  const runId = newRunId("local", now, world.random.hex(3));
  const rid = runKey(
    { project: open.project, workflow: build.record.workflow, target: localTarget, runId },
    world.hash,
  );
  const { files } = world;
  const job = localJob({
    build: build.record,
    buildName: build.name,
    run: { runId, rid, life: lifeOf(now) },
    workflowKey: place.key,
    place: {
      folder: open.folder,
      workingFolder: files.dirname(files.join(open.folder, fileOf(built))),
      interpreter: interpreter.path,
      runtimeFolder: world.runtime.folder,
      store: open.storeFolder,
      blob: (digest) => files.join(open.storeFolder, "blobs", "sha256", digest),
    },
    parameters: checked.values,
    ...(request.only === undefined ? {} : { only: request.only, extracts: request.extracts ?? "again" }),
    surroundings: surroundingsOf(world, built),
    memory: await readTypeMemory(world, open, build.record, request.signal),
    parallel: world.cores,
  });
  const secrets = await databaseUrls(world, open, operators);
  const engine = await world.engine.connect(open.folder, request);
  try {
    await engine.submit(job, secrets);
  } catch (error) {
    // Nobody else has it: left open, it would keep the command line waiting for ever.
    engine.close();
    throw error;
  }
  return { rid, runId, job, engine };
}

/** What decides, beside code, inputs and parameters, what an operator gives. No password is part of it. */
function surroundingsOf(
  { hash }: World,
  { open, build, traced: { python, environment } }: BuiltFile,
): (operator: BuildOperator) => Surroundings | undefined {
  return ({ resource }) => {
    if (environment === null) return undefined;
    const database = resource === undefined ? undefined : open.resources.get(resource);
    const url = database?.kind === "database" ? database.url : null;
    return {
      python: pythonMinor(python),
      digest: hash.sha256(canonicalJson({ environment, runtime: build.record.runtime.blob, database: url })),
    };
  };
}

function chosen({ build }: BuiltFile, only: OperatorId | undefined): readonly BuildOperator[] {
  if (only === undefined) return build.record.operators;
  const runnable = build.record.operators.filter(({ kind }) => kind !== "parameter" && kind !== "save");
  if (!runnable.some(({ id }) => id === only))
    throw new WrongRequest(
      `There is no operator ${only} to run by itself. There are ${runnable.map(({ id, name }) => operatorLabel(id, name)).join(", ")}.`,
    );
  return neededBy(build.record, only);
}

function fileOf({ workflow }: BuiltFile): string {
  return workflow.source?.file ?? workflow.operators[0]?.source.file ?? "";
}

/** A database that a run needs and whose password nobody knows. */
export interface MissingPassword {
  readonly resource: string;
  readonly origin: string;
  readonly user: string;
}

/** What has to be asked for before a run; a run that starts without it would only fail at its first query. */
export async function missingPasswords(
  world: World,
  built: BuiltFile,
  only?: OperatorId,
): Promise<readonly MissingPassword[]> {
  const missing: MissingPassword[] = [];
  for (const [resource, url] of databasesOf(built.open, chosen(built, only))) {
    const account = accountOf(url);
    if (account !== undefined && (await world.secrets.password(resource, account.origin, account.user)) === undefined)
      missing.push({ resource, ...account });
  }
  return missing;
}

/** The URLs that extract and save operators need, with their passwords: for the engine's memory only. */
async function databaseUrls(
  world: World,
  open: OpenFolder,
  operators: readonly BuildOperator[],
): Promise<Readonly<Record<string, string>>> {
  const urls = new Map<string, string>();
  for (const [resource, url] of databasesOf(open, operators)) {
    const account = accountOf(url);
    const password =
      account === undefined ? undefined : await world.secrets.password(resource, account.origin, account.user);
    urls.set(resource, urlWithPassword(url, password));
  }
  return Object.fromEntries(urls);
}

/** By name. A resource that is no database has been refused by the build. */
function databasesOf({ resources }: OpenFolder, operators: readonly BuildOperator[]): ReadonlyMap<string, string> {
  const names = new Set(operators.flatMap(({ resource }) => resource ?? []));
  return new Map(
    [...names].flatMap((name): readonly (readonly [string, string])[] => {
      const resource = resources.get(name);
      return resource?.kind === "database" ? [[name, resource.url]] : [];
    }),
  );
}
