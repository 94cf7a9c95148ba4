/** What is kept for a user of this machine, whatever the folder. */
import type * as v from "valibot";
import type { Format } from "./reader.js";
import { exactly, list, record, text, told } from "./schema.js";

const trustedFolders = record({ format: exactly(1), folders: told("Absolute real paths.", list(text)) });
/** `trusted-folders.json`: folders that are taken as they are, whoever owns what lies in them. */
export const trustedFoldersFormat: Format<v.InferOutput<typeof trustedFolders>> = {
  name: "a list of folders",
  schema: trustedFolders,
  number: 1,
};

const confirmedServers = record({
  format: exactly(1),
  confirmed: told("`<variable>|<origin>|<user>`; no secret.", list(text)),
});
/** `confirmedServers.json`: the servers that a variable's password may go to. */
export const confirmedServersFormat: Format<v.InferOutput<typeof confirmedServers>> = {
  name: "a list of confirmed servers",
  schema: confirmedServers,
  number: 1,
};

const ownPackage = record({ version: text });
/** `package.json` of this installation. */
export const ownPackageFormat: Format<v.InferOutput<typeof ownPackage>> = { name: "a package", schema: ownPackage };
