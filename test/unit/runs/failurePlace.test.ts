import { expect, test } from "vitest";
import { failurePlace } from "../../../src/core/index.js";
import type { Failure } from "../../../src/core/model/manifest.js";
import type { TraceFrame } from "../../../src/core/model/trace.js";

function frame(file: string, line: number): TraceFrame {
  return { file, line, function: "f", text: "…" };
}

function failure(...trace: readonly TraceFrame[]): Failure {
  return { type: "user", message: "ValueError: bad", tip: "", trace };
}

const operator = { file: "flow.py", line: 3 };

test("a failure belongs to the last of the user's lines inside the folder", () => {
  expect(failurePlace(failure(frame("flow.py", 12), frame("steps/clean.py", 4)), operator)).toEqual({
    file: "steps/clean.py",
    line: 4,
    callers: [frame("flow.py", 12)],
  });
});

test("frames outside of the folder are passed over, on every system", () => {
  const outside = [
    "/usr/lib/python3/json.py",
    "C:\\Python\\json.py",
    "D:/lib/x.py",
    "\\\\server\\x.py",
    "../shared/x.py",
    "<string>",
  ];
  expect(failurePlace(failure(frame("flow.py", 12), ...outside.map((file) => frame(file, 1))), operator)).toMatchObject(
    { file: "flow.py", line: 12, callers: [] },
  );
});

test("a failure without a line of the folder belongs to the operator", () => {
  expect(failurePlace(failure(), operator)).toEqual({ ...operator, callers: [] });
});
