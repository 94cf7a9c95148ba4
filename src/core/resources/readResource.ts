import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { AirflowEntry, DatabaseEntry, ResourceEntry } from "../../formats/project.js";
import type { Severity } from "../model/problem.js";
import { passwordVariable } from "../model/passwordVariable.js";
import { isReadableOnTheWay, readableOnTheWay, urlFault } from "./account.js";
import { absolute, sqlitePath } from "./paths.js";
import type { AirflowResource, DatabaseResource, Resource } from "./resource.js";

/** Says that something is wrong at a node. */
export type Report = (code: string, message: string, node: Node, severity?: Severity) => void;

/** A resource of the file as it is used; undefined where it cannot be, which has been reported then. */
export function readResource(
  name: string,
  entry: ResourceEntry,
  node: Node,
  folder: string,
  report: Report,
): Resource | undefined {
  switch (entry.type) {
    case "database":
      return readDatabase(name, entry, node, folder, report);
    case "airflow":
      return readAirflow(name, entry, node, folder, report);
    case "store": {
      if ("folder" in entry) return { kind: "folder", name, folder: absolute(entry.folder, folder) };
      const { type: _, prefix = "", endpoint, airflowConnection, ...rest } = entry;
      return {
        ...rest,
        kind: "s3",
        name,
        prefix: prefix.replace(/^\/+|\/+$/g, ""),
        airflowConnection: airflowConnection ?? connectionOf(name),
        ...(endpoint === undefined ? {} : { endpoint: endpoint.replace(/\/+$/, "") }),
      };
    }
  }
}

function readDatabase(
  name: string,
  { url, airflowConnection = connectionOf(name) }: DatabaseEntry,
  node: Node,
  folder: string,
  report: Report,
): DatabaseResource | undefined {
  const place = findNodeAtLocation(node, ["url"]) ?? node;
  switch (urlFault(url)) {
    case "password":
      report(
        "resources-password",
        `Take the password out of this URL: it would be committed. Set ${passwordVariable(name)} instead.`,
        place,
      );
      return undefined;
    case "encoding":
      report("resources-encoding", "The user in this URL has a % that begins no character. Write %25 for it.", place);
      return undefined;
    case undefined:
      return { kind: "database", name, url: sqlitePath(url, folder), airflowConnection };
  }
}

function readAirflow(
  name: string,
  { type: _, url, dagFolder, ...rest }: AirflowEntry,
  node: Node,
  folder: string,
  report: Report,
): AirflowResource {
  if (isReadableOnTheWay(url))
    report("resources-http", readableOnTheWay(url), findNodeAtLocation(node, ["url"]) ?? node, "warning");
  return {
    ...rest,
    kind: "airflow",
    name,
    url: url.replace(/\/+$/, ""),
    ...(dagFolder === undefined ? {} : { dagFolder: absolute(dagFolder, folder) }),
  };
}

/** One that Airflow would refuse as an id is spelled with `_`. */
function connectionOf(name: string): string {
  return name.replaceAll(" ", "_");
}
