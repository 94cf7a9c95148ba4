import type { Command } from "commander";

import {
  checkStore,
  findFolder,
  findOpenFolder,
  foundWords,
  lookedAtWords,
  type StoreCheck,
} from "../../core/index.js";
import { countOf } from "../../core/model/words.js";
import {
  common,
  currentFolderFile,
  type CommonOptions,
  type Invocation,
  type Invoke,
  type Outcome,
} from "../command.js";
import { exitCodes, table } from "../terminal.js";

interface CheckOptions extends CommonOptions {
  readonly store?: string;
  readonly repair?: boolean;
}

/** `aqueduct store …`: what lies in a store. */
export function storeCommands(program: Command, invoke: Invoke): void {
  const store = program.command("store").description("the stores of this folder");
  common(store.command("check"))
    .description("hash what lies in a store, and look for what its records name")
    .option("--store <name>", "a store of aqueduct.json, instead of the one of this folder")
    .option(
      "--repair",
      "replace what is wrong with right bytes from other stores of the folder; delete what runs and publications make again",
    )
    .action((options: CheckOptions) => invoke(options, (invocation) => check(options, invocation)));
}

async function check(options: CheckOptions, { shell, world, terminal, signal }: Invocation): Promise<Outcome> {
  const folder = await findFolder(world.files, currentFolderFile(shell));
  const open = await findOpenFolder(world, folder);
  if (open === undefined) {
    const checked = { blobs: 0, builds: 0, values: 0, records: 0 };
    terminal.result("store-check", { store: null, checked, findings: [], notes: [] }, [
      "There is no store yet: nothing of this folder ever ran.",
    ]);
    return exitCodes.done;
  }
  const found = await checkStore(world, open, {
    ...(options.store === undefined ? {} : { store: options.store }),
    repair: options.repair === true,
    howToRepair: "Add --repair.",
    onProgress: (done, total) => terminal.status(`Checking ${done} of ${countOf(total, "object")}…`),
    signal,
  });
  terminal.result("store-check", found, lines(found));
  return found.findings.every(({ repaired }) => repaired !== null) ? exitCodes.done : exitCodes.workflowFailed;
}

function lines(found: StoreCheck): readonly string[] {
  const rows = found.findings.map(({ key, problem, why, repaired, advice }) => [
    repaired ?? problem,
    key,
    repaired === null ? `${why} ${advice}` : why,
  ]);
  return [lookedAtWords(found), ...table(rows), ...found.notes, foundWords(found)];
}
