"""JSON in the store: builds, runs, manifests, and which of several attempts counts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Optional

from aqueduct import keys
from aqueduct.store import Store


class Broken(Exception):
    """Something that must be in the store is not, or is not what it should be; the message says what to do."""


def read_json(store: Store, key: str) -> Optional[dict[str, Any]]:
    """A JSON object, None where the key is absent."""
    data = store.get(key)
    if data is None:
        return None
    found: dict[str, Any] = json.loads(data.decode("utf-8"))
    return found


def put_json(store: Store, key: str, value: Mapping[str, Any]) -> bool:
    """Puts JSON if the key is absent; False where it was there."""
    return store.put_if_absent(
        key, json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")
    )


def read_build(store: Store, project: str, key: str, name: str) -> dict[str, Any]:
    """The record of a build; raises Broken where it is gone."""
    found = read_json(store, keys.build(project, key, name))
    if found is None:
        raise Broken(f"The record of build {name[:12]} is not in the store: publish the workflow again.")
    return found


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
        record = read_json(store, keys.RunPlace(place.project, place.key, place.rid, life).record)
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
            return read_json(store, max(manifests))
    return None
