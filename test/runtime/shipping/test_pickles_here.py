"""Pickles of captured values, made in the test's own process: what is named, what travels, what is refused."""

from __future__ import annotations

import functools
import io
import logging
import pickle
import re
import socket
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aqueduct.definitions import rebuild
from aqueduct.error import CannotShipError
from aqueduct.shipping import captured_value, objects
from aqueduct.shipping.captured_value import capture_value, made_anew
from aqueduct.shipping.pickling import is_stable, pickled, type_name
from aqueduct.values.functions import MODULE


class Main:
    """A file's `__main__`, of which every definition is known by its name."""

    def __init__(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.module = ModuleType("__main__")
        monkeypatch.setitem(sys.modules, "__main__", self.module)
        monkeypatch.setitem(sys.modules, MODULE, self.module)
        exec(compile(text, "/w/flow.py", "exec"), self.module.__dict__)

    def __getitem__(self, name: str) -> Any:
        return getattr(self.module, name)

    def defined(self, name: str) -> object:
        return getattr(self.module, name, None)


def nothing(name: str) -> object:
    return None


FOLDER = Path("/w")


def test_a_definition_of_the_file_is_named_and_keeps_its_own_module(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Main("class K:\n    class Inner: ...\ndef f(): ...\n", monkeypatch)
    found = pickled([main["K"](), main["f"], main["K"].Inner], main.defined, FOLDER)
    assert found.references - {(MODULE, "")} == {(MODULE, "K"), (MODULE, "f"), (MODULE, "K.Inner")}
    assert not found.has_code
    assert (main["K"].__module__, main["f"].__module__) == ("__main__", "__main__")
    assert pickle.loads(found.data)[1] is main["f"]


def test_what_is_no_definition_of_the_file_travels_by_value(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Main("def make(n):\n    return lambda: n\nf = make(3)\n", monkeypatch)
    found = pickled(main["f"], nothing, FOLDER)
    assert found.has_code
    assert (MODULE, "make.<locals>.<lambda>") not in found.references
    assert pickle.loads(found.data)() == 3


def test_without_positions_the_bytes_of_code_do_not_change_with_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for above in ("", "\n\n\n"):
        main = Main(above + "f = lambda: 1\n", monkeypatch)
        made.append([pickled(main["f"], nothing, FOLDER, positions=positions).data for positions in (True, False)])
    assert made[0][0] != made[1][0]
    assert made[0][1] == made[1][1]


def test_code_under_the_folder_is_found_again_under_another(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Main("f = lambda: 1\n", monkeypatch)
    data = pickled(main["f"], nothing, FOLDER).data
    monkeypatch.setattr(rebuild, "_folder", Path("/elsewhere"))
    assert pickle.loads(data).__code__.co_filename == "/elsewhere/flow.py"
    outside = pickled(main["f"], nothing, Path("/other")).data
    assert pickle.loads(outside).__code__.co_filename == "/w/flow.py"


def test_a_path_under_the_folder_is_found_again_under_another(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pickled([Path("/w/a/b"), Path("/other")], nothing, FOLDER).data
    monkeypatch.setattr(rebuild, "_folder", Path("/elsewhere"))
    assert pickle.loads(data) == [Path("/elsewhere/a/b"), Path("/other")]


def test_a_logger_and_a_cache_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Main(
        "import functools\ndef make():\n    return functools.lru_cache(maxsize=7)(lambda n: n + 1)\n", monkeypatch
    )
    cache = main["make"]()
    cache(1)
    log, again = pickle.loads(pickled([logging.getLogger("a.b"), cache], nothing, FOLDER).data)
    assert log is logging.getLogger("a.b")
    assert (again(1), again.cache_parameters(), again.cache_info().hits) == (2, {"maxsize": 7, "typed": False}, 0)


def test_a_wrapper_of_the_file_is_named_and_an_importable_cache_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Main("import functools\n@functools.lru_cache\ndef f(): return 1\n", monkeypatch)
    assert pickled(main["f"], main.defined, FOLDER).references - {(MODULE, "")} == {(MODULE, "f")}
    assert objects.is_importable(functools.lru_cache(len)) is False


@pytest.mark.parametrize(
    "make", [Path("/dev/null").open, socket.socket, threading.Thread], ids=["file", "socket", "thread"]
)
def test_open_things_are_refused_by_their_type(make: Any) -> None:
    value = make()
    with pytest.raises(CannotShipError, match=rf"^{re.escape(type_name(value))}$"):
        pickled([value], nothing, FOLDER)
    if not isinstance(value, threading.Thread):
        value.close()


@pytest.mark.parametrize(
    "name",
    [
        "requests.sessions.Session",
        "httpx.Client",
        "httpx.AsyncClient",
        "aiohttp.client.ClientSession",
        "sqlalchemy.engine.base.Engine",
        "sqlalchemy.engine.base.Connection",
        "sqlalchemy.orm.session.Session",
        "subprocess.Popen",
    ],
)
def test_sessions_are_refused_and_their_subclasses_too(name: str) -> None:
    module, _, kind = name.rpartition(".")
    session = type(kind, (), {"__module__": module})
    for value in (session(), type("Own", (session,), {"__module__": "own"})()):
        assert objects.is_living(value)


def test_the_sessions_that_are_known_are_these() -> None:
    assert {name.rpartition(".")[2] for name in objects._SESSIONS} == {
        "Session", "Client", "AsyncClient", "ClientSession", "Engine", "Connection", "Popen"
    }  # fmt: skip
    import subprocess

    import sqlalchemy

    with subprocess.Popen(["true"]) as process:
        for value in (process, sqlalchemy.create_engine("sqlite://")):
            with pytest.raises(CannotShipError):
                pickled(value, nothing, FOLDER)


def test_streams_in_memory_travel() -> None:
    back = pickle.loads(pickled([io.BytesIO(b"x"), io.StringIO("y")], nothing, FOLDER).data)
    assert [stream.getvalue() for stream in back] == [b"x", "y"]


@pytest.mark.parametrize("value", [re.finditer("a", "a"), [{"b": re.finditer("a", "a")}]], ids=["itself", "within"])
def test_what_pickle_itself_refuses_is_told_by_its_type(value: object) -> None:
    with pytest.raises(CannotShipError) as refused:
        pickled(value, nothing, FOLDER)
    assert str(refused.value) == "re.SRE_Scanner"


class Reluctant:
    def __reduce__(self) -> Any:
        raise ValueError("not today")


def test_what_a_class_says_of_itself_is_told_with_its_words() -> None:
    with pytest.raises(CannotShipError) as refused:
        pickled(Reluctant(), nothing, FOLDER)
    assert str(refused.value).endswith("Reluctant (not today)")


def test_a_type_is_named_as_users_know_it(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Main("class K:\n    class Inner: ...\n", monkeypatch)
    assert [type_name(value) for value in (1, main["K"].Inner(), Path())] == [
        "int",
        "K.Inner",
        f"{type(Path()).__module__}.PosixPath",
    ]


def test_names_of_every_length_and_those_that_come_twice_are_found() -> None:
    value = [functools.partial, functools.partial, functools.reduce, "functools", "x" * 300]
    found = pickled(value, nothing, FOLDER).references
    assert {name for _, name in found} == {"partial", "reduce", ""}


def test_bytes_are_stable_where_a_value_that_was_read_again_gives_the_same() -> None:
    data = pickle.dumps({1: 2})
    assert is_stable(data, pickle.dumps)
    count = iter(range(9))
    assert not is_stable(data, lambda value: pickle.dumps((value, next(count))))


def captured(value: object, name: str = "held") -> Any:
    return capture_value(name, value, nothing, FOLDER)[0]


@pytest.mark.parametrize(
    ("value", "encoding", "data"), [({"a": 1}, "json", b'{"a":1}'), ("é", "text", "é".encode()), (b"x", "bytes", b"x")]
)
def test_a_plain_value_is_captured_as_it_is_stored(value: object, encoding: str, data: bytes) -> None:
    assert captured(value) == captured_value.CapturedValue("held", encoding, data, data, True)


def test_any_other_value_is_pickled_and_proved_stable() -> None:
    found = captured({1, 2})
    assert (found.encoding, found.stable, found.comparable) == ("pickle", True, found.data)
    assert pickle.loads(found.data) == {1, 2}
    assert (
        capture_value("held", functools.partial, nothing, FOLDER)[1]
        == pickled(functools.partial, nothing, FOLDER).references
    )


def test_a_value_with_code_is_compared_without_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Main("f = lambda: 1\n", monkeypatch)
    found = captured(main["f"])
    assert found.data == pickled(main["f"], nothing, FOLDER).data
    assert found.comparable == pickled(main["f"], nothing, FOLDER, positions=False).data


def test_a_value_beyond_a_megabyte_is_taken_for_stable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captured_value, "is_stable", lambda *_: False)
    size = len(captured({b""}).data)
    monkeypatch.setattr(captured_value, "_PROVED_UP_TO", size)
    assert not captured({b""}).stable
    monkeypatch.setattr(captured_value, "_PROVED_UP_TO", size - 1)
    assert captured({b""}).stable
    assert size - 1 == captured_value._PROVED_UP_TO
    assert captured_value.MAX_BYTES == 104857600


class Unreadable:
    def __reduce__(self) -> Any:
        return int, ("no number",)


WAY_OUT = ": make it inside the operator that uses it"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            memoryview(b"x"),
            f"`held` is a memoryview, which cannot be shipped{WAY_OUT}",
        ),
        (
            [threading.Thread()],
            f"`held` is a list that holds a threading.Thread, which cannot be shipped{WAY_OUT}",
        ),
        (threading.Thread(), f"`held` is a threading.Thread, which cannot be shipped{WAY_OUT}"),
        (
            {1, Unreadable()},
            "`held` cannot be shipped: it is written, but cannot be read again "
            "(ValueError: invalid literal for int() with base 10: 'no number'). Make it inside the operator that uses it",
        ),
    ],
    ids=["memoryview", "list of threads", "thread", "unreadable"],
)
def test_a_value_that_cannot_travel_is_named_with_type_reason_and_way_out(value: object, message: str) -> None:
    with pytest.raises(CannotShipError) as refused:
        captured(value)
    assert str(refused.value) == message


@pytest.mark.parametrize("value", [b"x" * 11, {b"x" * 11}], ids=["plain", "pickled"])
def test_a_value_that_is_too_large_is_refused_in_either_form(value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(captured_value, "MAX_BYTES", 10)
    with pytest.raises(CannotShipError, match="`held` takes 0 MB, more than the 100 MB"):
        captured(value)


def test_paths_that_lead_out_of_the_folder_and_relative_ones_are_values(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    found = [
        made_anew("p", value, tmp_path, 3) for value in (tmp_path / "a", str(tmp_path / "a"), tmp_path, str(tmp_path))
    ]
    assert [(each.make, each.arguments, each.line, each.name) for each in found if each is not None] == [
        ("path", ("a",), 3, "p"),
        ("text-path", ("a",), 3, "p"),
        ("path", (".",), 3, "p"),
        ("text-path", (".",), 3, "p"),
    ]
    for value in (tmp_path / "gone", tmp_path.parent, Path("a"), "a", "", 3, None):
        assert made_anew("p", value, tmp_path, 3) is None
    log = made_anew("log", logging.getLogger("a"), tmp_path, 4)
    assert log == captured_value.MadeAnew("log", "logger", ("a",), 4)
