"""Values that were read on this machine, or are named like secrets, and are shipped: told once for each line that they come from."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Optional, Protocol

from aqueduct.recording.model import Source
from aqueduct.shipping.listed import listed
from aqueduct.shipping.secret_names import is_named_like_secret
from aqueduct.shipping.shipment import as_written

_ELSEWHERE = "use a resource of aqueduct.json, or a Connection or Variable of Airflow."


class Reading(Protocol):
    """A value that the user's code read on this machine, as `tracer.environment` notes it."""

    @property
    def name(self) -> str:
        """What it was read by."""

    @property
    def value(self) -> str:
        """At least so long that it stands in no other text by chance."""

    @property
    def place(self) -> Source:
        """Where the user's code read it."""

    @property
    def is_direct(self) -> bool:
        """Whether the user's code asked for it itself: a library that is called may read more than it gives."""


@dataclass
class _Found:
    place: Source
    is_read: bool
    names: set[str] = field(default_factory=set)
    operators: set[str] = field(default_factory=set)


class Secrets:
    """Collects what is shipped of one file; `readings` grows while the file runs."""

    def __init__(self, shown: str, readings: Collection[Reading]) -> None:
        self._file = shown
        self._readings = readings
        self._found: dict[int, _Found] = {}

    def captured(self, name: str, value: object, data: bytes, operator: str, assigned: Callable[[], Source]) -> None:
        """Takes a global that an operator takes along, its bytes, and where to find the statement that assigned it."""
        readings, shown = self._readings_in(data), as_written(name)
        for alike in readings:
            self._add(self._here(alike, assigned()), shown, True).operators.add(operator)
        if (
            not readings
            and isinstance(value, (str, bytes))
            and value
            and is_named_like_secret(shown.rpartition(".")[2])
        ):
            self._add(assigned(), shown, False).operators.add(operator)

    def given(self, name: str, data: bytes, call: Optional[Source]) -> None:
        """Takes the default of a parameter, and the call that made it.

        Only what is named like a secret is told: anything else is what parameters are for.
        """
        for alike in self._readings_in(data):
            named = [*(reading.name for reading in alike), *name.split(":")]
            if call is not None and any(map(is_named_like_secret, named)):
                self._add(self._here(alike, call), name, True)

    def tell(self, report: Callable[[str, Source], None]) -> None:
        """Gives a sentence for each line; no value stands in it."""
        for _, found in sorted(self._found.items()):
            report(_message(found), found.place)

    def _here(self, alike: Sequence[Reading], takes: Source) -> Source:
        """Where a value was read: in the statement that takes it, else where this file asked for it first.

        What another file or a library reads is told where it comes into this one.
        """
        own = [reading for reading in alike if reading.place.file == self._file]
        within = [reading.place for reading in own if takes.line <= reading.place.line <= takes.end_line]
        return next(iter(within or [reading.place for reading in own if reading.is_direct]), takes)

    def _add(self, place: Source, name: str, is_read: bool) -> _Found:
        found = self._found.setdefault(place.line, _Found(place, is_read))
        found.names.add(name)
        return found

    def _readings_in(self, data: bytes) -> list[list[Reading]]:
        """Those of each value that stands in the bytes, in the order in which they were made."""
        found: dict[str, list[Reading]] = {}
        for reading in self._readings:
            if reading.value in found or any(form in data for form in _forms(reading.value)):
                found.setdefault(reading.value, []).append(reading)
        return list(found.values())


def _forms(value: str) -> set[bytes]:
    """As texts, pickles and JSON have it."""
    escaped = (json.dumps(value, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False))
    return {text.encode("utf-8", "surrogatepass") for text in (value, *escaped)}


def _message(found: _Found) -> str:
    names = listed(sorted(found.names))
    if not found.operators:
        return (
            f"The default of {names} holds a value that was read on this machine: it is stored as plain text with the workflow. "
            f"Read it inside the operator, {_ELSEWHERE}"
        )
    takers = listed(sorted(found.operators))
    one = len(found.names) == 1
    if found.is_read:
        what = f"{'holds' if one else 'hold'} a value that was read on this machine"
    else:
        what = "looks like a secret" if one else "look like secrets"
    return (
        f"{names} {what}, and {takers} {'takes' if len(found.operators) == 1 else 'take'} it along: it is stored as plain text with "
        f"the workflow. Read it in {takers}, {_ELSEWHERE}"
    )
