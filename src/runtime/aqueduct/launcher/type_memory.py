"""What the values of a run are held to: the types that the last successful run of the workflow on this target gave.

The first operator of a life that is held to something looks for that run, and leaves in `lastGood.json` where its
manifests lie, so that the others need two small requests. A life that did not succeed hands on what it was held to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Optional

from aqueduct import keys
from aqueduct.launcher import records
from aqueduct.launcher.child import show
from aqueduct.launcher.pinning import Pinned
from aqueduct.store import Store
from aqueduct.values.held_types import held_type

_SEARCHED = 10
"""As many lives are looked through for one that tells."""

_DAMAGED = (records.Broken, ValueError, KeyError, TypeError, AttributeError)
"""What reading raises of what something other than Aqueduct wrote."""


def expected_types(
    store: Store, place: keys.RunPlace, target: str, pinned: Pinned, operator: Mapping[str, Any]
) -> Sequence[Optional[Mapping[str, Any]]]:
    """What the outputs of an operator are held to, in their order; empty where any value will do."""
    if operator.get("origin") is None:
        return ()
    names = {artifact["id"]: artifact["name"] for artifact in pinned.build["artifacts"]}
    try:
        key = _last_good(store, place, target, pinned).get(operator["id"])
        manifest = None if key is None else records.read_json(store, key)
        if manifest is None:
            return ()
        return types_of(manifest, operator["origin"], [names[output] for output in operator["outputs"]])
    except _DAMAGED as error:
        _say_damaged(error)
        return ()


def types_of(manifest: Mapping[str, Any], origin: str, names: Sequence[str]) -> Sequence[Optional[Mapping[str, Any]]]:
    """What a good manifest holds later values to, while the operator's code and all code before it are the same.

    None has no type, so a type from before it goes on. The same rule as in core/jobs/expectedTypes.ts.
    """
    artifacts = manifest["artifacts"]
    if manifest.get("origin") != origin or len(artifacts) != len(names):
        return ()
    before = manifest.get("expected") or [None] * len(names)
    types = [held_type(artifact["type"], artifact["encoding"]) for artifact in artifacts]
    since = keys.time_of(manifest["life"])
    found = [
        earlier if kind is None else {"name": name, "type": kind, "since": since}
        for name, kind, earlier in zip(names, types, before)
    ]
    return found if any(found) else ()


def _last_good(store: Store, place: keys.RunPlace, target: str, pinned: Pinned) -> Mapping[str, str]:
    record = records.read_json(store, place.last_good)
    if record is None:
        record = {"format": 1, "manifests": _look_back(store, place, target, pinned)}
        records.put_json(store, place.last_good, record)
    manifests: Mapping[str, str] = record["manifests"]
    return manifests


def _look_back(store: Store, place: keys.RunPlace, target: str, pinned: Pinned) -> Mapping[str, str]:
    for number, earlier in enumerate(_lives_before(store, place)):
        if number == _SEARCHED:
            break
        try:
            told = _told_by(store, earlier, target, pinned)
        except _DAMAGED as error:
            _say_damaged(error)
            continue
        if told is not None:
            return told
    return {}


def _told_by(store: Store, earlier: keys.RunPlace, target: str, pinned: Pinned) -> Optional[Mapping[str, str]]:
    record = records.read_json(store, earlier.record)
    if record is None or record["target"] != target:
        return None
    before = records.read_json(store, earlier.last_good)
    manifests = _manifests(store, earlier, record)
    build = pinned.build if record["build"] == pinned.name else _build(store, earlier, record["build"])
    if build is None or not _is_good(store, manifests, build, bool(record.get("clearNumber"))):
        return None if before is None else dict(before["manifests"])
    functions = [each["id"] for each in build["operators"] if each["kind"] == "function"]
    return {**(before or {}).get("manifests", {}), **{name: manifests[name] for name in functions}}


def _say_damaged(error: Exception) -> None:
    show(
        f"Aqueduct: an earlier run cannot be read, so it holds no value to its type ({type(error).__name__}: {error})."
    )


def _build(store: Store, place: keys.RunPlace, name: str) -> Optional[Mapping[str, Any]]:
    return records.find_build(store, place.project, place.key, name)


def _lives_before(store: Store, place: keys.RunPlace) -> Iterator[keys.RunPlace]:
    """Lives of the workflow's runs that began before this one, newest first: those of its day, of its month, then all."""
    seen = set()
    for prefix in (
        f"{place.markers}{place.life[:6]}/{place.life[:8]}",
        f"{place.markers}{place.life[:6]}/",
        place.markers,
    ):
        for marker in reversed(store.list(prefix)):
            life, _, rid = marker.rpartition("/")[2].rpartition("-")
            if life < place.life and marker not in seen:
                seen.add(marker)
                yield replace(place, rid=rid, life=life)


def _manifests(store: Store, place: keys.RunPlace, record: Mapping[str, Any]) -> Mapping[str, str]:
    """The keys of the manifests that count in a life, by operator: of the latest life and, in it, the highest try."""
    found: dict[str, str] = {}
    for life in reversed(records.input_lives(store, place, bool(record.get("clearNumber")))):
        folder = replace(place, life=life).folder
        for key in store.list(folder):  # in order: a later try takes the place of an earlier one
            operator, _, rest = key[len(folder) :].partition("/")
            if rest.endswith("/manifest.json"):
                found[operator] = key
    return found


def _is_good(store: Store, manifests: Mapping[str, str], build: Mapping[str, Any], was_cleared: bool) -> bool:
    """Whether a run has succeeded. Nothing runs behind what failed, so what nothing waits for tells of all before it.

    In one that was cleared, an operator may have failed whose followers have manifests of an earlier life: all are asked.
    """
    tasks = [each for each in build["operators"] if each["kind"] != "parameter"]
    saves = [each for each in tasks if each["kind"] == "save"]
    taken = {artifact for each in tasks for artifact in each["inputs"]}
    last = saves or [each for each in tasks if taken.isdisjoint(each["outputs"])]
    if any(each["id"] not in manifests for each in tasks):
        return False
    read = (records.read_json(store, manifests[each["id"]]) for each in (tasks if was_cleared else last))
    return all(manifest is not None and manifest["status"] == "succeeded" for manifest in read)
