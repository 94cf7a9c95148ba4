import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { taskEnvironment, withheldVariables, withoutSecrets } from "../../../src/core/jobs/taskEnvironment.js";

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

  it("hands on a variable whatever its name is", () => {
    const names = Object.keys(
      withoutSecrets(
        Object.fromEntries([
          ["__proto__", "a"],
          ["constructor", "b"],
        ]),
      ),
    );
    expect(names).toEqual(["__proto__", "constructor"]);
  });

  it("leaves behind what the table names, in any case, and hands on all else", () => {
    for (const { name, why } of withheldVariables) {
      expect(why, name).not.toBe("");
      const example = name.replaceAll("*", "ANY_ONE");
      expect(withoutSecrets({ [example]: "x", [example.toLowerCase()]: "y", [`MY_${example}`]: "mine" })).toEqual({
        [`MY_${example}`]: "mine",
      });
    }
    const own = { DATABASE_TOKEN: "t", MY_AWS_SECRET_ACCESS_KEY: "k", AQUEDUCT_PUBLISH: "yes" };
    expect(withoutSecrets(own)).toEqual(own);
  });

  it("is told in docs/formats/engine.md as the table has it", () => {
    const text = readFileSync(path.resolve("docs/formats/engine.md"), "utf8");
    for (const { name, why } of withheldVariables) expect(text).toContain(`| \`${name}\` | ${why} |`);
  });
});
