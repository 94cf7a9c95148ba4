"""What is said of an interpreter, and of what a workflow file lacks in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import aqueduct.environments
from aqueduct.environments.lacking import lacking

RUNTIME = Path(next(iter(aqueduct.environments.__path__))).parents[1]


def surveyed(*arguments: str) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, str(RUNTIME / "aqueduct" / "start.py"), "environments", *arguments],
        env={**os.environ, "PYTHONPATH": str(RUNTIME)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    document: dict[str, Any] = json.loads(run.stdout)
    return document


def test_an_environment_says_what_it_is() -> None:
    survey = surveyed()
    assert survey["executable"] == sys.executable
    assert (survey["isVirtual"], survey["isManaged"], survey["isWritable"]) == (True, False, True)
    assert (survey["aqueduct"], survey["oldSdk"], survey["lacking"]) == (None, None, [])


def test_what_a_file_lacks_is_read_and_not_run(tmp_path: Path) -> None:
    (tmp_path / "helpers.py").write_text("import absent_of_helper\nimport flow\n")
    flow = tmp_path / "flow.py"
    flow.write_text(
        "raise SystemExit('never run')\n"
        "import json, pandas, sklearn.models\nimport helpers\nfrom aqueduct import op\n"
        "@op(requirements=['pandas>=99', 'absent-one'])\ndef one():\n    import absent_inside\n"
    )
    assert surveyed(str(flow))["lacking"] == [
        "pandas>=99",
        "absent-one",
        "absent_inside",
        "absent_of_helper",
        "scikit-learn",
    ]


def test_a_file_that_reads_a_database_needs_pandas(tmp_path: Path, monkeypatch: Any) -> None:
    flow = tmp_path / "flow.py"
    flow.write_text("from aqueduct import Client\nClient().resource('demo').sql('SELECT 1')\n")
    monkeypatch.setattr("sys.path", [])
    assert lacking(flow) == ["pandas"]


def test_stated_requirements_beside_the_file_count(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("absent-one==1.0  # why\npytest\n")
    flow = tmp_path / "flow.py"
    flow.write_text("import absent_one\n")
    assert lacking(flow) == ["absent-one==1.0"]


def test_a_file_that_cannot_be_read_lacks_nothing_that_is_known(tmp_path: Path) -> None:
    flow = tmp_path / "flow.py"
    flow.write_text("def broken(:\n")
    assert lacking(flow) == []
