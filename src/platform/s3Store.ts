import { createHash } from "node:crypto";
import process from "node:process";
import type { ObjectStore, S3StoreResource, StoredDigest, StoredObject } from "../core/index.js";
import { nodeHash } from "./hash.js";
import { explainS3, isS3Status } from "./s3Errors.js";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type ListObjectsV2CommandOutput,
  type S3ClientConfig,
} from "./s3Sdk.js";

/** How often a write is repeated that S3 refused only because another was under way at that moment (409). */
const conflictTries = 5;

/** A store in a bucket. Credentials come from the AWS chain (with the resource's profile) and from nowhere else. */
export function s3Store(resource: S3StoreResource): ObjectStore {
  // The SDK warns every process on Node 20, which VS Code's users cannot change; our bundle holds the SDK that works there.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const client = new S3Client(configOf(resource));
  const folder = resource.prefix === "" ? "" : `${resource.prefix}/`;
  const address = `s3://${resource.bucket}/${resource.prefix}${resource.endpoint === undefined ? "" : ` at ${resource.endpoint}`}`;
  const at = (key: string): { readonly Bucket: string; readonly Key: string } => ({
    Bucket: resource.bucket,
    Key: folder + key,
  });

  /** Every request goes through here, so that every failure is a sentence. */
  const ask = async <T>(what: string, request: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    try {
      return await request();
    } catch (error) {
      signal?.throwIfAborted();
      if (isAbsent(error) || isS3Status(error, 412)) throw error;
      throw explainS3(error, what, resource);
    }
  };

  const put = async (
    key: string,
    bytes: Uint8Array,
    condition: { readonly IfNoneMatch?: string; readonly IfMatch?: string },
    signal?: AbortSignal,
  ): Promise<boolean> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await ask(
          `write ${key}`,
          () => client.send(new PutObjectCommand({ ...at(key), ...body(bytes), ...condition }), options(signal)),
          signal,
        );
        return true;
      } catch (error) {
        if (isS3Status(error, 412) || (condition.IfMatch !== undefined && isS3Status(error, 404, "NoSuchKey")))
          return false;
        if (attempt === conflictTries || !isS3Status(causeOf(error), 409)) throw error;
      }
    }
  };

  const get = async (key: string, signal?: AbortSignal): Promise<StoredObject | undefined> =>
    unlessAbsent(
      ask(
        `read ${key}`,
        async () => {
          const answer = await client.send(new GetObjectCommand(at(key)), options(signal));
          return { bytes: (await answer.Body?.transformToByteArray()) ?? new Uint8Array(), etag: answer.ETag ?? "" };
        },
        signal,
      ),
    );

  /** S3 keeps the checksum that came with an object, once it has compared it. What was put without one, or in parts, is read. */
  const digestOf = async (key: string, signal?: AbortSignal): Promise<StoredDigest | undefined> => {
    const head = await unlessAbsent(
      ask(
        `look at ${key}`,
        () => client.send(new HeadObjectCommand({ ...at(key), ChecksumMode: "ENABLED" }), options(signal)),
        signal,
      ),
    );
    if (head === undefined) return undefined;
    const { ChecksumSHA256: checksum, ETag: etag = "" } = head;
    if (checksum !== undefined && !checksum.includes("-"))
      return { sha256: Buffer.from(checksum, "base64").toString("hex"), etag };
    const stored = await get(key, signal);
    return stored === undefined ? undefined : { sha256: nodeHash.sha256(stored.bytes), etag: stored.etag };
  };

  const pages = async function* (
    prefix: string,
    query: { readonly Delimiter?: string; readonly StartAfter?: string; readonly MaxKeys?: number },
    signal?: AbortSignal,
  ): AsyncGenerator<ListObjectsV2CommandOutput> {
    let token: string | undefined;
    do {
      const continuation = token === undefined ? {} : { ContinuationToken: token };
      const command = new ListObjectsV2Command({
        Bucket: resource.bucket,
        Prefix: folder + prefix,
        ...query,
        ...continuation,
      });
      const page = await ask(`list ${prefix}`, () => client.send(command, options(signal)), signal);
      yield page;
      token = page.NextContinuationToken;
    } while (token !== undefined);
  };

  return {
    address,
    get,
    digestOf,
    list: async (prefix, { startAfter, limit = Number.POSITIVE_INFINITY, signal } = {}) => {
      const keys: string[] = [];
      const query = {
        MaxKeys: Math.min(limit, 1000),
        ...(startAfter === undefined ? {} : { StartAfter: folder + startAfter }),
      };
      for await (const page of pages(prefix, query, signal)) {
        // Some servers list the key itself that they shall start after.
        keys.push(
          ...(page.Contents ?? [])
            .map(({ Key = "" }) => Key.slice(folder.length))
            .filter((key) => key > (startAfter ?? "")),
        );
        if (keys.length >= limit) break;
      }
      return keys.slice(0, limit);
    },
    listFolder: async (prefix, signal) => {
      const names: string[] = [];
      for await (const page of pages(prefix, { Delimiter: "/" }, signal)) {
        const found = [
          ...(page.CommonPrefixes ?? []).map(({ Prefix = "" }) => Prefix),
          ...(page.Contents ?? []).map(({ Key = "" }) => Key),
        ];
        names.push(...found.map((name) => name.slice(folder.length + prefix.length)).filter((name) => name !== ""));
      }
      return names.sort((left, right) => (left < right ? -1 : 1));
    },
    putIfAbsent: (key, bytes, signal) => put(key, bytes, { IfNoneMatch: "*" }, signal),
    putIfMatch: (key, bytes, etag, signal) =>
      put(key, bytes, etag === undefined ? { IfNoneMatch: "*" } : { IfMatch: etag }, signal),
    delete: async (key, signal) => {
      await ask(`delete ${key}`, () => client.send(new DeleteObjectCommand(at(key)), options(signal)), signal);
    },
  };
}

/** The checksum goes along for S3 to compare and to keep: whoever looks at the object later need not read it. */
function body(bytes: Uint8Array): { readonly Body: Uint8Array; readonly ChecksumSHA256: string } {
  return { Body: bytes, ChecksumSHA256: createHash("sha256").update(bytes).digest("base64") };
}

/** An answer to HEAD has no body, so that its error has no better name. */
function isAbsent(error: unknown): boolean {
  return isS3Status(error, 404, "NoSuchKey") || isS3Status(error, 404, "NotFound");
}

async function unlessAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function configOf(resource: S3StoreResource): S3ClientConfig {
  return {
    region: resource.region ?? "us-east-1",
    maxAttempts: 3,
    // Servers behind an address of their own seldom have a name for each bucket.
    ...(resource.endpoint === undefined ? {} : { endpoint: resource.endpoint, forcePathStyle: true }),
    ...(resource.profile === undefined ? {} : { profile: resource.profile }),
  };
}

function options(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}
