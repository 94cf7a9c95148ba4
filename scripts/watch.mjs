// @ts-check
/**
 * `npm run watch`: builds dist/ as `npm run build` does, without the licences, and again whenever a source changes. Says one line a
 * mistake, `file:line:column: error: …`, and one when a build begins and ends, which .vscode/tasks.json reads. Goes on until Ctrl-C.
 */
import { context } from "esbuild";
import { watch } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import { bundling } from "./build/bundling.mjs";
import { bundles } from "./build/bundles.mjs";
import { copiedFolders, copyAll } from "./build/copied.mjs";
import { Rounds } from "./build/rounds.mjs";

process.chdir(path.join(import.meta.dirname, ".."));
await mkdir("dist", { recursive: true });

const rounds = new Rounds((line) => process.stdout.write(`${line}\n`));

/** @type {import("esbuild").Plugin} */
const tell = {
  name: "tell",
  setup(host) {
    host.onStart(() => rounds.begin());
    host.onEnd(async ({ errors, warnings }) => {
      if (errors.length === 0 && host.initialOptions.outfile === "dist/cli.js") await chmod("dist/cli.js", 0o755);
      rounds.end({ errors, warnings });
    });
  },
};

rounds.begin();
const contexts = await Promise.all(
  bundles.map((bundle) => {
    const options = bundling(bundle, { production: false });
    return context({ ...options, plugins: [...(options.plugins ?? []), tell], logLevel: "silent" });
  }),
);
await copyTold();
await Promise.all(contexts.map((one) => one.watch()));
rounds.end();

const watchers = copiedFolders.map((folder) => watch(folder, { recursive: true }, (_, file) => copySoon(file)));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.once(signal, () => void stop());

/** @type {NodeJS.Timeout | undefined} */
let soon;

/**
 * An editor writes a file in several steps: once they are over, all is copied.
 *
 * @param {string | null} file
 */
function copySoon(file) {
  if (file !== null && /__pycache__|\.(mypy|ruff|pytest)_cache/.test(file)) return;
  clearTimeout(soon);
  soon = setTimeout(() => void copyTold(), 100);
}

async function copyTold() {
  rounds.begin();
  try {
    await copyAll();
    rounds.end();
  } catch (error) {
    // A file that went while it was copied is told like any mistake: the next change copies anew.
    rounds.end({
      errors: [{ text: error instanceof Error ? error.message : String(error), location: null }],
      warnings: [],
    });
  }
}

async function stop() {
  clearTimeout(soon);
  for (const watcher of watchers) watcher.close();
  await Promise.all(contexts.map((one) => one.dispose()));
  process.stdout.write("[watch] ended\n");
  process.exit(0);
}
