/**
 * How a panel's page and its host in the extension talk: requests with exactly one reply, failure included, so that no caller waits for ever; events from the
 * host; reports from the page. Each panel's own file says which there are.
 */
import { check, isNumber, isRecord, isString, shape, type Check } from "./checks.js";

/** What one kind of panel may say: `requests` as `{ params, result }` by method, `events` and `reports` as data by name. */
export interface PanelTypes {
  readonly requests: object;
  readonly events: object;
  readonly reports: PanelReports;
}

/** What every page tells its host. */
export interface PanelReports {
  policyViolated: PolicyViolation;
  /** Something in the page broke: `message` is for the log, the page shows its own sentence. */
  pageFailed: { readonly message: string };
}

/** A refusal by the page's content security policy: always a defect of ours. */
export interface PolicyViolation {
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
  readonly line: number;
}

export type MethodOf<T extends PanelTypes> = keyof T["requests"] & string;
export type EventOf<T extends PanelTypes> = keyof T["events"] & string;
export type ReportOf<T extends PanelTypes> = keyof T["reports"] & string;
export type ParamsOf<T extends PanelTypes, M extends MethodOf<T>> = T["requests"][M] extends {
  readonly params: infer Params;
}
  ? Params
  : never;
export type ResultOf<T extends PanelTypes, M extends MethodOf<T>> = T["requests"][M] extends {
  readonly result: infer Result;
}
  ? Result
  : never;

type Reply<Result> =
  | { readonly id: number; readonly ok: true; readonly result: Result }
  | { readonly id: number; readonly ok: false; readonly error: string };

export type RequestMessage<T extends PanelTypes> = {
  [M in MethodOf<T>]: {
    readonly type: "request";
    readonly id: number;
    readonly method: M;
    readonly params: ParamsOf<T, M>;
  };
}[MethodOf<T>];

export type ReportMessage<T extends PanelTypes> = {
  [R in ReportOf<T>]: { readonly type: "report"; readonly report: R; readonly data: T["reports"][R] };
}[ReportOf<T>];

export type EventMessage<T extends PanelTypes> = {
  [E in EventOf<T>]: { readonly type: "event"; readonly event: E; readonly data: T["events"][E] };
}[EventOf<T>];

export type ReplyMessage<T extends PanelTypes> = {
  [M in MethodOf<T>]: { readonly type: "reply" } & Reply<ResultOf<T, M>>;
}[MethodOf<T>];

export type MessageToHost<T extends PanelTypes> = RequestMessage<T> | ReportMessage<T>;
export type MessageToPanel<T extends PanelTypes> = EventMessage<T> | ReplyMessage<T>;

/** The guards of one kind of panel. */
export interface PanelProtocol<T extends PanelTypes> {
  /** Whether a message that came from a page is one of ours; anything else is ignored by the host. */
  readonly isMessageToHost: (value: unknown) => value is MessageToHost<T>;
  /** Whether a message that reached the page is one of the host's; VS Code and browser extensions send others. */
  readonly isMessageToPanel: (value: unknown) => value is MessageToPanel<T>;
}

/** One check per message, so that one added to the types does not compile without it. Checks of what every page reports are given. */
export interface PanelChecks<T extends PanelTypes> {
  readonly requests: Readonly<Record<MethodOf<T>, Check>>;
  readonly events: Readonly<Record<EventOf<T>, Check>>;
  readonly reports: Readonly<Record<Exclude<ReportOf<T>, keyof PanelReports>, Check>>;
}

const ownReports: Readonly<Record<keyof PanelReports, Check>> = {
  policyViolated: shape({ directive: isString, blocked: isString, source: isString, line: isNumber }),
  pageFailed: shape({ message: isString }),
};

export function panelProtocol<T extends PanelTypes>(checks: PanelChecks<T>): PanelProtocol<T> {
  const requests: Readonly<Record<string, Check>> = checks.requests;
  const events: Readonly<Record<string, Check>> = checks.events;
  const reports: Readonly<Record<string, Check>> = { ...checks.reports, ...ownReports };
  return {
    isMessageToHost: (value): value is MessageToHost<T> => {
      if (!isRecord(value)) return false;
      if (value["type"] === "request")
        return isNumber(value["id"]) && check(requests, value["method"], value["params"]);
      return value["type"] === "report" && check(reports, value["report"], value["data"]);
    },
    isMessageToPanel: (value): value is MessageToPanel<T> => {
      if (!isRecord(value)) return false;
      if (value["type"] === "event") return check(events, value["event"], value["data"]);
      return (
        value["type"] === "reply" &&
        isNumber(value["id"]) &&
        (value["ok"] === true ? "result" in value : value["ok"] === false && isString(value["error"]))
      );
    },
  };
}
