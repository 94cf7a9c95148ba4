"""Types of values by the names that their users know them by."""

from __future__ import annotations

_PUBLIC = {
    "_contextvars": "contextvars",
    "_io": "io",
    "_queue": "queue",
    "_sre": "re",
    "_thread": "threading",
    "_weakrefset": "weakref",
}
"""Modules that classes of Python's say they are of, and those that give them to users."""

_CALLED = {"threading.lock": "threading.Lock", "threading._local": "threading.local"}


def type_name(value: object) -> str:
    """The name of a value's class, with its module unless that is Python's or the workflow's own: `list`, `datetime.date`."""
    kind = type(value)
    if kind.__module__ in ("builtins", "__main__", "aqueduct_workflow"):
        return kind.__qualname__
    name = f"{_PUBLIC.get(kind.__module__, kind.__module__)}.{kind.__qualname__}"
    return _CALLED.get(name, name)


def a_type(value: object) -> str:
    """`type_name` with its article: `a list`, `an int`."""
    return with_article(type_name(value))


def with_article(name: str) -> str:
    """`a` or `an` before a name."""
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"
