import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";

import { accessKeyId } from "./services/contract.js";
import type { World } from "./world.js";

/** Which secrets a text shows, by name. */
export function canariesIn({ canaries }: World, text: string): readonly string[] {
  return Object.entries<string>({ ...canaries }).flatMap(([name, value]) => (text.includes(value) ? [name] : []));
}

/** Which files below a folder show secrets. Finding no file at all is an error: then nothing was looked at. */
export async function canariesInFolder(world: World, folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  if (files.length === 0) throw new Error(`${folder} has no file to look into.`);
  const found = await Promise.all(
    files.map(async (file) => canariesIn(world, await readFile(file, "latin1")).map((name) => `${file}: ${name}`)),
  );
  return found.flat();
}

/** Which objects of the bucket show secrets. */
export async function canariesInStore(world: World): Promise<readonly string[]> {
  const client = new S3Client({
    endpoint: world.s3.endpoint,
    region: world.s3.region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey: world.canaries.storeSecret },
  });
  try {
    const { Contents: objects = [] } = await client.send(new ListObjectsV2Command({ Bucket: world.bucket }));
    if (objects.length === 0) throw new Error("The bucket has nothing to look into.");
    const found: string[] = [];
    for (const { Key: key = "" } of objects) {
      const { Body: body } = await client.send(new GetObjectCommand({ Bucket: world.bucket, Key: key }));
      found.push(
        ...canariesIn(world, (await body?.transformToString("latin1")) ?? "").map((name) => `${key}: ${name}`),
      );
    }
    return found;
  } finally {
    client.destroy();
  }
}
