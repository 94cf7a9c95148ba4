// @ts-check
import path from "node:path";

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
    bundle: true,
    metafile: true,
    minify: production,
    keepNames: production,
    legalComments: "none",
    ...(production || bundle.outfile !== "dist/engine.js" ? { sourcemap: true } : mapOfTravelling(bundle)),
  };
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
