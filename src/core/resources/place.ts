import { findNodeAtLocation } from "jsonc-parser";
import type { SourceRange } from "../model/source.js";
import { treeOf } from "./jsonTree.js";
import { locator } from "./positions.js";
import { projectFile } from "./read.js";

/** Where `aqueduct.json` names a resource; undefined where it does not. */
export function placeOfResource(text: string, name: string): SourceRange | undefined {
  const root = treeOf(text);
  const key = root && findNodeAtLocation(root, ["resources", name])?.parent?.children?.[0];
  return key && locator(text, projectFile).range(key.offset, key.length);
}
