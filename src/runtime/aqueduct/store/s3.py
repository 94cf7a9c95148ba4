"""A store in S3, through boto3."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Optional, Union

from aqueduct.store.interface import check_key

_ABSENT = frozenset({"NoSuchKey", "404", "NotFound"})
_TAKEN = frozenset({"PreconditionFailed", "412"})
_RACING = frozenset({"ConditionalRequestConflict", "409"})  # S3's answer to the loser of a race: to be asked again
_ATTEMPTS = 5
_PIECE = 1024 * 1024
ONE_REQUEST = 256 * 1024 * 1024
"""Bytes: larger files go in parts, of which each can be sent again."""
PART = 32 * 1024 * 1024
_MOST_PARTS = 10_000


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

    def fetch(self, key: str, file: Path) -> bool:
        from botocore.exceptions import HTTPClientError, IncompleteReadError

        for attempt in range(_ATTEMPTS):
            try:
                return self._download(key, file)
            except (HTTPClientError, IncompleteReadError):  # the connection broke: botocore tries only requests again
                file.unlink(missing_ok=True)
                if attempt == _ATTEMPTS - 1:
                    raise
        return False

    def _download(self, key: str, file: Path) -> bool:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=self._name(key))
        except self._client.exceptions.ClientError as error:
            if _code(error) in _ABSENT:
                return False
            raise
        with closing(answer["Body"]) as body, open(file, "xb") as target:
            for piece in body.iter_chunks(_PIECE):
                target.write(piece)
        return True

    def list(self, prefix: str) -> Sequence[str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(
            Bucket=self._bucket, Prefix=self._prefix + prefix
        )
        return [entry["Key"][len(self._prefix) :] for page in pages for entry in page.get("Contents", ())]

    def put_if_absent(self, key: str, data: bytes) -> bool:
        name = self._name(key)
        return self._once(lambda: self._client.put_object(Bucket=self._bucket, Key=name, Body=data, IfNoneMatch="*"))

    def put_file_if_absent(self, key: str, file: Path) -> bool:
        name = self._name(key)
        size = file.stat().st_size
        if size > ONE_REQUEST:
            return self._put_parts(name, file, size, {"IfNoneMatch": "*"})
        with open(file, "rb") as body:

            def put() -> None:
                body.seek(0)
                self._client.put_object(Bucket=self._bucket, Key=name, Body=body, IfNoneMatch="*")

            return self._once(put)

    def put_content(self, key: str, data: Union[bytes, Path], digest: str) -> None:
        name = self._name(key)
        size = len(data) if isinstance(data, bytes) else data.stat().st_size
        is_large = isinstance(data, Path) and size > ONE_REQUEST
        there = self._holds(name, digest) if is_large else None  # else S3 tells once it has all of a small one
        if there is None and self._put_content(name, data, size, digest, {"IfNoneMatch": "*"}):
            return
        if not (there or self._holds(name, digest)):
            self._put_content(name, data, size, digest, {})

    def _put_content(
        self, name: str, data: Union[bytes, Path], size: int, digest: str, condition: Mapping[str, str]
    ) -> bool:
        if isinstance(data, Path) and size > ONE_REQUEST:
            return self._put_parts(name, data, size, condition)
        checksum = self._sha256(digest)
        with io.BytesIO(data) if isinstance(data, bytes) else open(data, "rb") as body:

            def put() -> None:
                body.seek(0)
                self._client.put_object(Bucket=self._bucket, Key=name, Body=body, **checksum, **condition)

            return self._once(put)

    def _sha256(self, digest: str) -> dict[str, str]:
        """The checksum by which S3 compares what it is sent, and which it keeps; none where boto3 is too old to know it."""
        known = self._client.meta.service_model.operation_model("PutObject").input_shape.members
        if "ChecksumSHA256" not in known:
            return {}
        return {"ChecksumSHA256": base64.b64encode(bytes.fromhex(digest)).decode("ascii")}

    def _holds(self, name: str, digest: str) -> Optional[bool]:
        """Whether an object has this SHA-256: by the checksum that S3 keeps, else by reading it. None: there is none."""
        where, checksum = {"Bucket": self._bucket, "Key": name}, self._sha256(digest)
        try:
            if checksum:
                found = self._client.head_object(**where, ChecksumMode="ENABLED").get("ChecksumSHA256")
                if found is not None and "-" not in found:
                    return bool(found == checksum["ChecksumSHA256"])
            answer = self._client.get_object(**where)
        except self._client.exceptions.ClientError as error:
            if _code(error) in _ABSENT:
                return None
            raise
        read = hashlib.sha256()
        with closing(answer["Body"]) as body:
            for piece in body.iter_chunks(_PIECE):
                read.update(piece)
        return read.hexdigest() == digest

    def _put_parts(self, name: str, file: Path, size: int, condition: Mapping[str, str]) -> bool:
        """S3 takes at most 5 GB in one request. No one sees the object before its parts are put together."""
        where = {"Bucket": self._bucket, "Key": name}
        begun = self._client.create_multipart_upload(**where, **_checksum_of(self._client))
        where["UploadId"] = begun["UploadId"]
        parts: list[dict[str, Any]] = []
        is_put = False
        try:
            with open(file, "rb") as body:
                for data in iter(lambda: body.read(part_size(size)), b""):
                    number = len(parts) + 1
                    answer = self._client.upload_part(**where, PartNumber=number, Body=data)
                    parts.append({"PartNumber": number, "ETag": answer["ETag"], **_checksums(answer)})
            is_put = self._once(
                lambda: self._client.complete_multipart_upload(**where, MultipartUpload={"Parts": parts}, **condition)
            )
        finally:
            if not is_put:  # parts that nobody puts together would be paid for
                self._client.abort_multipart_upload(**where)
        return is_put

    def _once(self, put: Callable[[], object]) -> bool:
        """Whether a request that puts only what is absent did so."""
        for attempt in range(_ATTEMPTS):
            try:
                put()
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


def part_size(size: int) -> int:
    """Bytes of a part of a file of that size: S3 counts to ten thousand."""
    return max(PART, -(-size // _MOST_PARTS))


def _checksum_of(client: Any) -> dict[str, str]:
    """The checksum that newer versions of botocore give to every part by themselves: the upload has to say it first."""
    is_given = getattr(client.meta.config, "request_checksum_calculation", None) == "when_supported"
    return {"ChecksumAlgorithm": "CRC32"} if is_given else {}


def _checksums(answer: Mapping[str, Any]) -> dict[str, Any]:
    """What S3 says of a part that it checked, which it wants to hear again."""
    return {name: value for name, value in answer.items() if name.startswith("Checksum") and name != "ChecksumType"}
