// @ts-check
/**
 * Requests to S3 signed with Signature Version 4, by nothing but Node: the harness runs before anything is installed.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
import { createHash, createHmac } from "node:crypto";

/**
 * @typedef {object} Credentials
 * @property {string} accessKeyId
 * @property {string} secretAccessKey
 */

/**
 * Sends a request without body or query.
 *
 * @param {string} method
 * @param {URL} url its path may hold `[A-Za-z0-9._/-]` only
 * @param {Credentials} credentials
 * @param {string} region
 * @returns {Promise<Response>}
 */
export function signedFetch(method, url, { accessKeyId, secretAccessKey }, region) {
  const date = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
  const bodyDigest = sha256("");
  const signedHeaders = "host;x-amz-content-sha256;x-amz-date";
  const canonical = [
    method,
    url.pathname,
    "",
    `host:${url.host}`,
    `x-amz-content-sha256:${bodyDigest}`,
    `x-amz-date:${date}`,
    "",
    signedHeaders,
    bodyDigest,
  ].join("\n");
  const key = scope.split("/").reduce((current, part) => hmac(current, part), Buffer.from(`AWS4${secretAccessKey}`));
  const signature = hmac(key, ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n")).toString("hex");
  return fetch(url, {
    method,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope},SignedHeaders=${signedHeaders},Signature=${signature}`,
      "x-amz-content-sha256": bodyDigest,
      "x-amz-date": date,
    },
  });
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * @param {Buffer} key
 * @param {string} text
 */
function hmac(key, text) {
  return createHmac("sha256", key).update(text).digest();
}
