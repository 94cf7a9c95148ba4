import type { OperatorPreview } from "../core/model/preview.js";
import { read } from "../formats/reader.js";
import { sampleFormat } from "../formats/sample.js";
import type { ArtifactId } from "../core/model/workflow.js";
import {
  isBoolean,
  isExactNumber,
  isNull,
  isNumber,
  isString,
  listOf,
  oneOf,
  oneOfKinds,
  orNull,
  shape,
  type Check,
} from "./checks.js";
import { panelProtocol, type PanelReports } from "./panel.js";

/** What a preview may ask the host. A line added here fails the build until both sides handle it. */
export interface PreviewPanelRequests {
  /** What the panel shows now. Asked once, when the page is ready to draw. */
  loadContent: { readonly params: null; readonly result: PreviewContent };
  /** Puts a text on the clipboard, which a page may not reach itself. */
  copy: { readonly params: { readonly text: string }; readonly result: null };
  /** Asks where to, and writes the rows of a table's sample as CSV. False: the user thought better of it. */
  exportCsv: { readonly params: { readonly artifact: ArtifactId }; readonly result: boolean };
  /** Opens what else is known of the operator. */
  open: { readonly params: { readonly what: OpenedBeside }; readonly result: null };
  /** Whether this panel stays with its value when another one is opened. */
  keepOpen: { readonly params: { readonly isKept: boolean }; readonly result: null };
}

/** What the host tells a preview unasked. */
interface PreviewPanelEvents {
  contentChanged: PreviewContent;
}

/** What a preview tells the host unasked. */
interface PreviewPanelReports extends PanelReports {
  /** The host keeps it and gives it back with the content: a page forgets everything when it is hidden. */
  artifactShown: { readonly artifact: ArtifactId };
}

export type OpenedBeside = "trace" | "log";

export type PreviewContent =
  | { readonly kind: "nothing" }
  | { readonly kind: "loading"; readonly name: string }
  | { readonly kind: "failed"; readonly name: string; readonly message: string }
  | {
      readonly kind: "operator";
      readonly preview: OperatorPreview;
      /** Which of its artifacts is shown; null where it has none. */
      readonly shown: ArtifactId | null;
      readonly isKept: boolean;
    };

export interface PreviewPanelTypes {
  readonly requests: PreviewPanelRequests;
  readonly events: PreviewPanelEvents;
  readonly reports: PreviewPanelReports;
}

const isTime = orNull(isString);
const isRun = shape({
  rid: isString,
  runId: isString,
  target: isString,
  state: isString,
  warning: isBoolean,
  queuedAt: isTime,
  startedAt: isTime,
  endedAt: isTime,
  build: orNull(isString),
});
const isFailure = shape({
  type: isString,
  message: isString,
  tip: isString,
  at: orNull(shape({ file: isString, line: isNumber, function: isString })),
});
const isBound = shape({
  operator: isString,
  name: isString,
  severity: isString,
  comparison: isString,
  value: isExactNumber,
  passed: orNull(isBoolean),
});
const isOperator = shape({
  id: isString,
  name: isString,
  kind: orNull(isString),
  state: isString,
  wallSeconds: orNull(isNumber),
  reused: orNull(isString),
  python: orNull(isString),
  failure: orNull(isFailure),
  check: orNull(shape({ passed: isBoolean, severity: isString })),
  metric: orNull(isNumber),
  bounds: listOf(isBound),
  saved: orNull(shape({ resource: isString, table: isString, mode: isString, rows: isNumber })),
});
const isValue = shape({
  artifact: isString,
  name: isString,
  type: isString,
  encoding: isString,
  size: isNumber,
  rows: orNull(isNumber),
  sample: orNull((value) => read(sampleFormat, value).readable),
  reason: orNull(isString),
});
const isPreview = shape({
  workflow: isString,
  run: isRun,
  operator: isOperator,
  values: listOf(isValue),
  missing: orNull(isString),
});

const contents: Readonly<Record<PreviewContent["kind"], Check>> = {
  nothing: shape({}),
  loading: shape({ name: isString }),
  failed: shape({ name: isString, message: isString }),
  operator: shape({ preview: isPreview, shown: orNull(isString), isKept: isBoolean }),
};

export const previewPanelProtocol = panelProtocol<PreviewPanelTypes>({
  requests: {
    loadContent: isNull,
    copy: shape({ text: isString }),
    exportCsv: shape({ artifact: isString }),
    open: shape({ what: oneOf("trace", "log") }),
    keepOpen: shape({ isKept: isBoolean }),
  },
  events: { contentChanged: oneOfKinds(contents) },
  reports: { artifactShown: shape({ artifact: isString }) },
});
