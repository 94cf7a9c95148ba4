import * as vscode from "vscode";
import { csvOf } from "../../core/index.js";
import type { PreviewedValue } from "../../formats/preview.js";
import type { TableSample } from "../../core/model/sample.js";
import { countOf } from "../../core/model/words.js";
import { showInformationMessage } from "../shown.js";

const openFile = "Open File";

/** Asks for a file and writes the sample's rows to it. False: the user thought better of it. */
export async function exportCsv(value: PreviewedValue, sample: TableSample, folder: string): Promise<boolean> {
  const rows = rowsIn(value, sample);
  const file = await vscode.window.showSaveDialog({
    title: `Export ${rows} as CSV`,
    saveLabel: "Export",
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(folder), `${value.artifact}.csv`),
    filters: { CSV: ["csv"] },
  });
  if (file === undefined) return false;
  await writeCsv(sample, file);
  void showInformationMessage(`Exported ${rows} to ${file.path.slice(file.path.lastIndexOf("/") + 1)}.`, openFile).then(
    (choice) => {
      if (choice === openFile) void vscode.commands.executeCommand("vscode.open", file);
    },
  );
  return true;
}

export async function writeCsv(sample: TableSample, file: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(csvOf(sample)));
}

/** So that nobody takes a sample for the whole. */
function rowsIn({ rows }: PreviewedValue, { values }: TableSample): string {
  const all = rows ?? values.length;
  if (values.length === all) return all === 1 ? "the one row" : `all ${countOf(all, "row")}`;
  return `the ${countOf(values.length, "row")} of the sample (of ${all.toLocaleString("en")})`;
}
