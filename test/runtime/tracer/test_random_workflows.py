"""The traced graph is the static graph, or the static one says where it cannot tell: every construct alone, and mixtures."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest
from test_fixtures import REPOSITORY

SEED, MIXTURES = 20261121, 30
KNOWN: dict[str, str] = json.loads(
    (REPOSITORY / "test/unit/parse/programs/knownDifferences.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of comparing both graphs of each program."""
    node = shutil.which("node")
    assert node is not None, "node is missing from PATH"
    result = tmp_path_factory.mktemp("graphs") / "tally.json"
    sample = ["--seed", str(SEED), "--styles", "1", "--mixtures", str(MIXTURES)]
    run = subprocess.run(
        [node, "scripts/compareGraphs.mjs", *sample, "--python", sys.executable, "--json", str(result)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.exists(), run.stdout + run.stderr
    return json.loads(result.read_text("utf-8"))


def test_no_program_differs_in_silence_but_those_with_a_known_difference(tally: dict[str, Any]) -> None:
    """Nor does one crash the parser or the tracer, or fail when it is traced."""
    assert tally["complaints"] == []


def test_every_construct_was_compared(tally: dict[str, Any]) -> None:
    assert len(tally["alone"]) > 400
    assert tally["total"]["silent"] == 0
    assert tally["shares"]["equal"] >= 0.9
    assert tally["shares"]["unknown"] <= 0.05
    assert sum(tally["mixtures"][each] for each in ("equal", "open", "silent")) == MIXTURES


@pytest.mark.parametrize("construct", KNOWN)
def test_a_known_difference_is_still_there(construct: str, tally: dict[str, Any]) -> None:
    """One that is gone is taken off the list of known differences."""
    rows = {row["name"]: row for row in tally["alone"]}
    if construct not in rows and sys.version_info < (3, 11):
        pytest.skip("a newer Python is needed to trace it")

    assert rows[construct]["silent"] > 0
