"""What every store must do, by the file of samples that the TypeScript client reads too."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from aqueduct.store import BadKey, FolderStore, S3Store, Store, s3_client

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
