/** What we use of the S3 client, and nothing else of it: a bundle of its own (scripts/build/libraries.mjs), loaded when a bucket is first opened. */
export {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type ListObjectsV2CommandOutput,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
