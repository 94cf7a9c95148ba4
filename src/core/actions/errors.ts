import type { Problem } from "../model/problem.js";

/** The user's file, or what it asks for, stands in the way: each problem names the place and what to do. */
export class WorkflowProblems extends Error {
  override readonly name = "WorkflowProblems";
  constructor(
    summary: string,
    readonly problems: readonly Problem[],
  ) {
    super(summary);
  }
}

/** Something was asked for in a way that cannot be answered, such as a name that does not exist. */
export class WrongRequest extends Error {
  override readonly name = "WrongRequest";
}

/** There is no Python to run workflows with: the machine's lack, whoever asked. */
export class NoPython extends Error {
  override readonly name = "NoPython";
  constructor(message = "There is no Python here. Install Python 3.9 or newer, or name one with --python.") {
    super(message);
  }
}
