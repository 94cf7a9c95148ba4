"""The traced graph is the static graph, on random workflow files."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from test_fixtures import REPOSITORY, plain, without_nodes
from traced import copy_of

SEED, COUNT = 20261121, 12


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders with a workflow and the graph that was read from its text."""
    node = shutil.which("node")
    assert node is not None, "node is missing from PATH"
    folder = tmp_path_factory.mktemp("random")
    subprocess.run(
        [node, "scripts/randomWorkflows.mjs", str(SEED), str(COUNT), str(folder)], cwd=REPOSITORY, check=True
    )
    return folder


@pytest.mark.parametrize("index", range(COUNT))
def test_the_traced_graph_is_the_static_one(index: int, written: Path, tmp_path: Path) -> None:
    case = written / f"random_{SEED}_{index:03}"
    static = json.loads((case / "graph.json").read_text("utf-8"))
    trace = copy_of(case, tmp_path).trace("workflow.py")
    assert trace.document["failure"] is None, trace.document["failure"]

    traced = trace.document["graph"]

    assert [without_nodes(each) for each in traced["workflows"]] == [
        without_nodes(each) for each in static["workflows"]
    ]
    for expected, found in zip(static["workflows"], traced["workflows"]):
        assert [plain(each) for each in found["operators"]] == [plain(each) for each in expected["operators"]]
        assert found["artifacts"] == expected["artifacts"]
