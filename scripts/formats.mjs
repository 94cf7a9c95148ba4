// @ts-check
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { generatedFiles } from "./formats/generated.mjs";

/** Writes what is made of `src/formats`: JSON schemas, Python's checks, the tables of docs/formats. A guard fails where that was forgotten. */
const root = path.resolve(import.meta.dirname, "..");
for (const [file, text] of await generatedFiles(root, (name) => readFile(path.join(root, name), "utf8"))) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}
