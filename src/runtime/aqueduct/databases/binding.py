"""A statement with values in the form that a driver takes (PEP 249's `paramstyle`)."""

from __future__ import annotations

from typing import Callable, Union

from aqueduct.queries import Bound, Statement

_POSITIONAL: dict[str, Callable[[int], str]] = {
    "qmark": lambda _number: "?",
    "format": lambda _number: "%s",
    "numeric": lambda number: f":{number}",
    "numeric_dollar": lambda number: f"${number}",
}
_BY_NAME: dict[str, Callable[[int], str]] = {
    "named": lambda number: f":aqueduct_{number}",
    "pyformat": lambda number: f"%(aqueduct_{number})s",
}


def for_driver(statement: Statement, paramstyle: str) -> tuple[str, Union[tuple[object, ...], dict[str, object]]]:
    """The text and its values. Where a driver reads `%`, those of the query are doubled, as it asks for."""
    values = [part.value for part in statement if isinstance(part, Bound)]
    written = _POSITIONAL.get(paramstyle) or _BY_NAME[paramstyle]
    doubled = paramstyle in ("format", "pyformat") and bool(values)
    text, number = "", 0
    for part in statement:
        if isinstance(part, Bound):
            number += 1
            text += written(number)
        else:
            text += part.replace("%", "%%") if doubled else part
    if paramstyle in _POSITIONAL:
        return text, tuple(values)
    return text, {f"aqueduct_{at}": value for at, value in enumerate(values, start=1)}
