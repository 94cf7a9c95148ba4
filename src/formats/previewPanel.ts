import type * as v from "valibot";
import { done, nothing } from "./boundary.js";
import { artifactId } from "./graph.js";
import { panelReports, panelSentences, type PanelBoundary } from "./panel.js";
import { operatorPreview } from "./preview.js";
import { exactly, flag, oneOf, oneOfRecords, orNull, record, text, told } from "./schema.js";

const openedBeside = oneOf("trace", "log");
export type OpenedBeside = v.InferOutput<typeof openedBeside>;

const previewContent = oneOfRecords("kind", [
  record({ kind: exactly("nothing") }),
  record({ kind: exactly("loading"), name: text }),
  record({ kind: exactly("failed"), name: text, message: text }),
  record({
    kind: exactly("operator"),
    preview: operatorPreview,
    shown: told("Which of its artifacts is shown; null where it has none.", orNull(artifactId)),
    isKept: flag,
  }),
]);
export type PreviewContent = v.InferOutput<typeof previewContent>;

/** What an operator of a run gave. */
export const previewPanel = {
  name: "the value panel",
  ...panelSentences,
  requests: {
    /** What the panel shows now. Asked once, when the page is ready to draw. */
    loadContent: { params: nothing, result: previewContent },
    /** Puts a text on the clipboard, which a page may not reach itself. */
    copy: { params: record({ text }), result: done },
    /** Asks where to, and writes the rows of a table's sample as CSV. False: the user thought better of it. */
    exportCsv: { params: record({ artifact: artifactId }), result: flag },
    /** Opens what else is known of the operator. */
    open: { params: record({ what: openedBeside }), result: done },
    /** Whether this panel stays with its value when another one is opened. */
    keepOpen: { params: record({ isKept: flag }), result: done },
  },
  reports: {
    ...panelReports,
    /** The host keeps it and gives it back with the content: a page forgets everything when it is hidden. */
    artifactShown: record({ artifact: artifactId }),
  },
  events: { contentChanged: previewContent },
} as const satisfies PanelBoundary;
export type PreviewPanelBoundary = typeof previewPanel;
