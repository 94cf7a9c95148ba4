"""AWS Signature Version 4 as a server checks it: who sent a request, and was it changed on the way.

Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Optional
from urllib.parse import parse_qsl, quote, unquote

ALGORITHM = "AWS4-HMAC-SHA256"
ALLOWED_SKEW_SECONDS = 15 * 60


@dataclass(frozen=True)
class Request:
    """A request as it came: `path` and `query` still percent-encoded, `headers` with names in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


class Refused(Exception):
    """The request is not to be answered; `code` is S3's name for the reason."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    @property
    def status(self) -> int:
        malformed = self.code in {"XAmzContentSHA256Mismatch", "AuthorizationHeaderMalformed"}
        return 400 if malformed else 403


@dataclass(frozen=True)
class _Signature:
    credential: str
    signed_headers: str
    signature: str
    date: str
    payload_hash: str
    expires_seconds: Optional[int]
    """Of a presigned address; None where the signature stands in a header."""


def authenticate(request: Request, secrets: Mapping[str, str], now: datetime) -> str:
    """Return the key id that signed `request`.

    `secrets` gives the secret of each key id. Raises `Refused` where nobody known signed it, where it was changed since,
    and where it is too old.
    """
    signature = _signature_of(request)
    try:
        key_id, day, region, service, _ = signature.credential.split("/")
        signed_at = datetime.strptime(signature.date, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
    except ValueError as error:
        raise Refused("AuthorizationHeaderMalformed", f"The authorization is malformed: {error}.") from error
    if key_id not in secrets:
        raise Refused("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.")

    scope = f"{day}/{region}/{service}/aws4_request"
    canonical = _canonical_request(request, signature)
    text = "\n".join([ALGORITHM, signature.date, scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = f"AWS4{secrets[key_id]}".encode()
    for part in (day, region, service, "aws4_request"):
        key = _hmac(key, part)
    if not hmac.compare_digest(_hmac(key, text).hex(), signature.signature):
        raise Refused(
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.",
        )

    age = (now - signed_at).total_seconds()
    if signature.expires_seconds is None and abs(age) > ALLOWED_SKEW_SECONDS:
        raise Refused(
            "RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large.",
        )
    if signature.expires_seconds is not None and age > signature.expires_seconds:
        raise Refused("AccessDenied", "Request has expired")
    _check_payload(request, signature.payload_hash)
    return key_id


def _signature_of(request: Request) -> _Signature:
    authorization = request.headers.get("authorization", "")
    query = dict(_query_pairs(request.query))
    try:
        if authorization.startswith(ALGORITHM):
            fields = authorization[len(ALGORITHM) :].split(",")
            parts = dict(field.strip().split("=", 1) for field in fields)
            return _Signature(
                credential=parts["Credential"],
                signed_headers=parts["SignedHeaders"],
                signature=parts["Signature"],
                date=request.headers.get("x-amz-date", ""),
                payload_hash=request.headers.get("x-amz-content-sha256", ""),
                expires_seconds=None,
            )
        if "X-Amz-Signature" in query:
            return _Signature(
                credential=query["X-Amz-Credential"],
                signed_headers=query["X-Amz-SignedHeaders"],
                signature=query["X-Amz-Signature"],
                date=query["X-Amz-Date"],
                payload_hash="UNSIGNED-PAYLOAD",
                expires_seconds=int(query["X-Amz-Expires"]),
            )
    except (KeyError, ValueError) as error:
        raise Refused("AuthorizationHeaderMalformed", f"The authorization is malformed: {error!r}.") from error
    raise Refused("AccessDenied", "Access Denied")


def _canonical_request(request: Request, signature: _Signature) -> str:
    pairs = [(name, value) for name, value in _query_pairs(request.query) if name != "X-Amz-Signature"]
    headers = [(name, request.headers.get(name, "")) for name in signature.signed_headers.split(";")]
    return "\n".join(
        [
            request.method,
            quote(unquote(request.path), safe="/-_.~") or "/",
            "&".join(sorted(f"{_encoded(name)}={_encoded(value)}" for name, value in pairs)),
            "".join(f"{name}:{' '.join(value.split())}\n" for name, value in headers),
            signature.signed_headers,
            signature.payload_hash,
        ]
    )


def _check_payload(request: Request, payload_hash: str) -> None:
    # Other values (UNSIGNED-PAYLOAD, STREAMING-…) say that the body is not part of the signature.
    is_digest = len(payload_hash) == 64
    if is_digest and hashlib.sha256(request.body).hexdigest() != payload_hash:
        raise Refused(
            "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed.",
        )


def _query_pairs(query: str) -> list[tuple[str, str]]:
    # A plus sign is itself in a signed query; only form bodies mean a blank by it.
    return parse_qsl(query.replace("+", "%2B"), keep_blank_values=True)


def _encoded(text: str) -> str:
    return quote(text, safe="-_.~")


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
