import { existsSync } from "node:fs";
import type { Command } from "commander";

import { distrustFolder, trustedFolders, trustFolder, trustVariable } from "../../platform/trustedFolders.js";
import { absolutePath, common, type CommonOptions, type Invoke } from "../command.js";
import { CommandError, exitCodes } from "../terminal.js";

interface TrustOptions extends CommonOptions {
  readonly remove?: boolean;
}

/** `aqueduct trust [FOLDER]`: the folders that are taken as they are, whoever owns what lies in them. */
export function trustCommand(program: Command, invoke: Invoke): void {
  common(program.command("trust"))
    .description(`folders whose files are used whoever owns them; in CI, ${trustVariable} does the same`)
    .argument("[folder]", "the folder to trust, with all that lies in it; left out: list those that are")
    .option("--remove", "trust the folder no longer")
    .action((folder: string | undefined, options: TrustOptions) =>
      invoke(options, ({ shell, terminal }) => {
        if (folder === undefined && options.remove === true)
          throw new CommandError(exitCodes.wrongUse, "Name the folder that is not to be trusted any more.");
        const line = folder === undefined ? undefined : changed(absolutePath(shell, folder), options);
        const folders = trustedFolders();
        terminal.result("trust", { folders }, line === undefined ? lines(folders) : [line]);
        return Promise.resolve(exitCodes.done);
      }),
    );
}

function changed(folder: string, { remove }: TrustOptions): string {
  if (remove === true) {
    if (!distrustFolder(folder)) throw new CommandError(exitCodes.wrongUse, `${folder} is not on your list.`);
    return `${folder} is trusted no longer.`;
  }
  if (!existsSync(folder)) throw new CommandError(exitCodes.wrongUse, `There is no folder ${folder}.`);
  return `${trustFolder(folder)} is trusted: what lies in it decides what runs, whoever wrote it. Take that back with --remove.`;
}

function lines(folders: readonly string[]): readonly string[] {
  return folders.length === 0 ? ["No folder is on your list: files of yours need none."] : folders;
}
