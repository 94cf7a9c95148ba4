import path from "node:path";
import { awsProfiles } from "../../core/index.js";
import { homeFolder } from "../../platform/whoAmI.js";
import type { ConnectPlace } from "./connectPlace.js";

/** Names of the user's AWS profiles, from where the AWS SDK looks for them. */
export async function findProfiles({ world, environment }: ConnectPlace): Promise<readonly string[]> {
  const home = homeFolder();
  const usual = (name: string): readonly string[] => (home === undefined ? [] : [path.join(home, ".aws", name)]);
  const files = [
    environment["AWS_CONFIG_FILE"] ?? usual("config"),
    environment["AWS_SHARED_CREDENTIALS_FILE"] ?? usual("credentials"),
  ].flat();
  const texts = await Promise.all(files.map((file) => world.files.readText(file)));
  return [...new Set(texts.flatMap((text) => awsProfiles(text ?? "")))].filter((name) => name !== "default").sort();
}
