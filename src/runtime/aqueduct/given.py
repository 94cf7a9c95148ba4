"""Checks of what user code passes in, whatever the annotations promise."""

from __future__ import annotations


def is_text(value: object) -> bool:
    """Whether a value is a text with more than blanks in it."""
    return isinstance(value, str) and bool(value.strip())


def is_function(value: object) -> bool:
    """Whether a value can be called and is no class."""
    return callable(value) and not isinstance(value, type)


def is_whole_text(value: str) -> bool:
    """Whether a text can be written everywhere: it holds no half of a character, and no zero, which databases refuse."""
    return not any("\ud800" <= character <= "\udfff" or character == "\0" for character in value)


def is_any_text(value: object) -> bool:
    """Whether a value is a text, which may be empty."""
    return isinstance(value, str)
