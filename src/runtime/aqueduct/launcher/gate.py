"""The task before the saves: it lets them pass only where everything else is good."""

from __future__ import annotations

from collections.abc import Sequence

from aqueduct import keys
from aqueduct.launcher import records
from aqueduct.launcher.pinning import Pinned
from aqueduct.store import Store

TASK = "_gate"


def obstacles(store: Store, place: keys.RunPlace, lives: Sequence[str], pinned: Pinned) -> list[str]:
    """For each operator of the run's build that has no good manifest, why; saves and parameters are not asked."""
    found = []
    for operator in pinned.build["operators"]:
        if operator["kind"] in ("save", "parameter"):
            continue
        try:
            manifest = records.latest_manifest(store, place, lives, operator["id"])
        except records.Broken as error:
            found.append(f"{operator['name']}: {error}".rstrip("."))
            continue
        if manifest is None:
            found.append(f"{operator['name']} has no manifest")
        elif manifest["status"] != "succeeded":
            found.append(
                f"{operator['name']} {manifest['status']}: {(manifest['failure'] or {}).get('message', '')}".rstrip(
                    ": "
                )
            )
    return found
