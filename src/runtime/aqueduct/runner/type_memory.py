"""Whether an operator gave what it gave in the last successful run: with the same code, a value keeps its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from aqueduct.runner.failures import Failure
from aqueduct.runner.job import Job
from aqueduct.values.held_types import change, free, held_type


def changed_type(job: Job, entries: Sequence[Mapping[str, Any]], frames: Any) -> Optional[Failure]:
    """The failure of an operator one of whose values (entries of the result) is of another type than it is held to."""
    for entry, held in zip(entries, job.expected):
        gave = held_type(entry["type"], entry["encoding"])
        if held is None or gave is None or gave == held["type"]:
            continue
        name = job.operator.name
        when = f"{held['since'][:16].replace('T', ' ')} UTC"
        message = f"{change(name, held['name'], gave, held['type'])} in the last successful run ({when})."
        again = ", and publish again" if job.watch_parent else ""  # the build says what a worker holds to its type
        tip = (
            "Its code is the same, so what it takes has changed, or what it reads. "
            f"Return the same type always, or write {free(name)} if it may change{again}. "
            "Name those behind it too that hand it on."
        )
        return Failure("user", message, tip, frames)
    return None
