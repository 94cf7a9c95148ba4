"""Types that values are held to: those of the last successful run, or of the call before in a file that is run by hand.

In Python 3.8 grammar: the launcher uses it in Airflow's interpreter.
"""

from __future__ import annotations

from typing import Optional

_WORDS = {
    "table": "a table",
    "numeric": "a number",
    "string": "a text",
    "boolean": "a boolean",
    "dictionary": "a dictionary",
    "list": "a list",
    "tuple": "a tuple",
    "json": "JSON",
    "bytes": "bytes",
    "image": "an image",
    "picklable": "an object of another kind",
}


def held_type(kind: str, encoding: str) -> Optional[str]:
    """The type that an encoded value holds later ones to: None of Python's None, which any value may be."""
    return None if kind == "picklable" and encoding == "json" else kind


def in_words(kind: str) -> str:
    """A type of docs/formats/values.md with its article."""
    return _WORDS.get(kind, f"a value of type {kind}")


def change(operator: str, artifact: str, gave: str, held: str) -> str:
    """Says that a value is of another type than it was; goes on with when that was."""
    return f"{operator} gave {in_words(gave)} as {artifact!r}, which was {in_words(held)}"


def free(operator: str) -> str:
    """What to write so that the type may change."""
    return f'"mayChangeType": ["{operator}"] in aqueduct.json'
