"""Results that live in one process are refused in words, wherever they stand in a value; what only looks like it is stored."""

# ruff: noqa: SIM115 - files are closed by `closing`
from __future__ import annotations

import asyncio
import contextvars
import gzip
import io
import os
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any, Callable

import pytest

from aqueduct.values import CannotEncode, decode, encode


class Holder:
    """A user's own class."""

    def __init__(self, held: object) -> None:
        self.held = held


async def _coroutine() -> None:
    """Nothing."""


def _closed(file: Any) -> Any:
    file.close()
    return file


LIVING: dict[str, tuple[Callable[[], Any], str]] = {
    "a file of text": (lambda: open(os.devnull, encoding="utf-8"), "io.TextIOWrapper"),
    "a file of bytes": (lambda: open(os.devnull, "rb"), "io.BufferedReader"),
    "a file to write": (lambda: open(os.devnull, "wb", buffering=0), "io.FileIO"),
    "a closed file": (lambda: _closed(open(os.devnull, encoding="utf-8")), "io.TextIOWrapper"),
    "a file in memory as text": (lambda: io.TextIOWrapper(io.BytesIO(b"x")), "io.TextIOWrapper"),
    "a compressed file": (lambda: gzip.open(io.BytesIO(), "wb"), "gzip.GzipFile"),
    "a socket": (socket.socket, "socket.socket"),
    "a generator": (lambda: (x for x in [1]), "generator"),
    "a coroutine": (_coroutine, "coroutine"),
    "a memoryview": (lambda: memoryview(b"xy"), "memoryview"),
    "a lock": (threading.Lock, "threading.Lock"),
    "a reentrant lock": (threading.RLock, "threading.RLock"),
    "a thread": (threading.Thread, "threading.Thread"),
    "data of a thread": (threading.local, "threading.local"),
    "a context variable": (lambda: contextvars.ContextVar("x"), "ContextVar"),
}
WITHIN: dict[str, Callable[[Any], Any]] = {
    "a list": lambda value: [value],
    "a tuple": lambda value: (1, value),
    "a dictionary": lambda value: {"a": {"b": value}},
    "an instance": Holder,
}


def closing(value: Any) -> None:
    if hasattr(value, "close"):
        value.close()


@pytest.mark.parametrize("name", LIVING)
def test_a_value_that_lives_in_one_process_is_refused(name: str) -> None:
    make, kind = LIVING[name]
    value = make()
    with pytest.raises(CannotEncode) as refused:
        encode(value)
    closing(value)

    assert str(refused.value).startswith("a value of type ")
    assert f"{kind} cannot be stored: it lives in its process alone" in str(refused.value)
    assert refused.value.tip.startswith("Return ")


@pytest.mark.parametrize("within", WITHIN)
@pytest.mark.parametrize("name", LIVING)
def test_so_is_a_value_that_holds_one(name: str, within: str) -> None:
    value = LIVING[name][0]()
    with pytest.raises(CannotEncode, match=r"cannot be stored: it holds an? .*, which lives in its process alone$"):
        encode(WITHIN[within](value))
    closing(value)


def test_a_temporary_file_is_told_by_what_it_holds() -> None:
    with tempfile.NamedTemporaryFile() as file, pytest.raises(CannotEncode, match="an open file"):
        encode(file)


@pytest.mark.parametrize(
    "value",
    [
        io.BytesIO(b"abc"),
        io.StringIO("abc"),
        iter([1, 2]),
        map(str, [1, 2]),
        zip("ab", [1, 2]),
        reversed([1, 2]),
        enumerate("ab"),
        Path("/x"),
        asyncio.Event,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_pickle_gives_back_as_it_was_is_stored(value: Any) -> None:
    stored = encode(value)
    back = decode(stored.data, stored.encoding, stored.type)

    assert type(back) is type(value)
    if hasattr(value, "__next__") and not isinstance(value, io.IOBase):
        assert list(back) == list(value)


def test_a_stream_in_memory_keeps_its_place() -> None:
    stream = io.BytesIO(b"abc")
    stream.read(1)
    stored = encode(stream)
    back: Any = decode(stored.data, stored.encoding, stored.type)

    assert (back.tell(), back.getvalue()) == (1, b"abc")


@pytest.mark.parametrize(
    ("value", "name"),
    [([threading.Lock()], "list"), ({"a": threading.Lock()}, "dict"), (({1: threading.Lock()},), "tuple")],
)
def test_types_of_python_have_their_short_names(value: object, name: str) -> None:
    with pytest.raises(CannotEncode, match=f"^a value of type {name} cannot be stored"):
        encode(value)
