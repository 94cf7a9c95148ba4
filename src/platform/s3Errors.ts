import type { S3StoreResource } from "../core/index.js";

/** 0 where no answer came. */
function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !("$metadata" in error)) return 0;
  return (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode ?? 0;
}

/** Whether S3 answered with this status, and with this code where one is given. */
export function isS3Status(error: unknown, status: number, code?: string): boolean {
  if (!(error instanceof Error) || !("$metadata" in error)) return false;
  const metadata = error.$metadata as { readonly httpStatusCode?: number };
  return metadata.httpStatusCode === status && (code === undefined || error.name === code);
}

/** A request had not ended in its time. */
export class SlowAnswer extends Error {
  override readonly name = "SlowAnswer";
  constructor(milliseconds: number) {
    super(`its answer had not ended after ${Math.round(milliseconds / 1000)} s`);
  }
}

/** A list that begins again, or has more pages than any that we know. */
export class EndlessList extends Error {
  override readonly name = "EndlessList";
  constructor(pages: number) {
    super(`its list does not end: ${pages} pages were read`);
  }
}

/** A sentence that says what failed and what to do; the SDK's own error is its cause. */
export function explainS3(error: unknown, what: string, resource: S3StoreResource): Error {
  const name = error instanceof Error ? error.name : "";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new Error(
    `Could not ${what} in the store "${resource.name}" (bucket ${resource.bucket}): ${reason(name, code, error, resource)}`,
    { cause: error },
  );
}

function reason(name: string, code: string, error: unknown, { profile, endpoint, region }: S3StoreResource): string {
  const where = endpoint ?? "AWS";
  const credentials = profile === undefined ? "the AWS credentials in the environment" : `the AWS profile "${profile}"`;
  switch (name) {
    case "NoSuchBucket":
      return `there is no such bucket at ${where}. Create it, or correct "bucket" in aqueduct.json.`;
    case "AccessDenied":
    case "Forbidden":
      return `${credentials} may not do that. Give it s3:GetObject, s3:PutObject, s3:DeleteObject and s3:ListBucket there.`;
    case "InvalidAccessKeyId":
      return `${where} does not know the access key of ${credentials}.`;
    case "SignatureDoesNotMatch":
      return `the secret key of ${credentials} is wrong.`;
    case "ExpiredToken":
    case "TokenRefreshRequired":
      return `${credentials} has expired. Sign in again.`;
    case "CredentialsProviderError":
      return profile === undefined
        ? 'no AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a "profile" in aqueduct.json.'
        : `there is no AWS profile "${profile}" with credentials in ~/.aws. Add it, or correct "profile" in aqueduct.json.`;
    case "PermanentRedirect":
    case "AuthorizationHeaderMalformed":
      return `the bucket is not in region ${region ?? "us-east-1"}. Correct "region" in aqueduct.json.`;
    case "RequestTimeTooSkewed":
      return "this machine's clock is wrong. Set it.";
    case "NotImplemented":
      return `${where} does not know conditional writes, without which two publishers could overwrite one another. Use a server that knows them.`;
    case "SlowAnswer":
    case "EndlessList":
      return `${where} answers, but ${error instanceof Error ? error.message : ""}. Is the server well, and an S3 server?`;
    default:
      if (statusOf(error) >= 500)
        return `${where} is broken or still starting (${statusOf(error)}). Try again in a minute.`;
      return code === "ECONNRESET"
        ? `${where} closed the connection. Is the server well?`
        : code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "ETIMEDOUT" || name === "TimeoutError"
          ? `${where} does not answer (${code === "" ? name : code}). Is the address right, and the server up?`
          : error instanceof Error
            ? `${name}: ${error.message}`
            : String(error);
  }
}
