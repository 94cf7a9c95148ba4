"""What the authoring API has, and what it says of the names of Aqueduct 0.3 that it has not.

`test/fixtures/sdk` holds reading the text and the runtime to one another: `names.json` lists what is there, `notThere.json`
says what is not, `uses.json` has a use of each of the 251 public names of Aqueduct 0.3.
"""

from __future__ import annotations

import enum
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]
FIXTURES = REPOSITORY / "test" / "fixtures" / "sdk"
HANDLES = {
    "Artifact": "artifacts",
    "Client": "client",
    "DatabaseResource": "resources",
    "DecoratedFunction": "operators",
    "EngineResource": "resources",
    "Flow": "flow",
    "Resource": "resources",
    "StoreResource": "resources",
}
HEAD = (FIXTURES / "head.py").read_text("utf-8")


def _json(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))


def _defined_in(module: ModuleType) -> set[str]:
    """Classes and functions of its own, and constants."""
    own = {name for name in dir(module) if getattr(getattr(module, name), "__module__", None) == module.__name__}
    constants = {name for name in dir(module) if name.isupper() and name != "TYPE_CHECKING"}
    return {name for name in own | constants if not name.startswith("_")}


@pytest.mark.parametrize("path", sorted(_json("names")["modules"]))
def test_a_module_gives_what_the_table_says(path: str) -> None:
    module = importlib.import_module(path)
    listed = set(_json("names")["modules"][path])
    assert [name for name in sorted(listed) if not hasattr(module, name)] == []
    assert (set(module.__all__) if path == "aqueduct" else _defined_in(module)) <= listed


def test_every_module_of_the_package_is_listed() -> None:
    import aqueduct

    names = _json("names")
    listed = {path.split(".")[1] for path in names["modules"] if "." in path} | set(names["inner"])
    assert {each.name for each in pkgutil.iter_modules(aqueduct.__path__)} == listed


@pytest.mark.parametrize("name", sorted(HANDLES))
def test_a_handle_has_what_the_table_says(name: str) -> None:
    kind = getattr(importlib.import_module(f"aqueduct.{HANDLES[name]}"), name)
    public = {each for each in dir(kind) if not each.startswith("_")}
    own = {"home", "options", "raw"} if name == "DecoratedFunction" else set()  # set on each
    assert public | own == set(_json("names")["handles"][name])


def test_enumerations_have_the_members_that_the_table_says() -> None:
    import aqueduct
    import aqueduct.constants.enums as enums

    for name, members in _json("names")["members"].items():
        kind = getattr(enums, name, None) or getattr(aqueduct, name)
        found = [member for member in dir(kind) if member.isupper()] if name == "DayOfWeek" else list(kind.__members__)
        assert sorted(found) == sorted(members), name
        assert name == "DayOfWeek" or issubclass(kind, enum.Enum)


def test_the_sentences_are_those_of_the_table() -> None:
    from aqueduct.lacking import SENTENCES

    assert _json("notThere") == SENTENCES


def test_tracing_ends_at_each_name_that_is_not_there_in_the_words_that_reading_the_text_has(tmp_path: Path) -> None:
    uses = _json("uses")
    for number, use in enumerate(uses.values()):
        place = tmp_path / f"{number:03d}"
        place.mkdir()
        (place / "workflow.py").write_text(HEAD + use["text"] + "\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, str(Path(__file__).parent / "tracer" / "trace_many.py"), str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "src" / "runtime"), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
    )
    told = {}
    for number, name in enumerate(uses):
        failure = json.loads((tmp_path / f"{number:03d}" / "trace.json").read_text("utf-8"))["failure"]
        told[name] = None if failure is None else [failure.get("code"), failure["message"]]
    assert told == {
        name: ["not-there", _json("notThere")[use["notThere"]]] if use["notThere"] else None
        for name, use in uses.items()
    }


def test_what_is_not_there_is_an_absent_attribute_to_who_asks_for_it() -> None:
    from aqueduct.constants.enums import ServiceType
    from aqueduct.flow import Flow
    from aqueduct.resources import DatabaseResource

    assert not hasattr(Flow("a"), "list_saved_objects")
    assert getattr(DatabaseResource("a"), "collection", 3) == 3
    assert not hasattr(ServiceType, "GITHUB")
    with pytest.raises(AttributeError, match="'Flow' object has no attribute 'other'"):
        _ = Flow("a").other
