import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { clientOf } from "../../scripts/testbed/s3.mjs";
import type { S3StoreResource } from "../../src/core/index.js";
import { probeStore } from "../../src/core/publish/probe.js";
import { nodeHash } from "../../src/platform/hash.js";
import { nodeRandom } from "../../src/platform/random.js";
import { s3Store } from "../../src/platform/s3Store.js";
import { describeStore } from "../fakes/storeConformance.js";
import { ask } from "./support/services/client.js";
import { s3Users } from "./support/services/contract.js";

/** Of this file alone, in a server that others use too. */
const bucket = "conformance";

let server: ReturnType<typeof clientOf>;
let folder: string;

beforeAll(async () => {
  server = clientOf((await ask("s3", null)).endpoint, ["ANN", { secret: s3Users.ANN }]);
  await server.createBucket(bucket);
  folder = await mkdtemp(path.join(tmpdir(), "aqueduct-aws-"));
  const credentials = path.join(folder, "credentials");
  const profile = (name: string, id: string, secret: string): string =>
    `[${name}]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;
  await writeFile(
    credentials,
    profile("lake", "ANN", s3Users.ANN) +
      profile("reader", "READER", s3Users.READER) +
      profile("wrong", "ANN", "other"),
    { mode: 0o600 },
  );
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", credentials);
  vi.stubEnv("AWS_CONFIG_FILE", path.join(folder, "config"));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

function resource(more: Partial<S3StoreResource> = {}): S3StoreResource {
  return {
    kind: "s3",
    name: "lake",
    bucket,
    prefix: "aqueduct",
    region: server.region,
    endpoint: server.endpoint,
    profile: "lake",
    airflowConnection: "lake",
    ...more,
  };
}

describeStore("a store in a bucket", () =>
  Promise.resolve({ store: s3Store(resource()), close: () => Promise.resolve() }),
);
describeStore("a store in a bucket without prefix", () =>
  Promise.resolve({ store: s3Store(resource({ prefix: "" })), close: () => Promise.resolve() }),
);

describe("a store in a bucket", () => {
  it("lists more keys than a page holds", async () => {
    const store = s3Store(resource({ prefix: "many" }));
    const keys = Array.from({ length: 1005 }, (_, index) => `page/${String(index).padStart(4, "0")}`);
    for (let start = 0; start < keys.length; start += 67) {
      await Promise.all(keys.slice(start, start + 67).map((key) => store.putIfAbsent(key, new Uint8Array())));
    }
    expect(await store.list("page/")).toEqual(keys);
    expect(await store.list("page/", { startAfter: "page/0998", limit: 3 })).toEqual([
      "page/0999",
      "page/1000",
      "page/1001",
    ]);
  });

  it("keeps everything under its prefix", async () => {
    await s3Store(resource({ prefix: "one/two" })).putIfAbsent("a", new Uint8Array());
    expect((await server.requests()).at(-1)).toMatchObject({
      method: "PUT",
      bucket,
      key: "one/two/a",
      user: "ANN",
      status: 200,
    });
  });

  it("tells a digest by the checksum that S3 has made of what was put, and reads what was put without one", async () => {
    const store = s3Store(resource({ prefix: "digests" }));
    await store.putIfAbsent("ours", new TextEncoder().encode("one"));
    await new S3Client({ endpoint: server.endpoint, region: "us-east-1", forcePathStyle: true, profile: "lake" }).send(
      new PutObjectCommand({ Bucket: bucket, Key: "digests/without", Body: "one" }),
    );
    const sha256 = nodeHash.sha256("one");
    const asked = async (key: string): Promise<readonly string[]> => {
      const before = (await server.requests()).length;
      expect((await store.digestOf(key))?.sha256).toBe(sha256);
      return (await server.requests()).slice(before).map(({ method }) => method);
    };
    expect(await asked("ours")).toEqual(["HEAD"]);
    expect(await asked("without")).toEqual(["HEAD", "GET"]);
  });

  it("is found by the probe to keep what is there, and nothing stays behind", async () => {
    const store = s3Store(resource({ prefix: "probe" }));
    await probeStore(store, nodeRandom);
    expect(await store.list("")).toEqual([]);
  });

  it.each<[string, Partial<S3StoreResource>, RegExp]>([
    ["a bucket that is not there", { bucket: "nowhere" }, /no such bucket/],
    ["a wrong secret", { profile: "wrong" }, /secret key of the AWS profile "wrong" is wrong/],
    ["a role that may not write", { profile: "reader" }, /the AWS profile "reader" may not do that/],
    ["a profile that is not there", { profile: "absent" }, /no AWS profile "absent"/],
    ["a server that is not there", { endpoint: "http://127.0.0.1:9" }, /does not answer/],
  ])("says in a sentence that there is %s", async (_, more, message) => {
    const error: unknown = await probeStore(s3Store(resource(more)), nodeRandom).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: expect.stringMatching(message) as string });
    expect(String(error)).not.toMatch(/ann-secret|reader-secret/);
  });
});
