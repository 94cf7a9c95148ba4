// @ts-check
import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { packageFolders } from "./notices.mjs";

/** In the package, at its root: CycloneDX's own name for such a file. */
export const billFile = "bom.cdx.json";

/** Python that was copied into the runtime: where it stands, relative to the repository, and what npm's lock file can't know of it. */
export const vendored = [
  { folder: "src/runtime/aqueduct/_vendor/cloudpickle", name: "cloudpickle", licence: "BSD-3-Clause" },
];

/**
 * @typedef {object} Component  of CycloneDX 1.5, as far as we look into it
 * @property {string} bom-ref
 * @property {string} name
 * @property {string} version
 * @property {string} purl
 * @property {string} [scope]
 * @property {readonly unknown[]} [licenses]
 * @property {readonly { readonly alg: string, readonly content: string }[]} [hashes]
 *
 * @typedef {object} Bill
 * @property {Readonly<Record<string, any>>} metadata
 * @property {readonly Component[]} components
 * @property {readonly { readonly ref: string, readonly dependsOn?: readonly string[] }[]} dependencies
 */

/**
 * What went into the package, as CycloneDX: the components that npm reads from the lock file, those of them of which a file was bundled, and what is
 * vendored. The same files give the same text, so it has neither a time nor a number of its own.
 *
 * @param {string} root absolute path of the repository
 * @param {readonly string[]} bundledFiles absolute paths
 * @returns {Promise<string>}
 * @throws where a package is bundled in a version that the lock file does not have, or has no licence
 */
export async function billOfMaterials(root, bundledFiles) {
  const [bill, python, wanted] = await Promise.all([
    fromLockFile(root),
    Promise.all(vendored.map((one) => vendoredComponent(root, one))),
    Promise.all(packageFolders(bundledFiles).map(identity)),
  ]);
  const byRef = new Map(bill.components.map((component) => [component["bom-ref"], component]));
  // A package may lie in several folders in one version.
  const bundled = [...new Set(wanted)].map((ref) => {
    const found = byRef.get(ref);
    if (found === undefined)
      throw new Error(`${ref} is bundled, and package-lock.json does not have it: run \`npm ci\`.`);
    if (found.licenses === undefined) throw new Error(`${ref} names no licence: it must not be bundled without one.`);
    return { ...found, scope: "required", properties: [] };
  });
  const { name, version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const self = `${name}@${version}`;
  const components = [...bundled, ...python].sort((left, right) => (left["bom-ref"] < right["bom-ref"] ? -1 : 1));
  const refs = new Set(components.map((component) => component["bom-ref"]));
  const all = {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      tools: bill.metadata["tools"],
      lifecycles: [{ phase: "build" }],
      component: { ...bill.metadata["component"], type: "application", name },
    },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => ref === self || refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({
        ref,
        dependsOn: [
          ...dependsOn.filter((one) => refs.has(one)),
          ...(ref === self ? python.map((one) => one["bom-ref"]) : []),
        ],
      })),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/**
 * Everything in the lock file, by npm itself; asks nobody.
 *
 * @param {string} root
 * @returns {Promise<Bill>}
 */
async function fromLockFile(root) {
  const { stdout } = await promisify(execFile)(
    "npm",
    ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--offline"],
    { cwd: root, maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" },
  );
  return JSON.parse(stdout);
}

/** @param {string} folder */
async function identity(folder) {
  const { name, version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  return `${name}@${version}`;
}

/**
 * @param {string} root
 * @param {(typeof vendored)[number]} one
 */
async function vendoredComponent(root, one) {
  const { name, licence } = one;
  const version = await versionOf(root, one);
  return {
    "bom-ref": `pypi:${name}@${version}`,
    type: "library",
    name,
    version,
    scope: "required",
    purl: `pkg:pypi/${name}@${version}`,
    properties: [],
    licenses: [{ license: { id: licence } }],
  };
}

/**
 * @param {string} root
 * @param {{ readonly folder: string }} one
 * @returns {Promise<string>}
 */
export async function versionOf(root, { folder }) {
  const source = await readFile(path.join(root, folder, "__init__.py"), "utf8");
  const version = /^__version__ = "(.+)"$/m.exec(source)?.[1];
  if (version === undefined) throw new Error(`${folder}/__init__.py does not say which version it is.`);
  return version;
}

/**
 * Vendored folders of the runtime, relative to the repository.
 *
 * @param {string} root
 */
export async function vendoredFolders(root) {
  const place = "src/runtime/aqueduct/_vendor";
  const entries = await readdir(path.join(root, place), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "__pycache__")
    .map(({ name }) => `${place}/${name}`);
}
