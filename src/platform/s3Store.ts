import { createHash } from "node:crypto";
import process from "node:process";
import type { Readable } from "node:stream";
import type { ObjectStore, S3StoreResource, StoredDigest, StoredObject } from "../core/index.js";
import { mostBytesOf, storeBudget, type StoreBudget } from "../core/model/budgets.js";
import { UnreadableError } from "../formats/reader.js";
import { EndlessList, explainS3, isS3Status, SlowAnswer } from "./s3Errors.js";
import { bytesOf, sha256Of, steadily } from "./s3Body.js";
import { Turnstile } from "./turnstile.js";
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

interface Call {
  readonly abortSignal: AbortSignal;
  /** Says that the answer has begun: from here on its speed counts, not the time of the request. */
  readonly answered: () => void;
}

/** How often a write is repeated that S3 refused only because another was under way at that moment (409). */
const conflictTries = 5;

/** A store in a bucket. Credentials come from the AWS chain (with the resource's profile) and from nowhere else. */
export function s3Store(resource: S3StoreResource, budget: StoreBudget = storeBudget): ObjectStore {
  // The SDK warns every process on Node 20, which VS Code's users cannot change; our bundle holds the SDK that works there.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const client = new S3Client(configOf(resource, budget));
  const turnstile = new Turnstile(budget.atOnce);
  const folder = resource.prefix === "" ? "" : `${resource.prefix}/`;
  const address = `s3://${resource.bucket}/${resource.prefix}${resource.endpoint === undefined ? "" : ` at ${resource.endpoint}`}`;
  const at = (key: string): { readonly Bucket: string; readonly Key: string } => ({
    Bucket: resource.bucket,
    Key: folder + key,
  });

  /**
   * Every request goes through here, so that every failure is a sentence and every request ends.
   *
   * @param size in bytes of what goes along
   */
  const ask = async <T>(
    what: string,
    request: (call: Call) => Promise<T>,
    signal?: AbortSignal,
    size = 0,
  ): Promise<T> =>
    turnstile.pass(async () => {
      const late = new AbortController();
      const time = budget.time + (size / budget.speed) * 1000;
      const timer = setTimeout(() => {
        late.abort();
      }, time);
      const answered = (): void => {
        clearTimeout(timer);
      };
      const abortSignal = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
      try {
        return await request({ abortSignal, answered });
      } catch (error) {
        signal?.throwIfAborted();
        if (isAbsent(error) || isS3Status(error, 412) || error instanceof UnreadableError) throw error;
        throw explainS3(late.signal.aborted ? new SlowAnswer(time) : error, what, resource);
      } finally {
        clearTimeout(timer);
      }
    }, signal);

  /** An object's body, piece by piece; one that is larger than `most`, or that comes too slowly to end, is given up. */
  const opened = async <T>(
    key: string,
    most: number,
    { abortSignal, answered }: Call,
    take: (pieces: AsyncIterable<Uint8Array>) => Promise<T>,
  ): Promise<{ readonly taken: T; readonly etag: string }> => {
    const answer = await client.send(new GetObjectCommand(at(key)), { abortSignal });
    answered();
    const pieces = steadily(answer.Body as Readable | undefined, `${address}/${key}`, most, budget);
    return { taken: await take(pieces), etag: answer.ETag ?? "" };
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
          ({ abortSignal }) =>
            client.send(new PutObjectCommand({ ...at(key), ...checked(bytes), ...condition }), { abortSignal }),
          signal,
          bytes.length,
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
        async (call) => {
          const { taken, etag } = await opened(key, mostBytesOf(key), call, bytesOf);
          return { bytes: taken, etag };
        },
        signal,
      ),
    );

  /** S3 keeps the checksum that came with an object, once it has compared it. What was put without one, or in parts, is read. */
  const digestOf = async (key: string, signal?: AbortSignal): Promise<StoredDigest | undefined> => {
    const head = await unlessAbsent(
      ask(
        `look at ${key}`,
        ({ abortSignal }) =>
          client.send(new HeadObjectCommand({ ...at(key), ChecksumMode: "ENABLED" }), { abortSignal }),
        signal,
      ),
    );
    if (head === undefined) return undefined;
    const { ChecksumSHA256: checksum, ETag: etag = "" } = head;
    if (checksum !== undefined && !checksum.includes("-"))
      return { sha256: Buffer.from(checksum, "base64").toString("hex"), etag };
    return unlessAbsent(
      ask(
        `read ${key}`,
        async (call) => {
          const { taken, etag } = await opened(key, Number.POSITIVE_INFINITY, call, sha256Of);
          return { sha256: taken, etag };
        },
        signal,
      ),
    );
  };

  const pages = async function* (
    prefix: string,
    query: { readonly Delimiter?: string; readonly StartAfter?: string; readonly MaxKeys?: number },
    signal?: AbortSignal,
  ): AsyncGenerator<ListObjectsV2CommandOutput> {
    let token: string | undefined;
    for (let number = 1; ; number += 1) {
      const continuation = token === undefined ? {} : { ContinuationToken: token };
      const command = new ListObjectsV2Command({
        Bucket: resource.bucket,
        Prefix: folder + prefix,
        ...query,
        ...continuation,
      });
      const page = await ask(`list ${prefix}`, ({ abortSignal }) => client.send(command, { abortSignal }), signal);
      yield page;
      const next = page.NextContinuationToken;
      if (next === undefined) return;
      // It says that there is more, and begins again, or goes on for ever.
      if (next === token || number === budget.pages)
        throw explainS3(new EndlessList(number), `list ${prefix}`, resource);
      token = next;
    }
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
      await ask(
        `delete ${key}`,
        ({ abortSignal }) => client.send(new DeleteObjectCommand(at(key)), { abortSignal }),
        signal,
      );
    },
  };
}

/** The checksum goes along for S3 to compare and to keep: whoever looks at the object later need not read it. */
function checked(bytes: Uint8Array): { readonly Body: Uint8Array; readonly ChecksumSHA256: string } {
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

function configOf(resource: S3StoreResource, budget: StoreBudget): S3ClientConfig {
  return {
    // Without them a server that stands still is waited for without end.
    requestHandler: {
      connectionTimeout: budget.connect,
      requestTimeout: budget.silence,
      throwOnRequestTimeout: true,
      socketTimeout: budget.silence,
    },
    region: resource.region ?? "us-east-1",
    maxAttempts: 3,
    // Servers behind an address of their own seldom have a name for each bucket.
    ...(resource.endpoint === undefined ? {} : { endpoint: resource.endpoint, forcePathStyle: true }),
    ...(resource.profile === undefined ? {} : { profile: resource.profile }),
  };
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}
