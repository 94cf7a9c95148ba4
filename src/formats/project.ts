/** `aqueduct.json`, which people write: each noun goes behind "is not" in its problems, in what the editor says of it, and in what asks people for a value. */
import * as v from "valibot";
import type { Format } from "./reader.js";
import { either, exactly, flag, leftOut, list, mapOf, matching, text, told } from "./schema.js";
import { byMember, byWord, closed } from "./written.js";

/** What JavaScript means by `\s`; to Python it is less. */
const space = "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const something = /^[\s\S]+$/;
const webAddress = new RegExp(`^https?://[^/@?#\\\\${space}]+(/[^?#\\\\${space}]*)?$`);

/** The engine on this machine, which workflows call by this name: no resource can have it. */
export const localEngine = "local";

const nameNoun = "a name of letters, digits, spaces and . _ - that begins with a letter or digit";
const localNoun = `a name for a resource: "${localEngine}" is the engine on this machine`;

/** What single values may be: the file's reader and whatever asks people for one read the same. */
export const projectValues = {
  name: v.pipe(
    v.string(nameNoun),
    v.regex(new RegExp(`^(?!${localEngine}$)[A-Za-z0-9][A-Za-z0-9._ -]{0,63}$`), ({ input }) =>
      input === localEngine ? localNoun : nameNoun,
    ),
    v.metadata({ noun: `${nameNoun}, other than "${localEngine}", which is the engine on this machine` }),
  ),
  // It is part of a path in every store: no name that stands for another folder, and none that is hidden.
  project: matching(
    /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/,
    "a name of letters, digits and . _ -, without a dot first, such as p-3f9a3f9a3f9a3f9a",
  ),
  connection: matching(/^[A-Za-z0-9_.-]+$/, "an Airflow Connection's id: letters, digits and . _ -"),
  databaseUrl: matching(
    /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[\s\S]*$/,
    'a SQLAlchemy URL without password, such as "postgresql://ann@db.example.org/wines"',
  ),
  airflowUrl: matching(
    webAddress,
    'the address of Airflow\'s web interface, such as "https://airflow.example.org", without user, password and query',
  ),
  username: matching(something, "the user that signs in"),
  dagFolder: matching(something, "the folder where Airflow looks for DAG files"),
  store: matching(something, "the name of a store in this file"),
  folder: matching(something, "a folder, absolute or relative to this file"),
  bucket: matching(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "a bucket's name: 3 to 63 small letters, digits, dots and dashes",
  ),
  prefix: matching(/^[A-Za-z0-9._=/-]*$/, "a path of letters, digits and . _ = - /"),
  region: matching(something, 'a region, such as "eu-central-1"'),
  endpoint: matching(webAddress, 'an address, such as "https://s3.example.org", without keys and query'),
  profile: matching(something, "the name of a profile in ~/.aws"),
} as const;

const passwords =
  'Passwords never stand in this file: it is committed. Use the command "Aqueduct: Change Password", or set AQUEDUCT_<RESOURCE>_PASSWORD.';
const awsKeys =
  'AWS keys never stand in this file: it is committed. Put them into a profile of ~/.aws and name it as "profile".';

const airflowConnection = told(
  "Airflow Connection with the credentials, by which deployed workflows find them; by default the resource's name.",
  projectValues.connection,
);

const database = closed(
  {
    type: exactly("database"),
    url: told(
      "SQLAlchemy URL without password, such as postgresql://ann@db.example.org/wines or sqlite:///wines.db (relative to this file).",
      helped("databaseUrl", projectValues.databaseUrl),
    ),
    airflowConnection: leftOut(airflowConnection),
  },
  passwords,
);
export interface DatabaseEntry extends v.InferOutput<typeof database> {}

const folderStore = closed(
  {
    type: exactly("store"),
    folder: told(
      "A folder that Airflow's workers see under the same path, absolute or relative to this file.",
      projectValues.folder,
    ),
  },
  passwords,
);
export interface FolderStoreEntry extends v.InferOutput<typeof folderStore> {}

const s3Store = closed(
  {
    type: exactly("store"),
    bucket: told("Name of the S3 bucket.", projectValues.bucket),
    prefix: leftOut(told("Everything of Aqueduct lies under it.", helped("prefix", projectValues.prefix))),
    region: leftOut(told("Region of the bucket.", helped("region", projectValues.region))),
    endpoint: leftOut(told("Address of an S3 server other than AWS.", projectValues.endpoint)),
    profile: leftOut(
      told(
        "Profile of ~/.aws that this machine uses; left out, the default credential chain. Airflow's workers use the Airflow Connection instead.",
        projectValues.profile,
      ),
    ),
    airflowConnection: leftOut(airflowConnection),
  },
  awsKeys,
);
export interface S3StoreEntry extends v.InferOutput<typeof s3Store> {}

const airflow = closed(
  {
    type: exactly("airflow"),
    url: told(
      "Address of Airflow's web interface, without user and password. One behind a prefix is welcome.",
      helped("airflowUrl", projectValues.airflowUrl),
    ),
    username: leftOut(
      told(
        'The user that signs in. The password is kept by the command "Aqueduct: Connect to Airflow", or stands in AQUEDUCT_<RESOURCE>_PASSWORD.',
        projectValues.username,
      ),
    ),
    dagFolder: leftOut(
      told("Folder where Airflow looks for DAG files, absolute or relative to this file.", projectValues.dagFolder),
    ),
    store: leftOut(told("Name of the store that its workers use: another resource of this file.", projectValues.store)),
  },
  passwords,
);
export interface AirflowEntry extends v.InferOutput<typeof airflow> {}

const resource = byWord(
  "type",
  { database, store: byMember("folder", folderStore, "bucket", s3Store), airflow },
  'an object: {"type": "database" | "store" | "airflow", …}',
);
/** A resource as it stands in the file. */
export type ResourceEntry = v.InferOutput<typeof resource>;

const mayChangeTypeNoun = 'a list of names of operators, such as ["clean"], or true for all';
const mayChangeType = v.pipe(
  either(mayChangeTypeNoun, flag, list(matching(new RegExp(`^[\\s\\S]*[^${space}][\\s\\S]*$`), mayChangeTypeNoun))),
  v.metadata({ noun: mayChangeTypeNoun }),
);

const project = helped(
  "project",
  closed(
    {
      $schema: leftOut(text),
      project: leftOut(
        told(
          "Names this project in every store. Made when it is first needed; commit it and do not change it.",
          projectValues.project,
        ),
      ),
      mayChangeType: leftOut(
        told(
          "Operators whose results may have another type than in the last successful run: a list of their names, or true for all. All others fail where a number becomes text, a table a list and so on, while their code is the same.",
          helped("mayChangeType", mayChangeType),
        ),
      ),
      resources: leftOut(
        told(
          "By the name that workflows call them.",
          helped(
            "resources",
            mapOf(helped("resource", resource), projectValues.name, "an object: a name, then what it is"),
          ),
        ),
      ),
    },
    passwords,
  ),
);
/** What `aqueduct.json` says of a folder, as it stands there. */
export interface ProjectFile extends v.InferOutput<typeof project> {}

export const projectFormat: Format<ProjectFile> = { name: "aqueduct.json of a project", schema: project };

/** What `projectHelp` has under that name goes to the editor's schema. */
function helped<Inner extends v.GenericSchema>(help: string, inner: Inner) {
  return v.pipe(inner, v.metadata({ help }));
}
