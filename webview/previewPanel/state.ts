import type { OperatorPreview, PreviewedValue } from "../../src/formats/preview.js";
import type { ArtifactId } from "../../src/core/model/workflow.js";
import type { PreviewContent } from "../../src/formats/previewPanel.js";

export interface PreviewState {
  readonly content: PreviewContent | undefined;
  /** The artifact whose tab is chosen; null where there is none. */
  readonly shown: ArtifactId | null;
  readonly isKept: boolean;
}

export type PreviewAction =
  | { readonly type: "contentChanged"; readonly content: PreviewContent }
  | { readonly type: "artifactPicked"; readonly artifact: ArtifactId }
  | { readonly type: "keptToggled" };

export const initialState: PreviewState = { content: undefined, shown: null, isKept: false };

/** What the panel shows after something happened. The same state where nothing changed. */
export function reduce(state: PreviewState, action: PreviewAction): PreviewState {
  switch (action.type) {
    case "contentChanged":
      return shows(state, action.content);
    case "artifactPicked":
      return action.artifact === state.shown ? state : { ...state, shown: action.artifact };
    case "keptToggled":
      return { ...state, isKept: !state.isKept };
  }
}

/** The value whose tab is chosen. */
export function shownValue({ content, shown }: PreviewState): PreviewedValue | undefined {
  return content?.kind === "operator" ? content.preview.values.find(({ artifact }) => artifact === shown) : undefined;
}

function shows(state: PreviewState, content: PreviewContent): PreviewState {
  if (content.kind !== "operator") return { ...state, content, shown: null };
  return { content, shown: content.shown ?? chosen(state, content.preview), isKept: content.isKept };
}

/** The same operator read anew keeps its tab. */
function chosen({ shown }: PreviewState, { values }: OperatorPreview): ArtifactId | null {
  return values.some(({ artifact }) => artifact === shown) ? shown : (values[0]?.artifact ?? null);
}
