"""Values that were read on this machine, or are named like secrets, and are shipped: told once for each line that they come from."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Optional, Protocol

from aqueduct.recording.model import Source
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

    def captured(self, name: str, value: object, data: bytes, operator: str, assigned: Source) -> None:
        """Takes a global that an operator takes along, its bytes, and the statement that assigned it."""
        readings, shown = self._readings_in(data), as_written(name)
        for reading in readings:
            self._add(self._here(reading, assigned), shown, True).operators.add(operator)
        if (
            not readings
            and isinstance(value, (str, bytes))
            and value
            and is_named_like_secret(shown.rpartition(".")[2])
        ):
            self._add(assigned, shown, False).operators.add(operator)

    def given(self, name: str, data: bytes, call: Optional[Source]) -> None:
        """Takes the default of a parameter, and the call that made it.

        Only what is named like a secret is told: anything else is what parameters are for.
        """
        for reading in self._readings_in(data):
            if call is not None and any(is_named_like_secret(each) for each in (reading.name, *name.split(":"))):
                self._add(self._here(reading, call), name, True)

    def tell(self, report: Callable[[str, Source], None]) -> None:
        """Gives a sentence for each line; no value stands in it."""
        for _, found in sorted(self._found.items()):
            report(_message(found), found.place)

    def _here(self, reading: Reading, otherwise: Source) -> Source:
        """What another file reads is told where it comes into this one."""
        return reading.place if reading.place.file == self._file else otherwise

    def _add(self, place: Source, name: str, is_read: bool) -> _Found:
        found = self._found.setdefault(place.line, _Found(place, is_read))
        found.names.add(name)
        return found

    def _readings_in(self, data: bytes) -> list[Reading]:
        """One for each value: where it was read first, in this file if it was."""
        found: dict[str, Reading] = {}
        for reading in sorted(self._readings, key=lambda each: each.place.file != self._file):
            if reading.value not in found and any(form in data for form in _forms(reading.value)):
                found[reading.value] = reading
        return list(found.values())


def _forms(value: str) -> set[bytes]:
    """As texts, pickles and JSON have it."""
    escaped = (json.dumps(value, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False))
    return {text.encode("utf-8", "surrogatepass") for text in (value, *escaped)}


def _message(found: _Found) -> str:
    names = _listed(found.names)
    if not found.operators:
        return (
            f"The default of {names} holds a value that was read on this machine: it is stored as plain text with the workflow. "
            f"Read it inside the operator, {_ELSEWHERE}"
        )
    takers = _listed(found.operators)
    one = len(found.names) == 1
    if found.is_read:
        what = f"{'holds' if one else 'hold'} a value that was read on this machine"
    else:
        what = "looks like a secret" if one else "look like secrets"
    return (
        f"{names} {what}, and {takers} {'takes' if len(found.operators) == 1 else 'take'} it along: it is stored as plain text with "
        f"the workflow. Read it in {takers}, {_ELSEWHERE}"
    )


def _listed(names: Collection[str]) -> str:
    """Of more than four names the first three."""
    shown = [f"`{name}`" for name in sorted(names)]
    if len(shown) > 4:
        shown[3:] = [f"{len(shown) - 3} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
