import { zipSync } from "fflate";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runtimeFiles } from "./runtimeZip.mjs";

/**
 * The runtime as a wheel (https://packaging.python.org/en/latest/specifications/binary-distribution-format/), which *Set Up Python* installs: pure Python,
 * nothing required, its bytes depending on the files and the version alone.
 *
 * @param {string} folder of the runtime
 * @param {{ readonly version: string, readonly description: string, readonly license: string }} manifest package.json
 * @returns {Promise<{ readonly name: string, readonly bytes: Uint8Array }>}
 */
export async function wheel(folder, { version, description, license }) {
  const metadata = `aqueduct-${version}.dist-info`;
  const shipped = (await runtimeFiles(folder)).filter((file) => file !== onPath);
  const files = new Map(
    await Promise.all(
      shipped.map(
        async (file) => /** @type {const} */ ([file, new Uint8Array(await readFile(path.join(folder, file)))]),
      ),
    ),
  );
  // Python runs the lines of such a file when it starts: from then on no folder beside a script is taken for the package.
  files.set("aqueduct.pth", text("import _aqueduct_first"));
  files.set(
    `${metadata}/METADATA`,
    text(
      "Metadata-Version: 2.1",
      "Name: aqueduct",
      `Version: ${version}`,
      `Summary: ${description}`,
      `License: ${license}`,
      "Requires-Python: >=3.9",
    ),
  );
  files.set(
    `${metadata}/WHEEL`,
    text("Wheel-Version: 1.0", "Generator: aqueduct-vscode", "Root-Is-Purelib: true", "Tag: py3-none-any"),
  );
  files.set(`${metadata}/top_level.txt`, text("_aqueduct_first", "aqueduct"));
  const record = `${metadata}/RECORD`;
  files.set(
    record,
    text(
      ...[...files].map(
        ([file, bytes]) => `${file},sha256=${createHash("sha256").update(bytes).digest("base64url")},${bytes.length}`,
      ),
      `${record},,`,
    ),
  );
  // The date is made from local parts for the reason that runtimeZip.mjs gives.
  return {
    name: `aqueduct-${version}-py3-none-any.whl`,
    bytes: zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 }),
  };
}

/** Does the same where the runtime is on PYTHONPATH; in an environment the name belongs to the user. */
const onPath = "sitecustomize.py";

/** @param {readonly string[]} lines */
function text(...lines) {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
}
