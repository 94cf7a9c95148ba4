import * as vscode from "vscode";
import {
  checkStore,
  findOpenFolder,
  foundWords,
  lookedAtWords,
  mayBeRepaired,
  storeNames,
  type OpenFolder,
  type StoreCheck,
} from "../../core/index.js";
import { countOf } from "../../core/model/words.js";
import { ids } from "../ids.js";
import { noticeOr } from "../inputs/noticeOr.js";
import { chooseProjectFolder } from "../project/projectFolder.js";
import type { Contribution, Services } from "../services.js";
import { showInformationMessage, showQuickPick, showWarningMessage, withProgress } from "../shown.js";
import { isTrustedFor } from "../trust.js";

const showReport = "Show Report";
const repair = "Repair";

/** *Check Store*: hashes what lies in a store and looks for what its records name; resolves with what was found, before anything is repaired. */
export const checkStoreCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.checkStore, async (): Promise<StoreCheck | undefined> => {
    if (!isTrustedFor("Checking a store")) return undefined;
    try {
      const world = await services.world();
      const folder = await chooseProjectFolder(world.files);
      const open = folder === undefined ? undefined : await findOpenFolder(world, folder);
      if (folder !== undefined && open === undefined)
        services.report.notice("There is no store yet: nothing of this folder ever ran.");
      const store = open && (await chosenStore(open));
      if (open === undefined || store === undefined) return undefined;
      const found = await check(services, open, store, "look");
      // The command is over: nobody need answer what is told of it.
      offer(services, open, store, found).catch((error: unknown) => {
        noticeOr(services.report, error, "The store could not be repaired.");
      });
      return found;
    } catch (error) {
      noticeOr(services.report, error, "The store could not be checked.");
      return undefined;
    }
  });

async function chosenStore(open: OpenFolder): Promise<string | undefined> {
  const [first, ...others] = storeNames(open);
  if (others.length === 0) return first?.name;
  const lines = [first, ...others].flatMap((store) =>
    store === undefined ? [] : [{ label: store.name, description: store.address }],
  );
  return (await showQuickPick(lines, { title: "Check Store", placeHolder: "Which store is to be checked?" }))?.label;
}

async function check(
  { world, log }: Services,
  open: OpenFolder,
  store: string,
  how: "look" | "repair",
): Promise<StoreCheck> {
  const found = await withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: `${how === "repair" ? "Repairing" : "Checking"} the store ${store}`,
      cancellable: true,
    },
    async (progress, token) => {
      const ending = new AbortController();
      token.onCancellationRequested(() => {
        ending.abort(new vscode.CancellationError());
      });
      return checkStore(await world(), open, {
        store,
        repair: how === "repair",
        howToRepair: "Choose Repair.",
        onProgress: (done, total) => {
          progress.report({ message: `${done} of ${countOf(total, "object")}` });
        },
        signal: ending.signal,
      });
    },
  );
  log.info([lookedAtWords(found), ...found.findings.map(findingLine), ...found.notes, foundWords(found)].join("\n"));
  return found;
}

function findingLine({ key, problem, why, repaired, advice }: StoreCheck["findings"][number]): string {
  return `  ${repaired ?? problem}: ${key}: ${why}${advice === "" ? "" : ` ${advice}`}`;
}

/** Says what was found; what can be put right is, once that is confirmed. */
async function offer(services: Services, open: OpenFolder, store: string, found: StoreCheck): Promise<void> {
  const left = found.findings.filter(({ repaired }) => repaired === null);
  const text = `${lookedAtWords(found)} ${foundWords(found)}`;
  const isRepairable = left.some(mayBeRepaired) && found.findings.length === left.length;
  const tell = left.length === 0 ? showInformationMessage : showWarningMessage;
  const choice = await tell(text, ...(isRepairable ? [repair, showReport] : [showReport]));
  if (choice === showReport) services.log.show();
  if (choice !== repair || !(await isConfirmed(store))) return;
  await offer(services, open, store, await check(services, open, store, "repair"));
}

async function isConfirmed(store: string): Promise<boolean> {
  const confirm = "Repair Store";
  const detail =
    "What is wrong or missing is replaced with right bytes from other stores of this folder. Where none has them, wrong blobs and builds are deleted: the next run or publication makes them again. Values of runs are never deleted.";
  return (await showWarningMessage(`Repair the store ${store}?`, { modal: true, detail }, confirm)) === confirm;
}
