// @ts-check
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { startS3 } from "../scripts/testbed/s3.mjs";
import { testPython } from "../scripts/testbed/testPython.mjs";

/** Each a way that bytes are made: a pickle, Parquet from columns that lie apart, and Parquet that is read again to prove it. */
const kinds = ["array", "table of one array", "table with times and text"];
const mebibytes = 2048;
const user = { keyId: "BENCH", secret: "bench" };

/**
 * What artifact_memory.py prints, with a real S3 server.
 *
 * @returns {Promise<unknown>}
 */
export async function measureArtifactMemory() {
  const s3 = await startS3({ users: { [user.keyId]: { secret: user.secret } } });
  try {
    const { stdout } = await promisify(execFile)(
      await testPython(),
      ["bench/artifact_memory.py", String(mebibytes), ...kinds],
      {
        env: {
          ...process.env,
          PYTHONPATH: path.resolve("src/runtime"),
          AQUEDUCT_TEST_S3: JSON.stringify({ endpoint: s3.endpoint, ...user }),
        },
      },
    );
    return JSON.parse(stdout);
  } finally {
    await s3.stop();
  }
}
