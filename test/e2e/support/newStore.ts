import type { QuickInput } from "./quickInput.js";
import type { World } from "./world.js";

/** Answers what *Connect to Airflow* asks of a new S3 bucket, with that of this world, and names the store `lake`. */
export async function answerNewStore(quick: QuickInput, world: World): Promise<void> {
  await quick.pick("Store for code, results and records", "New S3 bucket…");
  await quick.answer("Bucket, and behind a slash the prefix", `s3://${world.bucket}/aqueduct`);
  await quick.answer("Region of the bucket", world.s3.region);
  await quick.answer("Address of an S3 server other than AWS", world.s3.endpoint);
  await quick.pick("AWS profile that this machine uses", "lake");
  await quick.answer("Name of this store in aqueduct.json", "lake");
}
