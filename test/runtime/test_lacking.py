"""What the authoring API says of the names of Aqueduct 0.3 that it has not.

`uses.json` of `test/fixtures/sdk` has a use of each of the 251 public names of Aqueduct 0.3; reading the text is held to it
too. Its words are made of the runtime's (`npm run authoring-api`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aqueduct.lacking import SENTENCES

REPOSITORY = Path(__file__).parents[2]
FIXTURES = REPOSITORY / "test" / "fixtures" / "sdk"
HEAD = (FIXTURES / "head.py").read_text("utf-8")


def _json(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))


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
        name: ["not-there", SENTENCES[use["notThere"]]] if use["notThere"] else None for name, use in uses.items()
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
