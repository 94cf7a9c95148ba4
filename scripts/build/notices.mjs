import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const licenceFile = /^(licen[cs]e|copying|notice|copyright|thirdpartynotices)/i;

/**
 * The text of THIRD_PARTY_NOTICES.txt: every package of which a file went into a bundle, with its licence in full, and
 * what is vendored in the Python runtime.
 *
 * @param {string} root absolute path of the repository
 * @param {readonly string[]} bundledFiles absolute paths
 * @throws where a package carries no licence text and names none of which we know the text: it must not ship
 */
export async function thirdPartyNotices(root, bundledFiles) {
  const packages = await Promise.all(packageFolders(bundledFiles).map(packageNotice));
  const titles = new Map(/** @type {[string, Set<string>][]} */ ([]));
  for (const { title, text } of [...packages, ...(await vendoredNotices(root))])
    titles.set(text.trim(), (titles.get(text.trim()) ?? new Set()).add(title));
  const sections = [...titles].map(([text, names]) => `${"-".repeat(80)}\n${[...names].join("\n")}\n\n${text}\n`);
  return [
    "Aqueduct for VS Code contains the following third-party software. A licence stands below all packages that carry it.\n",
    ...sections,
  ].join("\n");
}

/**
 * The folders of the packages that files belong to.
 *
 * @param {readonly string[]} files absolute paths
 * @returns {string[]}
 */
export function packageFolders(files) {
  return [...new Set(files.map(packageFolder).filter((folder) => folder !== undefined))].sort();
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
  const text =
    texts.length > 0
      ? texts.join("\n\n")
      : standardText(name, license, typeof author === "string" ? author : author?.name);
  return { title: `${name} ${version} (${license})`, text };
}

/**
 * The text of a licence that a package names without carrying it; the MIT licence must travel with the software.
 *
 * @param {string} name
 * @param {string | undefined} license
 * @param {string | undefined} holder
 */
function standardText(name, license, holder) {
  if (license === "Apache-2.0")
    return `Licensed under the Apache License, Version 2.0, whose text is this extension's own LICENSE.`;
  if (license === "MIT") return mit(holder ?? `the authors of ${name}`);
  throw new Error(
    `${name} carries no licence text and names ${license ?? "no licence"}: it must not be bundled without one.`,
  );
}

/** @param {string} folder */
async function licenceTexts(folder) {
  const files = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && licenceFile.test(entry.name),
  );
  return Promise.all(
    files
      .map(({ name }) => name)
      .sort()
      .map((name) => readFile(path.join(folder, name), "utf8")),
  );
}

/**
 * Each folder under a `vendor` or `_vendor` folder of the runtime carries its licence beside it.
 *
 * @param {string} root
 */
async function vendoredNotices(root) {
  const runtime = path.join(root, "src/runtime");
  const entries = await readdir(runtime, { recursive: true, withFileTypes: true });
  const folders = entries.filter(
    (entry) =>
      entry.isDirectory() && /^_?vendor(ed)?$/.test(path.basename(entry.parentPath)) && entry.name !== "__pycache__",
  );
  return Promise.all(
    folders.map(async ({ name, parentPath }) => {
      const texts = await licenceTexts(path.join(parentPath, name));
      if (texts.length === 0)
        throw new Error(
          `${path.join(parentPath, name)} is vendored without its licence: put the LICENSE file beside it.`,
        );
      return { title: `${name} (Python, vendored)`, text: texts.join("\n\n") };
    }),
  );
}

/** @param {string} holder */
function mit(holder) {
  return `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
