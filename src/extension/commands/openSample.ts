import * as vscode from "vscode";
import { ids } from "../ids.js";
import { offerToMend } from "../python/offerToMend.js";
import { openSample, sampleInterpreterFile } from "../sample/openSample.js";
import type { Contribution } from "../services.js";

/** *Open Sample Workflow*: runs nothing of the folder that is open, so it needs no trust. */
export const openSampleCommand: Contribution = (services) =>
  vscode.commands.registerCommand(ids.openSample, async () => {
    try {
      await openSample(services);
    } catch (error) {
      if (offerToMend(services.report, error, vscode.Uri.file(sampleInterpreterFile()))) return;
      services.report.failure(error instanceof Error ? error.message : "The sample can't be opened.", error);
    }
  });
