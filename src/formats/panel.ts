import type * as v from "valibot";
import type { Boundary, MethodOf, ParamsOf, ReportData, ReportOf } from "./boundary.js";
import { carried, count, orNull, record, text, told } from "./schema.js";

const policyViolation = record({ directive: text, blocked: text, source: text, line: count });
/** A refusal by the page's content security policy: always a defect of ours. */
export interface PolicyViolation extends v.InferOutput<typeof policyViolation> {}

/** What every page tells its host. */
export const panelReports = {
  policyViolated: policyViolation,
  /** Something in the page broke: `message` is for the log, the page shows its own sentence. */
  pageFailed: record({ message: text }),
} as const;

/** What one kind of panel may say. Its own file says which messages there are; the page asks, the host answers. */
export interface PanelBoundary extends Boundary {
  readonly reports: Boundary["reports"] & typeof panelReports;
}

/** The sentences of every panel, whose two halves come from one package. */
export const panelSentences = {
  misfit: "This panel and its extension are of different versions. Close the panel and open it again.",
  ended: "The panel was closed.",
} as const;

/**
 * What goes through `postMessage`. A page forgets everything when it is hidden and begins anew when it is shown, requests that nobody answered yet included: its
 * name keeps it from getting what an earlier one asked for.
 */
export const envelopeOfPage = record({
  page: told("Made by each page for itself.", text),
  message: told("Of JSON-RPC.", carried),
});
export const envelopeOfHost = record({
  page: told("Whose request is answered; null: for whichever page is there, as events are.", orNull(text)),
  message: told("Of JSON-RPC.", carried),
});

/** What a page says, as its host sees it. */
export type PanelMessage<B extends Boundary> =
  | {
      readonly [M in MethodOf<B>]: {
        readonly type: "request";
        readonly method: M;
        readonly params: ParamsOf<B, M>;
      };
    }[MethodOf<B>]
  | {
      readonly [R in ReportOf<B>]: { readonly type: "report"; readonly report: R; readonly data: ReportData<B, R> };
    }[ReportOf<B>];
