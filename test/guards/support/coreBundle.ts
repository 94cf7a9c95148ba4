import { build, type BuildFailure } from "esbuild";
import path from "node:path";
import { sourceLoader } from "../../../scripts/build/bundles.mjs";
import { packageFolder } from "./repository.js";

/** The one file that is no TypeScript: core has its text, by import. */
const template = "src/runtime/aqueduct/launcher/dag_template.py";

/** The packages that core may contain; CONTRIBUTING says why each is pure. */
const pure = ["canonicalize", "jsonc-parser", "valibot"];

/**
 * Bundles `src/core` of a folder for a platform that is neither Node nor a browser.
 *
 * @returns one sentence for each thing that does not belong in it; none if core stands on its own
 */
export async function strangersInCore(folder: string): Promise<readonly string[]> {
  try {
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: ["src/core/index.ts"],
      bundle: true,
      write: false,
      metafile: true,
      platform: "neutral",
      loader: sourceLoader,
      mainFields: ["module", "main"],
      logLevel: "silent",
    });
    return Object.keys(metafile.inputs)
      .filter((file) => !belongs(folder, file))
      .map((file) => `${path.posix.normalize(file)} is bundled into core`);
  } catch (error) {
    return (error as BuildFailure).errors.map(({ text, location }) => `${location?.file ?? "core"}: ${text}`);
  }
}

function belongs(folder: string, file: string): boolean {
  const absolute = path.resolve(folder, file);
  if (absolute === path.join(folder, template)) return true;
  const homes = [path.join(folder, "src/core"), path.join(folder, "src/formats"), ...pure.map(packageFolder)];
  return homes.some((home) => absolute.startsWith(home + path.sep));
}
