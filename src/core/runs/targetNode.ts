import type { HistoryNode } from "./historyNode.js";

/** How a target answered; see `TargetState`. */
export interface TargetTrouble {
  readonly target: string;
  readonly state: string;
  readonly message: string;
}

/** What can be done about a target that does not answer. */
export type TargetRemedy = "retry" | "signIn" | "openResources";

function remedyOf(state: string): TargetRemedy {
  if (state === "signedOut" || state === "forbidden") return "signIn";
  return state === "noStore" || state === "unsupported" ? "openResources" : "retry";
}

/** A target that does not answer, with what to do. Its runs stay where they are. */
export function targetNode(folder: string, { target, state, message }: TargetTrouble): HistoryNode {
  const remedy = remedyOf(state);
  return {
    id: `target|${folder}|${target}`,
    kind: "target",
    label: target,
    description: `${words[state] ?? "cannot be followed"} · ${remedyLabels[remedy]}`,
    mark: { icon: remedy === "signIn" ? "key" : "warning", color: "list.warningForeground" },
    facts: [
      { label: target, value: message },
      { label: "Runs", value: "What is known of its runs is shown below; it may have changed since." },
    ],
    spoken: `${target}: ${words[state] ?? "cannot be followed"}. ${message} Press Enter to ${remedyWords[remedy]}.`,
    context: ["target", remedy],
    reference: { kind: "published", folder, workflow: "", target },
    folder,
    children: [],
  };
}

const words: Readonly<Record<string, string>> = {
  unreachable: "does not answer",
  signedOut: "signed out",
  forbidden: "no rights",
  unsupported: "not supported",
  noStore: "no store",
  storeFailed: "its store cannot be read",
  engineFailed: "its engine cannot be asked",
};

/** As on a button. */
const remedyLabels: Readonly<Record<TargetRemedy, string>> = {
  retry: "Retry",
  signIn: "Sign In",
  openResources: "Open aqueduct.json",
};
const remedyWords: Readonly<Record<TargetRemedy, string>> = {
  retry: "try again",
  signIn: "sign in",
  openResources: "open aqueduct.json",
};
