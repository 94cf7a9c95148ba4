import { withFormat, type ObjectStore, type StoreResource } from "../core/index.js";
import { folderStore } from "./folderStore.js";
import { s3Store } from "./s3Store.js";

/** The store that a resource names; nothing is asked of it yet. Before its first use it is looked at whether its layout is one that we know. */
export function openStore(resource: StoreResource): ObjectStore {
  return withFormat(resource.kind === "folder" ? folderStore(resource.folder) : s3Store(resource));
}
