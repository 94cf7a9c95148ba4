// @ts-check
/** `npm run python`: makes out/python, a link to the Python of our tests, so that editors find it in a place that does not change. */
import { mkdir, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { testPython } from "./testbed/testPython.mjs";

const out = path.join(import.meta.dirname, "../out");
const link = path.join(out, "python");
const environment = path.resolve(await testPython(), "../..");

await mkdir(out, { recursive: true });
await rm(link, { force: true });
await symlink(environment, link, "junction");
process.stdout.write(`out/python is ${environment}\n`);
