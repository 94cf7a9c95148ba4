import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { run } from "../../../../scripts/testbed/command.mjs";
import { keepFolder, releaseFolder } from "../../../../scripts/testbed/keeper.mjs";
import { startS3 } from "../../../../scripts/testbed/s3.mjs";
import { packagedExtension } from "../../../../scripts/testbed/vsix.mjs";
import { startWrapper, type Workbench } from "../../../../scripts/testbed/workbench.mjs";
import { AirflowService } from "./airflow.js";
import { accessKeyId, s3Users, type ServiceRequests, type SharedS3, type WorkbenchWish } from "./contract.js";

type Handlers = {
  readonly [Name in keyof ServiceRequests]: (
    asked: ServiceRequests[Name]["asked"],
  ) => Promise<ServiceRequests[Name]["answer"]>;
};

/** Starts the host of the shared services before the first test file; vitest calls what it returns after the last one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), "aqueduct-services-")));
  keepFolder(root);
  const home = path.join(root, "home");
  await mkdir(path.join(home, ".aws"), { recursive: true });

  const s3 = once(() => bringUpS3(home));
  const airflow = once(async () => AirflowService.start(root, (await s3()).shared, accessKeyId));
  const workbenches = new Map<string, Promise<Workbench>>();
  const handlers: Handlers = {
    s3: async () => (await s3()).shared,
    borrowAirflow: async () => (await airflow()).borrow(),
    returnAirflow: async () => nothing((await airflow()).clear()),
    haltAirflow: async () => nothing((await airflow()).halt()),
    resumeAirflow: async () => nothing((await airflow()).resume()),
    workbench: async (wish) => {
      const key = JSON.stringify(wish);
      const started = workbenches.get(key) ?? startWorkbench(wish, home);
      workbenches.set(key, started);
      const { authority, folder } = await started;
      return { authority, folder };
    },
  };
  const server = createServer((request, response) => {
    void answer(handlers, request).then(
      (body) => response.end(body),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("services", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  return async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([...workbenches.values()].map(async (workbench) => (await workbench).stop()));
    await airflow.started()?.then((service) => service.stop());
    await s3.started()?.then((service) => service.stop());
    await rm(root, { recursive: true, force: true });
    releaseFolder(root);
  };
}

async function nothing(done: Promise<void>): Promise<null> {
  await done;
  return null;
}

async function answer(handlers: Handlers, request: IncomingMessage): Promise<string> {
  const name = (request.url ?? "").slice(1) as keyof ServiceRequests;
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += String(part);
  const handler = handlers[name] as ((asked: unknown) => Promise<unknown>) | undefined;
  if (handler === undefined) throw new Error(`There is no service ${name}.`);
  return JSON.stringify(await handler(JSON.parse(body)));
}

async function bringUpS3(home: string): Promise<{ readonly shared: SharedS3; readonly stop: () => Promise<void> }> {
  const secret = `sk-${randomBytes(16).toString("hex")}`;
  const server = await startS3({
    users: {
      [accessKeyId]: { secret },
      ANN: { secret: s3Users.ANN },
      READER: { secret: s3Users.READER, allow: ["r:"] },
    },
  });
  await writeFile(
    path.join(home, ".aws", "credentials"),
    `[lake]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secret}\n`,
    { mode: 0o600 },
  );
  return { shared: { endpoint: server.endpoint, secret, home }, stop: () => server.stop() };
}

/** code-server as people use it, which keeps secrets over a reload. It finds the AWS profile of the S3 server, where somebody names it. */
async function startWorkbench({ trust, env, settings }: WorkbenchWish, home: string): Promise<Workbench> {
  const vsix = await packagedExtension(async (command, args) => {
    await run(command, args);
    return 0;
  });
  const aws = {
    AWS_SHARED_CREDENTIALS_FILE: path.join(home, ".aws", "credentials"),
    AWS_CONFIG_FILE: path.join(home, ".aws", "config"),
  };
  return startWrapper({ workspace: home, vsix, trust, env: { ...aws, ...env }, settings });
}

/** Starts a thing when it is first needed, and knows whether it was. */
function once<T>(start: () => Promise<T>): (() => Promise<T>) & { readonly started: () => Promise<T> | undefined } {
  let started: Promise<T> | undefined;
  return Object.assign(() => (started ??= start()), { started: () => started });
}
