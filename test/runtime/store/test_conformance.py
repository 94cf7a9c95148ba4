"""What every store must do, by the file of samples that the TypeScript client reads too."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from aqueduct.digests import sha256_of
from aqueduct.runner.memory import peak_bytes, reset_peak
from aqueduct.shipping.blobs import put_blob
from aqueduct.store import BadKey, FolderStore, S3Store, Store, s3, s3_client

SAMPLES: Any = json.loads(
    (Path(__file__).parents[2] / "fixtures" / "store" / "conformance.json").read_text(encoding="utf-8")
)


# The endpoint, key id and secret of an S3 server as JSON, set by whoever started one.
SERVER: Any = json.loads(os.environ.get("AQUEDUCT_TEST_S3", "null"))


@pytest.fixture(params=["folder", "S3"] if SERVER else ["folder"])
def store(request: Any, tmp_path: Path) -> Store:
    if request.param == "folder":
        return FolderStore(str(tmp_path / "store"))
    client = s3_client({"endpoint": SERVER["endpoint"], "region": "us-east-1"}, SERVER["keyId"], SERVER["secret"], None)
    bucket = f"conformance-{os.urandom(4).hex()}"
    client.create_bucket(Bucket=bucket)
    return S3Store(client, bucket, "some/prefix/")


def test_the_samples_hold_one_after_the_other(store: Store) -> None:
    for operation, key, *more in SAMPLES["steps"]:
        if operation == "get":
            found = store.get(key)
            assert (None if found is None else found.decode("utf-8")) == more[0], key
        elif operation == "list":
            assert store.list(key) == more[0], key
        else:
            assert store.put_if_absent(key, more[0].encode("utf-8")) is more[1], key


@pytest.mark.parametrize("key", SAMPLES["badKeys"])
def test_a_key_that_is_none_is_refused(tmp_path: Path, key: str) -> None:
    store = FolderStore(str(tmp_path))
    with pytest.raises(BadKey):
        store.get(key)
    with pytest.raises(BadKey):
        store.put_if_absent(key, b"")


def test_of_many_writers_exactly_one_puts_a_key(store: Store) -> None:
    def put(writer: int) -> bool:
        return store.put_if_absent("race/key", str(writer).encode())

    with ThreadPoolExecutor(16) as writers:
        won = list(writers.map(put, range(16)))
    assert won.count(True) == 1
    assert store.get("race/key") == str(won.index(True)).encode()


def test_nothing_temporary_is_left_in_a_folder(tmp_path: Path) -> None:
    store = FolderStore(str(tmp_path))
    store.put_if_absent("a/b", b"")
    store.put_if_absent("a/b", b"")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["b"]


def test_files_are_put_once_and_fetched(store: Store, tmp_path: Path) -> None:
    first, second, found = (tmp_path / name for name in ("first", "second", "found"))
    first.write_bytes(os.urandom(3_000_000))
    second.write_bytes(b"2")
    assert store.put_file_if_absent("a/b", first)
    assert not store.put_file_if_absent("a/b", second)
    assert store.fetch("a/b", found)
    assert found.read_bytes() == first.read_bytes() == store.get("a/b")
    assert not store.fetch("a", tmp_path / "none")
    assert not store.fetch("a/c", tmp_path / "none")
    assert not (tmp_path / "none").exists()


def put_by_somebody(store: Store, key: str, data: bytes) -> None:
    """Puts bytes as they are, whatever lies there: as who writes past us would."""
    if isinstance(store, S3Store):
        store._client.put_object(Bucket=store._bucket, Key=store._name(key), Body=data)
        return
    assert isinstance(store, FolderStore)
    file = store._root / key
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


@pytest.mark.parametrize("as_file", [False, True])
def test_content_is_put_once_and_takes_the_place_of_other_bytes(store: Store, tmp_path: Path, as_file: bool) -> None:
    data, digest = b"right", hashlib.sha256(b"right").hexdigest()
    given = tmp_path / "given"
    given.write_bytes(data)
    key = f"values/p/w/sha256/{digest}"
    for wrong in (None, b"", b"righ", b"wrong", b"something longer"):
        if wrong is not None:
            put_by_somebody(store, key, wrong)
        store.put_content(key, given if as_file else data, digest)
        assert store.get(key) == data
    put_by_somebody(store, key, data)  # without a checksum that S3 keeps: it is read
    store.put_content(key, given if as_file else data, digest)
    assert store.get(key) == data


def test_bytes_that_are_not_those_of_the_digest_get_no_name(store: Store, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.write_bytes(b"changed since it was hashed")
    key = f"values/p/w/sha256/{'0' * 64}"
    for data in (b"wrong", given):
        with pytest.raises(Exception, match=r"SHA-256|checksum|BadDigest|InvalidRequest"):
            store.put_content(key, data, "0" * 64)
    assert store.get(key) is None


def test_content_that_is_there_is_not_sent_again(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not isinstance(store, S3Store):
        pytest.skip("a folder reads what is there")
    monkeypatch.setattr(s3, "ONE_REQUEST", 6 * 2**20)
    monkeypatch.setattr(s3, "PART", 5 * 2**20)
    file = tmp_path / "file"
    file.write_bytes(os.urandom(11 * 2**20))
    digest = sha256_of(file)
    store.put_content("values/large", file, digest)
    store.put_content("values/small", b"1", hashlib.sha256(b"1").hexdigest())
    asked: list[str] = []
    store._client.meta.events.register("before-call.s3", lambda model, **_: asked.append(model.name))
    store.put_content("values/large", file, digest)
    assert asked == ["HeadObject", "GetObject"]  # S3 keeps no checksum of the whole where there were parts
    asked.clear()
    store.put_content("values/small", b"1", hashlib.sha256(b"1").hexdigest())
    assert asked == ["PutObject", "HeadObject"]
    put_by_somebody(store, "values/large", b"wrong")
    store.put_content("values/large", file, digest)
    assert store.get("values/large") == file.read_bytes()


def test_a_large_file_goes_to_s3_in_parts_which_nobody_sees_before_the_last(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not isinstance(store, S3Store):
        pytest.skip("a folder takes files of any size at once")
    monkeypatch.setattr(s3, "ONE_REQUEST", 6 * 2**20)
    monkeypatch.setattr(s3, "PART", 5 * 2**20)  # S3 takes no smaller one, but for the last
    client, bucket = store._client, store._bucket
    sent: list[int] = []
    client.meta.events.register(
        "before-parameter-build.s3.UploadPart", lambda params, **_: sent.append(len(params["Body"]))
    )
    file = tmp_path / "file"
    file.write_bytes(os.urandom(11 * 2**20))
    assert store.put_file_if_absent("large", file)
    assert sent == [5 * 2**20, 5 * 2**20, 2**20]
    assert store.get("large") == file.read_bytes()
    assert not store.put_file_if_absent("large", file)

    def refuse(**_: object) -> None:
        raise KeyboardInterrupt

    client.meta.events.register("before-call.s3.CompleteMultipartUpload", refuse)
    with pytest.raises(KeyboardInterrupt):
        store.put_file_if_absent("interrupted", file)
    assert store.get("interrupted") is None
    assert "Uploads" not in client.list_multipart_uploads(Bucket=bucket)


def test_a_part_is_larger_where_ten_thousand_would_not_do() -> None:
    assert s3.part_size(300 * 2**20) == s3.PART
    assert s3.part_size(5 * 2**40) * 10_000 >= 5 * 2**40


def test_a_download_whose_connection_breaks_begins_again(store: Store, tmp_path: Path) -> None:
    if not isinstance(store, S3Store):
        pytest.skip("a folder has no connection")
    from botocore.exceptions import ResponseStreamingError

    store.put_if_absent("x", b"whole")
    get, asked = store._client.get_object, []

    class Broken(io.BytesIO):
        def iter_chunks(self, _size: int) -> Iterator[bytes]:
            yield b"wh"
            raise ResponseStreamingError(error="Connection broken")

    def once(**given: Any) -> Any:
        asked.append(given["Key"])
        return {"Body": Broken()} if len(asked) < 3 else get(**given)

    store._client.get_object = once
    assert store.fetch("x", tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == b"whole"
    assert len(asked) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of a part of a process")
def test_a_large_file_is_never_in_memory_as_a_whole(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "file"
    with open(file, "wb") as opened:
        opened.truncate(400 * 2**20)
    store.put_if_absent("x", b"")  # what is loaded once
    reset_peak()
    before = peak_bytes() or 0
    assert store.put_file_if_absent("large", file)
    assert store.fetch("large", tmp_path / "found")
    assert (peak_bytes() or 0) - before < 100 * 2**20
    assert (tmp_path / "found").stat().st_size == 400 * 2**20


@pytest.mark.skipif(os.name == "nt", reason="modes are not looked at on Windows")
@pytest.mark.parametrize(("mode", "others"), [(0o700, 0), (0o755, 0o044)])
def test_what_lies_in_a_private_folder_is_private(tmp_path: Path, mode: int, others: int) -> None:
    before = os.umask(0o022)
    try:
        tmp_path.chmod(mode)
        FolderStore(str(tmp_path / "store")).put_if_absent("workflows/p/w.json", b"1")
        for name in ("store", "store/workflows", "store/workflows/p", "store/.scratch", "store/workflows/p/w.json"):
            assert (tmp_path / name).stat().st_mode & 0o044 == others, name
        assert put_blob(tmp_path / "again" / "blobs", b"1")
        assert (tmp_path / "again").stat().st_mode & 0o044 == others
    finally:
        os.umask(before)
