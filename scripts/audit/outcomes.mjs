// @ts-check
/**
 * What a look for known vulnerabilities came to. Whatever is not certainly an answer about every package is `unchecked`: no failure, and nothing that was
 * passed over, counts as "nothing known".
 *
 * @typedef {{ readonly kind: "nothing", readonly looked: number }
 *   | { readonly kind: "known", readonly found: readonly string[] }
 *   | { readonly kind: "unchecked", readonly why: string }} Outcome
 */

/** @typedef {{ readonly stdout: string, readonly stderr: string, readonly error?: Error | undefined }} Ran  a command that ended, or did not start */

/**
 * Of `npm audit --json`, which exits with 1 for what it found and for its own failures alike.
 *
 * @param {Ran} ran
 * @param {ReadonlySet<string>} tools packages that are only tools of ours
 * @returns {Outcome}
 */
export function npmOutcome(ran, tools) {
  const report = reportOf(ran, "npm audit");
  if (typeof report === "string") return unchecked(report);
  if (typeof report["message"] === "string") return unchecked(report["message"]);
  const looked = report["metadata"]?.dependencies?.total;
  const vulnerabilities = report["vulnerabilities"];
  if (report["auditReportVersion"] !== 2 || !isObject(vulnerabilities) || typeof looked !== "number" || looked === 0)
    return unchecked("npm audit answered, but not with a report that is understood here");
  const found = Object.values(vulnerabilities).map((one) => {
    const advisories = [one.via].flat().filter(isObject);
    const said = advisories.map(({ title, url }) => `${title} (${url})`);
    const by = said.length === 0 ? `by ${[one.via].flat().join(", ")}` : said.join("; ");
    return `${one.name} ${one.range}, ${one.severity}${tools.has(one.name) ? ", a tool of ours" : ""}: ${by}`;
  });
  return found.length > 0 ? { kind: "known", found } : { kind: "nothing", looked };
}

/**
 * Of `pip-audit --format json`, which says "No known vulnerabilities found" also of packages that it could not look up.
 *
 * @param {Ran} ran
 * @param {readonly string[]} asked names of packages
 * @returns {Outcome}
 */
export function pipOutcome(ran, asked) {
  const report = reportOf(ran, "pip-audit");
  if (typeof report === "string") return unchecked(report);
  const dependencies = report["dependencies"];
  if (!Array.isArray(dependencies))
    return unchecked("pip-audit answered, but not with a report that is understood here");
  const skipped = dependencies.flatMap(({ skip_reason: why }) => (why === undefined ? [] : [why]));
  const missing = asked.filter((name) => !dependencies.some((one) => one.name === name && Array.isArray(one.vulns)));
  const found = dependencies.flatMap(({ name, version, vulns = [] }) =>
    vulns.map((/** @type {{ id: string }} */ { id }) => `${name} ${version}: ${id}`),
  );
  if (found.length > 0) return { kind: "known", found };
  if (skipped.length > 0) return unchecked(skipped.join("; "));
  if (missing.length > 0) return unchecked(`pip-audit said nothing of ${missing.join(", ")}`);
  return { kind: "nothing", looked: asked.length };
}

/**
 * What to print, and the exit code: 1 where a vulnerability is known, 3 where that could not be told, else 0.
 *
 * @param {readonly (readonly [what: string, outcome: Outcome])[]} outcomes
 * @returns {{ readonly lines: readonly string[], readonly code: 0 | 1 | 3 }}
 */
export function conclusion(outcomes) {
  const lines = outcomes.flatMap(([what, outcome]) => {
    if (outcome.kind === "unchecked") return [`${what}: COULD NOT BE CHECKED: ${outcome.why}`];
    if (outcome.kind === "nothing") return [`${what}: no vulnerability is known of ${outcome.looked} packages.`];
    return [`${what}: ${outcome.found.length} known`, ...outcome.found.map((one) => `  ${one}`)];
  });
  const has = (/** @type {Outcome["kind"]} */ kind) => outcomes.some(([, outcome]) => outcome.kind === kind);
  return { lines, code: has("known") ? 1 : has("unchecked") || outcomes.length === 0 ? 3 : 0 };
}

/**
 * @param {Ran} ran
 * @param {string} tool
 * @returns {Record<string, any> | string} the report; else why there is none
 */
function reportOf({ stdout, stderr, error }, tool) {
  if (error !== undefined) return `${tool} did not start: ${error.message}`;
  try {
    const report = JSON.parse(stdout);
    return isObject(report) ? report : `${tool} answered without a report`;
  } catch {
    const said = stderr.trim().split("\n").at(-1) ?? "";
    return `${tool} gave no report${said === "" ? "" : `: ${said}`}`;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {string} why
 * @returns {Outcome}
 */
function unchecked(why) {
  return { kind: "unchecked", why };
}
