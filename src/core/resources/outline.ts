import { findNodeAtLocation, getLocation } from "jsonc-parser";
import { tooDeepAt, treeOf } from "./jsonTree.js";

/** A part of a text: offset and length in UTF-16 units. */
export interface TextPlace {
  readonly offset: number;
  readonly length: number;
}

/** Where a resource stands in `aqueduct.json`, whether or not it is right. */
export interface ResourcePlace extends TextPlace {
  readonly name: string;
  /** As written; undefined where there is none. */
  readonly type: string | undefined;
  /** Whether somebody is named who signs in: a user of Airflow, or in a database's URL. */
  readonly hasUser: boolean;
}

/** The resources of a text in their order; the place is that of the name. Text that is no JSON gives those that can be told. */
export function resourcePlaces(text: string): readonly ResourcePlace[] {
  const root = treeOf(text);
  const resources = root && findNodeAtLocation(root, ["resources"]);
  if (resources?.type !== "object") return [];
  return (resources.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (key === undefined) return [];
    const member = (name: string): string | undefined => {
      const found: unknown = value?.type === "object" ? findNodeAtLocation(value, [name])?.value : undefined;
      return typeof found === "string" ? found : undefined;
    };
    const hasUser = member("username") !== undefined || /^[^:]+:\/\/[^/@]+@/.test(member("url") ?? "");
    return [{ name: String(key.value), type: member("type"), hasUser, offset: key.offset, length: key.length }];
  });
}

/** Where the name of a store is written, or to be written, at an offset: the string with its quotes, or the empty place after the colon. */
export function storeNameAt(text: string, offset: number): TextPlace | undefined {
  if (tooDeepAt(text) !== undefined) return undefined;
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  if (isAtPropertyKey || path.length !== 3 || path[0] !== "resources" || path[2] !== "store") return undefined;
  const isInside =
    previousNode?.type === "string" &&
    offset >= previousNode.offset &&
    offset <= previousNode.offset + previousNode.length;
  return isInside ? { offset: previousNode.offset, length: previousNode.length } : { offset, length: 0 };
}
