"""Values that were read on this machine, or are named like secrets, and are shipped: told once for each line that they come from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Optional, Protocol

from aqueduct.shipping.secret_names import is_named_like_secret

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
    def file(self) -> str:
        """Absolute, of the code that read it."""

    @property
    def line(self) -> int:
        """Its line there."""


@dataclass
class _Found:
    is_read: bool
    names: dict[str, None] = field(default_factory=dict)
    operators: dict[str, None] = field(default_factory=dict)


class Secrets:
    """Collects what is shipped of one file; `readings` grows while the file runs."""

    def __init__(self, file: str, readings: Iterable[Reading]) -> None:
        self._file = file
        self._readings = readings
        self._found: dict[int, _Found] = {}

    def captured(self, name: str, value: object, data: bytes, operator: str, line: int) -> None:
        """Takes a global that an operator takes along, its bytes, and the line that assigned it."""
        readings = self._readings_in(data)
        lines = {reading.line if reading.file == self._file else line: True for reading in readings}
        if not readings and isinstance(value, (str, bytes)) and value and is_named_like_secret(name):
            lines[line] = False
        for at, is_read in lines.items():
            self._add(at, name, is_read).operators[operator] = None

    def given(self, name: str, data: bytes, line: Optional[int]) -> None:
        """Takes the default of a parameter, and the line of the call that made it.

        Only what is named like a secret is told: anything else is what parameters are for.
        """
        for reading in self._readings_in(data):
            at = reading.line if reading.file == self._file else line
            if at is not None and any(is_named_like_secret(each) for each in (reading.name, *name.split(":"))):
                self._add(at, name, True)

    def tell(self, report: Callable[[str, int], None]) -> None:
        """Gives a sentence for each line; no value stands in it."""
        for line, found in sorted(self._found.items()):
            report(_message(found), line)

    def _add(self, line: int, name: str, is_read: bool) -> _Found:
        found = self._found.setdefault(line, _Found(is_read))
        found.names[name] = None
        return found

    def _readings_in(self, data: bytes) -> list[Reading]:
        return [reading for reading in self._readings if any(form in data for form in _forms(reading.value))]


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
    one, single = len(found.names) == 1, len(found.operators) == 1
    if found.is_read:
        what = f"{'holds' if one else 'hold'} a value that was read on this machine"
    else:
        what = "looks like a secret" if one else "look like secrets"
    whose = "operator" if single else "operators"
    takes = f"{whose} {_listed(found.operators)} {'takes' if single else 'take'} it along"
    return f"{names} {what}, and {takes}: it is stored as plain text with the workflow. Read it inside the {whose}, {_ELSEWHERE}"


def _listed(names: Iterable[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
