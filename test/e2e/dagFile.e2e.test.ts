import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { airflowPython, airflowPythons, type AirflowVersion } from "../../scripts/testbed/airflow.mjs";
import { testPython } from "../../scripts/testbed/testPython.mjs";
import { ask } from "./support/services/client.js";
import { s3Users } from "./support/services/contract.js";

/** The other tests of this suite publish to 3.3.2. `npm run test:long -- airflows` takes all. */
const versions: readonly AirflowVersion[] =
  process.env["AQUEDUCT_WHOLE"] === "1" ? (Object.keys(airflowPythons) as AirflowVersion[]) : ["2.11.2"];

/** The tests of Python that need an Airflow or an S3 server look for it in a variable; without it they do not exist. The others of their file run in `runtime`. */
async function pytest(file: string, only: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const env = { ...process.env, ...variables, PYTHONPATH: path.resolve("src/runtime"), PYTHONDONTWRITEBYTECODE: "1" };
  const { stdout } = await promisify(execFile)(
    await testPython(),
    ["-m", "pytest", "-v", "-p", "no:cacheprovider", "-k", only, file],
    { env },
  );
  return stdout;
}

describe("the DAG file", () => {
  it.each(versions)(
    "is imported by Airflow %s without a warning, and fetches its runtime once, verified and private",
    async (version) => {
      const airflows = JSON.stringify({ [version]: await airflowPython(version) });
      const only = "airflow_imports or runtime_is_fetched or description_is";
      const said = await pytest("test/runtime/launcher/test_dag_text.py", only, { AQUEDUCT_TEST_AIRFLOWS: airflows });
      expect(said.match(/test_airflow_imports_it_without_a_warning.* PASSED/g)).toHaveLength(2);
      expect(said.match(/test_a_description_is_the_dags_and_its_documentation.* PASSED/g)).toHaveLength(3);
      expect(said).toMatch(/test_the_runtime_is_fetched_once_verified_and_kept_private.* PASSED/);
    },
    300_000,
  );
});

describe("the store's Python client", () => {
  it("does on a real S3 server what every store must do", async () => {
    const { endpoint } = await ask("s3", null);
    const server = JSON.stringify({ endpoint, keyId: "ANN", secret: s3Users.ANN });
    const said = await pytest(
      "test/runtime/store",
      "hold_one_after_the_other or large_file or fetched or breaks or content or digest",
      {
        AQUEDUCT_TEST_S3: server,
      },
    );
    expect(said).toMatch(/test_the_samples_hold_one_after_the_other\[S3\] PASSED/);
    expect(said).toMatch(/test_content_is_put_once_and_takes_the_place_of_other_bytes\[S3-True\] PASSED/);
    expect(said).toMatch(/test_a_large_file_goes_to_s3_in_parts_which_nobody_sees_before_the_last\[S3\] PASSED/);
  }, 180_000);
});
