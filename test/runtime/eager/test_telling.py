"""What a file that is run by hand says: through one door, which a terminal obeys in nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aqueduct.eager import telling


def test_a_terminal_obeys_nothing_of_what_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    telling.tell("a\x1b]0;owned\x07b\x1b[2Jc\x9b2Jd\te\nf\u202e\x00\r")
    assert capsys.readouterr().err == "abcd\te\nf\n"


def test_nothing_is_written_past_the_door() -> None:
    folder = Path(telling.__file__).parent
    writing = re.compile(r"std(out|err)\.write|\bprint\(|\binput\(")
    assert [file.name for file in sorted(folder.glob("*.py")) if writing.search(file.read_text("utf-8"))] == [
        "telling.py"
    ]
