import os from "node:os";
import path from "node:path";
import { awsProfiles } from "../../core/index.js";
import type { ConnectPlace } from "./connectPlace.js";

/** Names of the user's AWS profiles, from where the AWS SDK looks for them. */
export async function findProfiles({ world, environment }: ConnectPlace): Promise<readonly string[]> {
  const folder = path.join(os.homedir(), ".aws");
  const files = [
    environment["AWS_CONFIG_FILE"] ?? path.join(folder, "config"),
    environment["AWS_SHARED_CREDENTIALS_FILE"] ?? path.join(folder, "credentials"),
  ];
  const texts = await Promise.all(files.map((file) => world.files.readText(file)));
  return [...new Set(texts.flatMap((text) => awsProfiles(text ?? "")))].filter((name) => name !== "default").sort();
}
