import { describe, expect, it } from "vitest";
import { taskEnvironment } from "../../../src/core/jobs/taskEnvironment.js";

describe("the environment of a task", () => {
  it("is the submitter's and the task's own, without credentials of Airflow, of the store and of our resources", () => {
    const submitter = {
      PATH: "/bin",
      AIRFLOW_HOME: "a",
      AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: "b",
      AQUEDUCT_WINE_DB_PASSWORD: "c",
      AWS_SECRET_ACCESS_KEY: "d",
      AWS_PROFILE: "lake",
      GONE: undefined,
    };
    expect(taskEnvironment(submitter, { PYTHONPATH: "/runtime" })).toEqual({
      PATH: "/bin",
      AWS_PROFILE: "lake",
      PYTHONPATH: "/runtime",
    });
  });
});
