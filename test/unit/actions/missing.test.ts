import { describe, expect, it } from "vitest";
import { NoPython, WorkflowProblems, WrongRequest } from "../../../src/core/actions/errors.js";
import { missingOfFailure, whatIsMissing } from "../../../src/core/actions/missing.js";
import type { Problem } from "../../../src/core/model/problem.js";

const problem: Problem = {
  code: "trace-failed",
  severity: "error",
  message: "",
  file: "flow.py",
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 20,
};

describe("what a failed action lacked", () => {
  it("is Python where there is none", () => {
    expect(whatIsMissing(new NoPython())).toEqual({ kind: "python" });
  });

  it("is the packages that the file could not import", () => {
    const message =
      "ModuleNotFoundError: No module named 'sklearn.linear_model'. Install the package that gives `sklearn.linear_model` into this Python environment, or correct the name.";
    expect(whatIsMissing(new WorkflowProblems("flow.py cannot be built.", [{ ...problem, message }]))).toEqual({
      kind: "packages",
      packages: ["sklearn"],
    });
  });

  it.each([
    new WorkflowProblems("flow.py cannot be built.", [{ ...problem, message: "NameError: name 'x' is not defined." }]),
    new WrongRequest("There is no operator x."),
    new Error("No module named 'x'"),
  ])("is nothing that we know of after %s", (error) => {
    expect(whatIsMissing(error)).toBeUndefined();
  });
});

describe("what a failed operator lacked", () => {
  it("is what it requires", () => {
    const failure = {
      type: "requirements",
      message: "/venv/bin/python lacks what this operator requires: pandas>=2, numpy.",
      tip: "Install it: '/my venv/bin/python' -m pip install 'pandas>=2' 'numpy'",
    } as const;
    expect(missingOfFailure(failure)).toEqual({ kind: "packages", packages: ["pandas>=2", "numpy"] });
  });

  it("is a module that it imports itself", () => {
    expect(
      missingOfFailure({ type: "user", message: "ModuleNotFoundError: No module named 'pandas'", tip: "" }),
    ).toEqual({ kind: "packages", packages: ["pandas"] });
  });

  it("is nothing where its code is to blame", () => {
    expect(
      missingOfFailure({ type: "user", message: "KeyError: 'pandas'", tip: "Use python -m pip list." }),
    ).toBeUndefined();
  });
});
