// @ts-check
/** `npm run authoring-api`: writes what reading the text of a workflow file knows of the authoring API, from the Python package itself. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { authoringFile, authoringText } from "./authoring/authoringText.mjs";

const root = path.join(import.meta.dirname, "..");
writeFileSync(path.join(root, authoringFile), authoringText(root));
console.log(`Wrote ${authoringFile}.`);
