"""A store in S3, through boto3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from aqueduct.store.interface import check_key

_ABSENT = frozenset({"NoSuchKey", "404", "NotFound"})
_TAKEN = frozenset({"PreconditionFailed", "412"})
_RACING = frozenset({"ConditionalRequestConflict", "409"})  # S3's answer to the loser of a race: to be asked again
_ATTEMPTS = 5


class MissingBoto3(Exception):
    """boto3 is not installed in this interpreter."""


def s3_client(place: Mapping[str, Any], key_id: Optional[str], secret: Optional[str], token: Optional[str]) -> Any:
    """A client for a store in S3; without a key id the chain of credentials of AWS decides.

    `place` has region and endpoint, each of which may be None. Raises MissingBoto3.
    """
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise MissingBoto3(str(error)) from error
    endpoint = place.get("endpoint")
    addressing = {"addressing_style": "path"} if endpoint else None
    return boto3.session.Session().client(
        "s3",
        aws_access_key_id=key_id,
        aws_secret_access_key=secret,
        aws_session_token=token,
        region_name=place.get("region"),
        endpoint_url=endpoint,
        config=Config(signature_version="s3v4", retries={"mode": "standard", "max_attempts": 5}, s3=addressing),
    )


class S3Store:
    """Keys under a prefix of a bucket. Errors of S3 rise as botocore raises them."""

    def __init__(self, client: Any, bucket: str, prefix: str = "") -> None:
        self._client = client
        self._bucket = bucket
        self._prefix = f"{prefix.rstrip('/')}/" if prefix else ""

    def get(self, key: str) -> Optional[bytes]:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=self._name(key))
        except self._client.exceptions.ClientError as error:
            if _code(error) in _ABSENT:
                return None
            raise
        data: bytes = answer["Body"].read()
        return data

    def list(self, prefix: str) -> Sequence[str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=self._prefix + prefix
        )
        return [entry["Key"][len(self._prefix) :] for page in pages for entry in page.get("Contents", ())]

    def put_if_absent(self, key: str, data: bytes) -> bool:
        name = self._name(key)
        for attempt in range(_ATTEMPTS):
            try:
                self._client.put_object(Bucket=self._bucket, Key=name, Body=data, IfNoneMatch="*")
                return True
            except self._client.exceptions.ClientError as error:
                if _code(error) in _TAKEN:
                    return False
                if _code(error) not in _RACING or attempt == _ATTEMPTS - 1:
                    raise
        return False

    def _name(self, key: str) -> str:
        return self._prefix + check_key(key)


def _code(error: Any) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))
