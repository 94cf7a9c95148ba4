import type { Node } from "jsonc-parser";
import { passwordVariable } from "../model/passwordVariable.js";
import { absolute, sqlitePath } from "./paths.js";
import type { AirflowResource, DatabaseResource, Resource, StoreResource } from "./resource.js";
import { Section, type Report } from "./section.js";

const something = /[^]/;
const connectionId = /^[A-Za-z0-9_.-]+$/;

/** Reads one resource; undefined where it cannot be used, which has been reported then. */
export function readResource(name: string, node: Node, folder: string, report: Report): Resource | undefined {
  if (node.type !== "object") {
    report("resources-type", `"${name}" is an object: {"type": "database" | "store" | "airflow", …}.`, node);
    return undefined;
  }
  const section = new Section(node, `"${name}"`, report);
  switch (section.required("type", /^(database|store|airflow)$/, "\"database\", \"store\" or \"airflow\"")) {
    case "database":
      return readDatabase(name, section, folder, report);
    case "store":
      return readStore(name, section, node, folder, report);
    case "airflow":
      return readAirflow(name, section, folder);
    default:
      return undefined;
  }
}

function readDatabase(name: string, section: Section, folder: string, report: Report): DatabaseResource | undefined {
  section.refuseOthers(["type", "url", "airflowConnection"]);
  const airflowConnection = readConnection(name, section);
  const url = section.required("url", /^[A-Za-z][A-Za-z0-9+.-]*:\/\//, "a SQLAlchemy URL without password, such as \"postgresql://ann@db.example.org/wines\"");
  const node = section.node("url");
  if (url === undefined || node === undefined) return undefined;
  if (/^[^:]+:\/\/[^/@]*:[^/@]+@/.test(url)) {
    report("resources-password", `Take the password out of this URL: it would be committed. Set ${passwordVariable(name)} instead.`, node);
    return undefined;
  }
  return { kind: "database", name, url: sqlitePath(url, folder), airflowConnection };
}

function readStore(name: string, section: Section, node: Node, folder: string, report: Report): StoreResource | undefined {
  const place = section.text("folder", /./, "a folder, absolute or relative to this file");
  if (section.node("folder") !== undefined) {
    section.refuseOthers(["type", "folder"]);
    return place === undefined ? undefined : { kind: "folder", name, folder: absolute(place, folder) };
  }
  section.refuseOthers(["type", "bucket", "prefix", "region", "endpoint", "profile", "airflowConnection"]);
  if (section.node("bucket") === undefined) {
    report("resources-missing", `The store "${name}" needs a "bucket", or a "folder".`, node);
    return undefined;
  }
  const bucket = section.text("bucket", /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket's name: 3 to 63 small letters, digits, dots and dashes");
  const prefix = section.text("prefix", /^[A-Za-z0-9._=/-]*$/, "made of letters, digits and . _ = - /");
  const region = section.text("region", something, "a region, such as \"eu-central-1\"");
  const endpoint = section.text("endpoint", /^https?:\/\//, "an address, such as \"https://s3.example.org\"");
  const profile = section.text("profile", something, "the name of a profile in ~/.aws");
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

function readAirflow(name: string, section: Section, folder: string): AirflowResource | undefined {
  section.refuseOthers(["type", "url", "username", "dagFolder", "store"]);
  const url = section.required("url", /^https?:\/\/[^/@]+(\/|$)/, "the address of Airflow's web interface, such as \"https://airflow.example.org\", without user and password");
  const username = section.text("username", something, "the user that signs in");
  const dagFolder = section.text("dagFolder", something, "the folder where Airflow looks for DAG files");
  const store = section.text("store", something, "the name of a store in this file");
  if (url === undefined) return undefined;
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
  return section.text("airflowConnection", connectionId, "an Airflow Connection's id: letters, digits and . _ -") ?? name.replaceAll(" ", "_");
}
