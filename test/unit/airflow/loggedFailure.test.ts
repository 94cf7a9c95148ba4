import { describe, expect, it } from "vitest";
import { readLogLine } from "../../../src/core/airflow/answers.js";
import { loggedFailure } from "../../../src/core/airflow/loggedFailure.js";

const raised = (type: string, value: string, more: object = {}): object => ({
  timestamp: "2026-11-21T01:23:01.048772Z",
  event: "Task failed with exception",
  level: "error",
  logger: "task",
  error_detail: [
    {
      exc_type: type,
      exc_value: value,
      exc_notes: [],
      syntax_error: null,
      is_cause: false,
      frames: [
        { filename: "/opt/airflow/sdk/task_runner.py", lineno: 1112, name: "run" },
        { filename: "/srv/dags/pub_wine.py", lineno: 61, name: "_s3" },
      ],
      is_group: false,
      exceptions: [],
    },
  ],
  ...more,
});

const why = (...lines: readonly unknown[]): string => loggedFailure(lines.map(readLogLine)).message;

// The first failure that a newcomer meets was shown as "Task failed with exception" and nothing else.
describe("a try without a manifest", () => {
  it.each([
    raised("AirflowNotFoundException", "The conn_id `lake` isn't defined"),
    raised("AirflowRuntimeError", "CONNECTION_NOT_FOUND: {'conn_id': 'lake'}"),
    raised(
      "AirflowFailException",
      "Airflow has no Connection lake, which the workflow's store is reached by: make it, of type aws.",
    ),
  ])("names the Connection that is missing: %j", (line) => {
    const failure = loggedFailure([readLogLine(line)]);
    expect(failure.message).toBe('Airflow has no Connection "lake", which the workflow needs there.');
    expect(failure.tip).toContain("Make it in Airflow");
    expect(failure.type).toBe("requirements");
  });

  it("has the sentence of our own launcher as it is, and the exception of anybody else with its type", () => {
    expect(why(raised("AirflowFailException", "Nothing is saved: check_rows did not pass."))).toBe(
      "Nothing is saved: check_rows did not pass.",
    );
    expect(why(raised("EndpointConnectionError", "Could not connect to the endpoint URL"))).toBe(
      "EndpointConnectionError: Could not connect to the endpoint URL",
    );
  });

  it("has the frames of the exception, and its traceback in the log", () => {
    const line = readLogLine(raised("KeyError", "'a'"));
    expect(loggedFailure([line]).trace.at(-1)).toEqual({
      file: "/srv/dags/pub_wine.py",
      line: 61,
      function: "_s3",
      text: "",
    });
    expect(line.text.split("\n")).toEqual([
      "Task failed with exception",
      "Traceback (most recent call last):",
      '  File "/opt/airflow/sdk/task_runner.py", line 1112, in run',
      '  File "/srv/dags/pub_wine.py", line 61, in _s3',
      "KeyError: 'a'",
    ]);
  });

  it("tells what an exception came from before it", () => {
    const [last] = (raised("RuntimeError", "no store") as { error_detail: readonly object[] }).error_detail;
    const cause = { exc_type: "OSError", exc_value: "refused", is_cause: true, frames: [] };
    const { text } = readLogLine({ event: "failed", error_detail: [last, cause] });
    expect(text).toMatch(
      /OSError: refused\n\nThe above exception was the direct cause.*\n\nTraceback[^]*RuntimeError: no store$/,
    );
    expect(why({ event: "failed", error_detail: [last, cause] })).toBe("RuntimeError: no store");
  });

  it("whose process was killed says by which signal", () => {
    const event = "Process terminated by signal. Likely out of memory error (OOM).";
    expect(why("::group::x", { event, level: "critical", signal: -9, signal_name: "SIGKILL" })).toBe(
      "The task's process on the worker was ended by SIGKILL: somebody killed it, or the system did since memory ran out.",
    );
    expect(why({ event: "******* Received SIGSEGV *******", level: "critical" })).toMatch(/SIGSEGV: it used memory/);
  });

  it("has the last error of its log, or says that there is none", () => {
    expect(
      why(
        { event: "a", level: "error" },
        { event: "Task was externally set", level: "error" },
        { event: "c", level: "info" },
      ),
    ).toBe("Task was externally set");
    expect(why({ event: "c", level: "info" })).toBe("Airflow calls it failed, and its log says nothing of why.");
    expect(why()).toMatch(/says nothing of why/);
  });

  it("keeps a line whose exception is told in another way", () => {
    expect(readLogLine({ event: "e", error_detail: "odd" })).toMatchObject({ text: "e", exceptions: [] });
  });
});
