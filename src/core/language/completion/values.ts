import type { Resource } from "../../resources/resource.js";
import { scheduleWords } from "../../airflow/cron/words.js";
import type { SaveMode } from "../../model/workflow.js";
import { modeWords, resourceAddress, resourceWord } from "../words.js";

/** A value that an argument takes, without its quotes. */
export interface ValueItem {
  readonly label: string;
  readonly kind: "resource" | "value";
  readonly detail: string;
  readonly documentation?: string;
}

export function resourceItems(resources: ReadonlyMap<string, Resource>): readonly ValueItem[] {
  return [...resources.values()].map(resourceItem);
}

/** What runs workflows: Airflow servers and this machine. */
export function engineItems(resources: ReadonlyMap<string, Resource>): readonly ValueItem[] {
  const servers = [...resources.values()].filter(({ kind }) => kind === "airflow").map(resourceItem);
  return [
    ...servers,
    {
      label: "local",
      kind: "value",
      detail: "this machine",
      documentation: "Runs the workflow here, as it does where no engine is named.",
    },
  ];
}

export const modeItems: readonly ValueItem[] = (Object.keys(modeWords) as SaveMode[]).map((label) => ({
  label,
  kind: "value",
  detail: modeWords[label],
}));

export const severityItems: readonly ValueItem[] = [
  {
    label: "error",
    kind: "value",
    detail: "stops the run where the check fails",
    documentation: "Nothing is saved then.",
  },
  {
    label: "warning",
    kind: "value",
    detail: "warns where the check fails",
    documentation: "The run goes on and its values are saved.",
  },
];

export function scheduleItems(): readonly ValueItem[] {
  return ["0 3 * * *", "0 * * * *", "*/15 * * * *", "0 6 * * 1-5", "0 3 * * 1", "0 3 1 * *"].map((label) => ({
    label,
    kind: "value",
    detail: scheduleWords(label),
    documentation: "Five fields: minute, hour, day of month, month, day of week.",
  }));
}

function resourceItem(resource: Resource): ValueItem {
  return {
    label: resource.name,
    kind: "resource",
    detail: resourceWord(resource),
    documentation: resourceAddress(resource),
  };
}
