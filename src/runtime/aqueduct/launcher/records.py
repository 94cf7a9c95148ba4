"""What a worker reads of the store: content by its digest, JSON, and which of several attempts counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Optional

from aqueduct import formats, keys
from aqueduct.digests import sha256_of
from aqueduct.store import BadKey, Store
from aqueduct.store.blobs import sha256


class Broken(Exception):
    """Something that must be in the store is not, or is not what it should be; as a text it says what to do.

    `tip` is that part of it, where it is not the same for all: publish again, then clear the run.
    """

    def __init__(self, message: str, tip: Optional[str] = None) -> None:
        super().__init__(message if tip is None else f"{message} {tip}")
        self.message, self.tip = message, tip


_FORMAT = 2
"""How a store is laid out (docs/formats/store.md); what has no number is older, and is read."""


def check_format(store: Store) -> None:
    """Raises Broken for a store of a newer layout than this build's, which could be misread."""
    found = read_record(store, "store", keys.FORMAT, "Delete it there, then publish the workflow again.")
    number = 1 if found is None else found["format"]
    if number > _FORMAT:
        raise Broken(
            f"The store has format {number}, and this build knows formats up to {_FORMAT}: "
            "publish the workflow again with the newer Aqueduct that wrote there."
        )


def read_content(store: Store, key: str, digest: str, advice: str) -> Optional[bytes]:
    """The bytes of a key that has this SHA-256, None where there is none.

    Raises Broken, with `advice` in it, where what lies there has another one. This and `fetch_content` are the one door to
    blobs, builds and values on a worker.
    """
    try:
        data = store.get(key)
    except BadKey as error:
        raise Broken(f"{error}: {advice}.") from None
    if data is not None and sha256(data) != digest:
        raise _wrong(key, advice)
    return data


def fetch_content(store: Store, key: str, digest: str, file: Path, advice: str) -> None:
    """Writes the bytes of a key to a new file; raises Broken where there are none, or others."""
    try:
        is_there = store.fetch(key, file)
    except BadKey as error:
        raise Broken(f"{error}: {advice}.") from None
    if not is_there:
        raise Broken(f"{key} is not in the store: {advice}.")
    if sha256_of(file) != digest:
        raise _wrong(key, advice)


def _wrong(key: str, advice: str) -> Broken:
    return Broken(f"{key} in the store is not what was put there (its SHA-256 differs): {advice}.")


def read_record(store: Store, name: str, key: str, advice: str) -> Optional[dict[str, Any]]:
    """A record of a format (docs/formats), None where the key is absent.

    Raises Broken where it is something else, with `advice`, or is of a newer format.
    """
    try:
        data = store.get(key)
    except BadKey as error:
        raise Broken(f"{error}.", advice) from None
    return None if data is None else _parsed(name, key, data, advice)


def read_manifest(store: Store, key: str) -> Optional[dict[str, Any]]:
    """As `read_record`: a manifest."""
    return read_record(
        store, "manifest", key, "Delete it there, then clear the task that it is of, so that it runs again."
    )


def read_run(store: Store, place: keys.RunPlace) -> Optional[dict[str, Any]]:
    """As `read_record`: the record of a run."""
    return read_record(store, "run", place.record, "Delete it there, then clear the run to start it anew.")


def read_last_good(store: Store, place: keys.RunPlace) -> Optional[dict[str, Any]]:
    """As `read_record`: what a life is held to."""
    return read_record(store, "last-good", place.last_good, "Delete it there, and it is made anew.")


def _parsed(name: str, key: str, data: bytes, advice: str) -> dict[str, Any]:
    try:
        return formats.read_text(name, data, f"{key} in the store")
    except formats.Unreadable as error:
        if error.newer is None:
            raise Broken(str(error), advice) from None
        message = f"{key} in the store has format {error.newer}, which this build does not know."
        raise Broken(message, "Publish the workflow again with the newer Aqueduct that wrote there.") from None


def put_json(store: Store, key: str, value: Mapping[str, Any]) -> bool:
    """Puts JSON if the key is absent; False where it was there."""
    return store.put_if_absent(
        key, json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")
    )


def read_build(store: Store, project: str, key: str, name: str) -> dict[str, Any]:
    """The record of a build, which is what its name says; raises Broken where it is gone, or was changed.

    The DAG file names the build and the build names all code, so that who may write the store alone cannot change it.
    """
    found = find_build(store, project, key, name)
    if found is None:
        raise Broken(f"The record of build {name[:12]} is not in the store: publish the workflow again.")
    return found


def find_build(store: Store, project: str, key: str, name: str) -> Optional[dict[str, Any]]:
    """As `read_build`, None where it is gone."""
    place = keys.build(project, key, name)
    data = read_content(store, place, name, "publish the workflow again, which puts it right")
    return None if data is None else _parsed("build", place, data, "Publish the workflow again.")


def operator_of(build: Mapping[str, Any], operator: str) -> Optional[Mapping[str, Any]]:
    """An operator of a build by its id."""
    return next((each for each in build["operators"] if each["id"] == operator), None)


def producers(build: Mapping[str, Any]) -> dict[str, str]:
    """Artifact id -> id of the operator that gives it."""
    return {artifact["id"]: artifact["producer"] for artifact in build["artifacts"]}


def input_lives(store: Store, place: keys.RunPlace, cleared: bool) -> list[str]:
    """The lives whose values count in this one, newest first: itself, and what clearing left of earlier ones.

    A life that was never cleared (`clearNumber` 0) begins anew: what is before it belongs to a deleted run of the same id.
    """
    if not cleared:
        return [place.life]
    found = {key[len(place.run_folder) :].partition("/")[0] for key in store.list(place.run_folder)}
    lives = [place.life]
    for life in sorted((life for life in found if life < place.life), reverse=True):
        record = read_run(store, keys.RunPlace(place.project, place.key, place.rid, life))
        if record is None:
            continue
        lives.append(life)
        if not record.get("clearNumber"):
            break
    return lives


def latest_manifest(
    store: Store, place: keys.RunPlace, lives: Sequence[str], operator: str
) -> Optional[dict[str, Any]]:
    """The manifest of the highest attempt of an operator: latest life first, then the highest try."""
    for life in lives:
        folder = f"{keys.RunPlace(place.project, place.key, place.rid, life).folder}{operator}/"
        manifests = [key for key in store.list(folder) if key.endswith("/manifest.json")]
        if manifests:
            return read_manifest(store, max(manifests))
    return None
