import type { Command } from "commander";

import { checkStore, findFolder, findOpenFolder, type StoreCheck } from "../../core/index.js";
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
    terminal.result({ store: null, findings: [], notes: [] }, [
      "There is no store yet: nothing of this folder ever ran.",
    ]);
    return exitCodes.done;
  }
  const found = await checkStore(world, open, {
    ...(options.store === undefined ? {} : { store: options.store }),
    repair: options.repair === true,
    onProgress: (done, total) => terminal.status(`Checking ${done} of ${countOf(total, "object")}…`),
    signal,
  });
  terminal.result(found, lines(found));
  return found.findings.every(({ repaired }) => repaired !== null) ? exitCodes.done : exitCodes.workflowFailed;
}

function lines({ store, checked, findings, notes }: StoreCheck): readonly string[] {
  const { blobs, builds, values, records } = checked;
  const looked = [
    countOf(blobs, "blob"),
    countOf(builds, "build"),
    countOf(values, "value"),
    countOf(records, "record"),
  ];
  const head = `${store}: ${looked.slice(0, -1).join(", ")} and ${looked.at(-1) ?? ""} were looked at.`;
  if (findings.length === 0) return [head, "All of it is what was put there, and nothing is missing."];
  const rows = findings.map(({ key, problem, why, repaired, advice }) => [
    repaired ?? problem,
    key,
    repaired === null ? `${why} ${advice}` : why,
  ]);
  return [head, ...table(rows), ...notes, summary(findings)];
}

function summary(findings: StoreCheck["findings"]): string {
  const count = (problem: string): number => findings.filter((finding) => finding.problem === problem).length;
  const done = (repaired: string): number => findings.filter((finding) => finding.repaired === repaired).length;
  const counts = (names: readonly string[], of: (name: string) => number): string =>
    names.flatMap((name) => (of(name) === 0 ? [] : [`${of(name)} ${name}`])).join(", ");
  const repaired = counts(["replaced", "put", "deleted"], done);
  return `${counts(["wrong", "missing", "unreadable"], count)}${repaired === "" ? "" : `; ${repaired}`}.`;
}
