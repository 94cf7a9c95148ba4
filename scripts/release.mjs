// @ts-check
/**
 * `npm run release -- 0.2.0`: gives the repository that version, dates the changelog, packs the extension and the wheel into
 * out/release/, notes their sizes, commits and tags. Pushes nothing. `--dry-run` says what would be done and leaves nothing.
 * Refused where `npm run audit` knows a vulnerability, and where it could not look, but with `--unchecked`.
 */
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  entriesOf,
  lockWithVersion,
  objectionsOfAudit,
  objectionsTo,
  releasedChangelog,
  tagOf,
  withVersion,
} from "./release/plan.mjs";
import { measured, sizesText } from "./release/sizes.mjs";

const root = path.join(import.meta.dirname, "..");
const files = ["package.json", "package-lock.json", "CHANGELOG.md", "scripts/release/sizes.json"];
const folder = "out/release";

process.chdir(root);
process.exitCode = await main(process.argv.slice(2));

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
async function main(args) {
  const [version, ...more] = args.filter((arg) => arg !== "--dry-run" && arg !== "--unchecked");
  if (more.length > 0) return refuse([`One version is released at a time, so “${more.join(" ")}” is too much.`]);
  const manifest = await readFile("package.json", "utf8");
  const changelog = await readFile("CHANGELOG.md", "utf8");
  const objections = objectionsTo(version, {
    branch: git("branch", "--show-current"),
    changed: lines(git("status", "--porcelain")).map((line) => line.slice(3)),
    tags: lines(git("tag", "--list")),
    version: JSON.parse(manifest).version,
    changelog,
  });
  if (version === undefined || objections.length > 0) return refuse(objections);
  const audit = spawnSync(process.execPath, ["scripts/audit.mjs"], { stdio: "inherit" });
  const found = objectionsOfAudit(audit.status, args.includes("--unchecked"));
  if (found.length > 0) return refuse(found);

  const texts = [
    withVersion(manifest, version),
    lockWithVersion(await readFile("package-lock.json", "utf8"), version),
    releasedChangelog(changelog, version, new Date().toISOString().slice(0, 10)),
  ];
  const results = [`${folder}/aqueduct-${version}.vsix`, `${folder}/aqueduct-${version}-py3-none-any.whl`];
  if (args.includes("--dry-run")) {
    say(`This would be version ${version}, with ${entriesOf(changelog).length} lines of the changelog:`);
    for (const line of entriesOf(changelog)) say(`  ${line}`);
    say(`It would write ${files.join(", ")}, pack ${results.join(" and ")}, commit and tag ${tagOf(version)}.`);
    say("Nothing was changed.");
    return 0;
  }
  try {
    await release(version, texts, results);
  } catch (error) {
    git("checkout", "--", ...files);
    return refuse([error instanceof Error ? error.message : String(error), "Nothing of the release was kept."]);
  }
  say(`Version ${version} is committed and tagged. Look at it, then: git push --follow-tags`);
  for (const result of results) say(`  ${result}`);
  return 0;
}

/**
 * @param {string} version
 * @param {readonly string[]} texts of the files, in their order
 * @param {readonly string[]} results
 */
async function release(version, texts, [vsix = "", wheel = ""]) {
  for (const [index, text] of texts.entries()) await writeFile(files[index] ?? "", text);
  const { status } = spawnSync(process.execPath, ["scripts/package.mjs"], { stdio: "inherit" });
  if (status !== 0) throw new Error("The extension could not be packed; why stands above.");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copyFile("out/aqueduct.vsix", vsix);
  await copyFile(`dist/wheels/${path.basename(wheel)}`, wheel);
  await writeFile("scripts/release/sizes.json", sizesText({ version, sizes: await measured(root) }));
  git("commit", "--quiet", "--message", `Release ${version}`, "--", ...files);
  git("tag", "--annotate", "--message", version, tagOf(version));
}

/**
 * @param {readonly string[]} args
 * @returns {string} what it says
 */
function git(...args) {
  const { status, stdout, stderr, error } = spawnSync("git", args, { encoding: "utf8" });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout.replace(/\n$/, "");
}

/** @param {string} text */
function lines(text) {
  return text.split("\n").filter((line) => line !== "");
}

/** @param {readonly string[]} sentences */
function refuse(sentences) {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  return 1;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
