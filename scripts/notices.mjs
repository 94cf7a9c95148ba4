import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const licenceFile = /^(licen[cs]e|copying|notice|copyright|thirdpartynotices)/i;

/**
 * The text of THIRD_PARTY_NOTICES.txt: every package of which a file went into a bundle, with its licence in full, and
 * what is vendored in the Python runtime.
 *
 * @param {string} root absolute path of the repository
 * @param {readonly string[]} bundledFiles absolute paths
 * @throws where a package has neither a licence file nor names a licence, because such a package must not ship
 */
export async function thirdPartyNotices(root, bundledFiles) {
  const folders = [...new Set(bundledFiles.map(packageFolder).filter((folder) => folder !== undefined))].sort();
  const packages = await Promise.all(folders.map(packageNotice));
  const unique = [...new Map([...packages, ...(await vendoredNotices(root))].map((notice) => [notice.title, notice])).values()];
  const head = `Aqueduct for VS Code contains the following third-party software (${unique.length} packages).\n`;
  return [head, ...unique.map(({ title, text }) => `${"-".repeat(80)}\n${title}\n\n${text.trim()}\n`)].join("\n");
}

/** @param {string} file */
function packageFolder(file) {
  const marker = `${path.sep}node_modules${path.sep}`;
  const start = file.lastIndexOf(marker);
  if (start < 0) return undefined;
  const inside = file.slice(start + marker.length).split(path.sep);
  return path.join(file.slice(0, start), "node_modules", ...inside.slice(0, inside[0]?.startsWith("@") ? 2 : 1));
}

/** @param {string} folder */
async function packageNotice(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const texts = await licenceTexts(folder);
  if (texts.length === 0 && !license) throw new Error(`${name} has no licence: it must not be bundled.`);
  const holder = typeof author === "string" ? author : author?.name;
  const named = `Licensed under ${license}${holder ? `, by ${holder}` : ""}. The package carries no licence text.`;
  return { title: `${name} ${version} (${license})`, text: texts.length > 0 ? texts.join("\n\n") : named };
}

/** @param {string} folder */
async function licenceTexts(folder) {
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && licenceFile.test(entry.name));
  return Promise.all(files.map(({ name }) => name).sort().map((name) => readFile(path.join(folder, name), "utf8")));
}

/**
 * Each folder under a `vendor` or `_vendor` folder of the runtime carries its licence beside it.
 *
 * @param {string} root
 */
async function vendoredNotices(root) {
  const runtime = path.join(root, "src/runtime");
  const entries = await readdir(runtime, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && /^_?vendor(ed)?$/.test(path.basename(entry.parentPath)) && entry.name !== "__pycache__");
  return Promise.all(
    folders.map(async ({ name, parentPath }) => {
      const texts = await licenceTexts(path.join(parentPath, name));
      if (texts.length === 0) throw new Error(`${path.join(parentPath, name)} is vendored without its licence: put the LICENSE file beside it.`);
      return { title: `${name} (Python, vendored)`, text: texts.join("\n\n") };
    }),
  );
}
