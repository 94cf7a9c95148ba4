"""What an operator gives from its shipment is what plain Python gives, or the trace says why not."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from beside_python import known_wrong, tables
from traced import RUNTIME

CASES = [(table, name) for table, cases in tables().items() for name in cases]
KNOWN_WRONG = known_wrong()


@functools.cache
def outcomes(table: str) -> dict[str, Any]:
    """The outcomes of a table, all found by one process that has imported nothing of the cases itself."""
    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("beside_python.py")), table],
        env={**os.environ, "PYTHONPATH": str(RUNTIME), "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    return {each["name"]: each for each in found}


@pytest.mark.parametrize(("table", "name"), CASES)
def test_what_is_shipped_gives_what_python_gives(table: str, name: str) -> None:
    found = outcomes(table)[name]
    if (table, name) in KNOWN_WRONG:
        assert not found["right"], "it comes out right now: take it out of KNOWN_WRONG"
        return
    assert found["right"], json.dumps(found["outcome"], indent=1).replace("\\n", "\n")


def test_what_is_known_to_be_wrong_is_a_case() -> None:
    assert KNOWN_WRONG - set(CASES) == set()
    assert len(KNOWN_WRONG) <= 9
    assert len(CASES) >= 250
