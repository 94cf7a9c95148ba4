"""What stands in pickles beside the values: references to what something else brings along."""

from __future__ import annotations

import pickletools
import sys
from collections.abc import Iterator
from typing import Any, Optional

from aqueduct.definitions.rebuild import in_place, last
from aqueduct.shipping.together import Place


class InPlace:
    """Stands for an object that something else brings along."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def __reduce__(self) -> Any:
        return in_place, self._place


class Known:
    """Comes once all places are looked up."""


class Last:
    """Gives the last of several things, once all are read."""

    def __init__(self, *things: object) -> None:
        self._things = things

    def __reduce__(self) -> Any:
        return last, self._things


def references(data: bytes) -> Iterator[tuple[str, str]]:
    """(module, qualified name) of every global that a pickle names, and (module, "") of every module."""
    strings: list[Optional[str]] = []
    memo: dict[int, Optional[str]] = {}
    for opcode, argument, _ in pickletools.genops(data):
        if opcode.name in ("SHORT_BINUNICODE", "BINUNICODE", "BINUNICODE8"):
            strings.append(argument)
        elif opcode.name == "MEMOIZE":
            memo[len(memo)] = strings[-1] if strings else None
        elif opcode.name in ("BINGET", "LONG_BINGET"):
            strings.append(memo.get(int(argument or 0)))
        elif opcode.name == "STACK_GLOBAL":
            module, name = strings[-2:]
            if module is not None and name is not None:
                yield module, name
            strings.append(None)
        elif opcode.name not in ("FRAME", "PROTO"):
            strings.append(None)
        if opcode.name.endswith("BINUNICODE") and argument in sys.modules:
            yield argument, ""
