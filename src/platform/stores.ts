import type { ObjectStore, StoreResource } from "../core/index.js";
import { folderStore } from "./folderStore.js";
import { s3Store } from "./s3Store.js";

/** The store that a resource names; nothing is asked of it yet. */
export function openStore(resource: StoreResource): ObjectStore {
  return resource.kind === "folder" ? folderStore(resource.folder) : s3Store(resource);
}
