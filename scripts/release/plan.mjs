// @ts-check
/** What a release changes, as text, and what speaks against it. */

/**
 * @typedef {object} Facts  about the repository before a release
 * @property {string} branch
 * @property {readonly string[]} changed files that are not committed
 * @property {readonly string[]} tags
 * @property {string} version of package.json
 * @property {string} changelog
 */

const released = /^v(\d+\.\d+\.\d+)$/;
const unreleased = /^## (?:\S+ \(unreleased\)|Unreleased)$/im;

/** @param {string} version */
export function tagOf(version) {
  return `v${version}`;
}

/**
 * Sentences that say why `version` cannot be released now, each with what to do; none: it can.
 *
 * @param {string | undefined} version
 * @param {Facts} facts
 * @returns {string[]}
 */
export function objectionsTo(version, facts) {
  if (version === undefined) return ["Say which version is released: npm run release -- 0.2.0"];
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version))
    return [`“${version}” is not a version: write three numbers, such as 0.2.0.`];
  const earlier = facts.tags.flatMap((tag) => released.exec(tag)?.[1] ?? []);
  const newest = earlier.toSorted(inOrder).at(-1);
  const { changed, branch, tags, changelog } = facts;
  return [
    ...(changed.length === 0 ? [] : [`Commit or put away what you have changed first: ${changed.join(", ")}.`]),
    ...(branch === "main" ? [] : [`Releases are made on main, and this is ${branch}: switch to main.`]),
    ...(tags.includes(tagOf(version))
      ? [`The tag ${tagOf(version)} exists: choose a greater version.`]
      : newest !== undefined && inOrder(version, newest) <= 0
        ? [`${version} is not greater than ${newest}, the last release: choose a greater version.`]
        : inOrder(version, facts.version) < 0
          ? [`${version} is not greater than ${facts.version}, the version in package.json: choose a greater version.`]
          : []),
    ...(entriesOf(changelog).length > 0
      ? []
      : ["CHANGELOG.md has no entry to release: put one below a heading “## Unreleased”."]),
  ];
}

/**
 * What speaks against a release after `npm run audit`: one that could not be made is no proof.
 *
 * @param {number | null} code exit code of it
 * @param {boolean} isUnchecked whether the release was asked for with `--unchecked`
 * @returns {string[]}
 */
export function objectionsOfAudit(code, isUnchecked) {
  if (code === 0) return [];
  if (code === 1) return ["Vulnerabilities are known, as listed above: update what has them first."];
  return isUnchecked
    ? []
    : [
        "Whether vulnerabilities are known could not be checked; why stands above. Try where the registry answers, or look otherwise and release with --unchecked.",
      ];
}

/**
 * The changelog with what is not released yet under the version and its date.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} date such as `2026-11-29`
 */
export function releasedChangelog(changelog, version, date) {
  return changelog.replace(unreleased, `## ${version} (${date})`);
}

/**
 * The lines that are not released yet.
 *
 * @param {string} changelog
 * @returns {string[]}
 */
export function entriesOf(changelog) {
  const heading = unreleased.exec(changelog);
  if (heading === null) return [];
  const [section = ""] = changelog.slice(heading.index + heading[0].length).split(/^## /m);
  return section.split("\n").filter((line) => line.trim() !== "");
}

/**
 * package.json with another version; nothing else of its text changes.
 *
 * @param {string} manifest
 * @param {string} version
 */
export function withVersion(manifest, version) {
  return manifest.replace(/^( {2}"version": ")[^"]+/m, `$1${version}`);
}

/**
 * package-lock.json, which says the version twice.
 *
 * @param {string} lock
 * @param {string} version
 */
export function lockWithVersion(lock, version) {
  const { packages, ...rest } = JSON.parse(lock);
  const own = { ...packages[""], version };
  return `${JSON.stringify({ ...rest, version, packages: { ...packages, "": own } }, undefined, 2)}\n`;
}

/**
 * Below zero: the first is the smaller.
 *
 * @param {string} one
 * @param {string} other
 */
function inOrder(one, other) {
  const parts = other.split(".").map(Number);
  const differences = one.split(".").map((part, index) => Number(part) - (parts[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
