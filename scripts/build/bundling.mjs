// @ts-check
import path from "node:path";
import { pureSources } from "./pureSources.mjs";
import { withoutDescriptions } from "./withoutDescriptions.mjs";

/** @typedef {import("./bundles.mjs").Bundle} Bundle */

/**
 * How a bundle is built. The bundles of developers carry maps to their sources, by which breakpoints in these hold.
 *
 * @param {Bundle} bundle
 * @param {{ readonly production: boolean }} how
 * @returns {import("esbuild").BuildOptions & { metafile: true }}
 */
export function bundling(bundle, { production }) {
  return {
    ...bundle,
    plugins: [pureSources, ...(bundle.plugins ?? []), withoutDescriptions],
    bundle: true,
    metafile: true,
    minify: production,
    keepNames: production,
    legalComments: "none",
    ...mapOf(bundle, production),
  };
}

/**
 * What ships names no map, since maps do not ship: a page of ours would ask for one that is not there. The maps lie beside it here all the same.
 *
 * @param {Bundle} bundle
 * @param {boolean} production
 * @returns {Pick<import("esbuild").BuildOptions, "sourcemap" | "sourceRoot">}
 */
function mapOf(bundle, production) {
  if (production) return { sourcemap: "external" };
  return bundle.outfile === "dist/engine.js" ? mapOfTravelling(bundle) : { sourcemap: true };
}

/**
 * The engine is started from a copy outside of dist/, which its map must go along with, and which says where the sources are.
 *
 * @param {Bundle} bundle
 * @returns {Pick<import("esbuild").BuildOptions, "sourcemap" | "sourceRoot">}
 */
function mapOfTravelling({ outfile }) {
  return { sourcemap: "inline", sourceRoot: `${path.resolve(path.dirname(outfile))}${path.sep}` };
}
