// Builds for production and packs out/aqueduct.vsix, the file that is tested and published; says how large it is beside the last release.
import { createVSIX } from "@vscode/vsce";
import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { lastReleased, measured, sizeTable } from "./release/sizes.mjs";

const root = path.join(import.meta.dirname, "..");
const limit = 5 * 1024 * 1024;
const vsix = path.join(root, "out", "aqueduct.vsix");

const { status } = spawnSync(process.execPath, [path.join(root, "scripts/build.mjs"), "--production"], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);

await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });

console.log(sizeTable(await measured(root), await lastReleased()));

const { size } = await stat(vsix);
console.log(`${path.relative(process.cwd(), vsix)}: ${(size / 1024 / 1024).toFixed(2)} MB`);
if (size >= limit) {
  console.error(`The package must stay under 5 MB. out/bundled-files.json lists what went in.`);
  process.exit(1);
}
