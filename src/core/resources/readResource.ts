import type { Node } from "jsonc-parser";
import { passwordVariable } from "../model/passwordVariable.js";
import { isReadableOnTheWay, readableOnTheWay, urlFault } from "./account.js";
import { absolute, sqlitePath } from "./paths.js";
import type { AirflowResource, DatabaseResource, Resource, StoreResource } from "./resource.js";
import { rules, type Rule } from "./rules.js";
import { Section, type Report } from "./section.js";

const type: Rule = { pattern: /^(database|store|airflow)$/, expected: '"database", "store" or "airflow"' };

/** Reads one resource; undefined where it cannot be used, which has been reported then. */
export function readResource(name: string, node: Node, folder: string, report: Report): Resource | undefined {
  if (node.type !== "object") {
    report("resources-type", `"${name}" is an object: {"type": "database" | "store" | "airflow", …}.`, node);
    return undefined;
  }
  const section = new Section(node, `"${name}"`, report);
  switch (section.required("type", type)) {
    case "database":
      return readDatabase(name, section, folder, report);
    case "store":
      return readStore(name, section, node, folder, report);
    case "airflow":
      return readAirflow(name, section, folder, report);
    default:
      return undefined;
  }
}

function readDatabase(name: string, section: Section, folder: string, report: Report): DatabaseResource | undefined {
  section.refuseOthers(["type", "url", "airflowConnection"]);
  const airflowConnection = readConnection(name, section);
  const url = section.required("url", rules.databaseUrl);
  const node = section.node("url");
  if (url === undefined || node === undefined) return undefined;
  const fault = urlFault(url);
  if (fault === "password") {
    report(
      "resources-password",
      `Take the password out of this URL: it would be committed. Set ${passwordVariable(name)} instead.`,
      node,
    );
    return undefined;
  }
  if (fault === "encoding") {
    report("resources-encoding", "The user in this URL has a % that begins no character. Write %25 for it.", node);
    return undefined;
  }
  return { kind: "database", name, url: sqlitePath(url, folder), airflowConnection };
}

function readStore(
  name: string,
  section: Section,
  node: Node,
  folder: string,
  report: Report,
): StoreResource | undefined {
  const place = section.text("folder", rules.folder);
  if (section.node("folder") !== undefined) {
    section.refuseOthers(["type", "folder"]);
    return place === undefined ? undefined : { kind: "folder", name, folder: absolute(place, folder) };
  }
  section.refuseOthers(["type", "bucket", "prefix", "region", "endpoint", "profile", "airflowConnection"]);
  if (section.node("bucket") === undefined) {
    report("resources-missing", `The store "${name}" needs a "bucket", or a "folder".`, node);
    return undefined;
  }
  const bucket = section.text("bucket", rules.bucket);
  const prefix = section.text("prefix", rules.prefix);
  const region = section.text("region", rules.region);
  const endpoint = section.text("endpoint", rules.endpoint);
  const profile = section.text("profile", rules.profile);
  const airflowConnection = readConnection(name, section);
  if (bucket === undefined) return undefined;
  return {
    kind: "s3",
    name,
    bucket,
    prefix: (prefix ?? "").replace(/^\/+|\/+$/g, ""),
    airflowConnection,
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint: endpoint.replace(/\/+$/, "") }),
    ...(profile === undefined ? {} : { profile }),
  };
}

function readAirflow(name: string, section: Section, folder: string, report: Report): AirflowResource | undefined {
  section.refuseOthers(["type", "url", "username", "dagFolder", "store"]);
  const url = section.required("url", rules.airflowUrl);
  const username = section.text("username", rules.username);
  const dagFolder = section.text("dagFolder", rules.dagFolder);
  const store = section.text("store", rules.store);
  const node = section.node("url");
  if (url === undefined || node === undefined) return undefined;
  if (isReadableOnTheWay(url)) report("resources-http", readableOnTheWay(url), node, "warning");
  return {
    kind: "airflow",
    name,
    url: url.replace(/\/+$/, ""),
    ...(username === undefined ? {} : { username }),
    ...(dagFolder === undefined ? {} : { dagFolder: absolute(dagFolder, folder) }),
    ...(store === undefined ? {} : { store }),
  };
}

/** By default the resource's name; one that Airflow would refuse as an id is spelled with `_`. */
function readConnection(name: string, section: Section): string {
  return section.text("airflowConnection", rules.connection) ?? name.replaceAll(" ", "_");
}
