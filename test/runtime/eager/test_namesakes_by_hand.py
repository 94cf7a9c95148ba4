"""`python flow.py` beside a folder named aqueduct, or beside files that are called like modules of Python."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from by_hand import RUNTIME, Folder

FLOW = "@op\ndef two():\n    return 2\n\nprint(two().get())\n"


@pytest.mark.parametrize("name", ["aqueduct/__init__.py", "aqueduct.py", "aqueduct_workflow.py"])
def test_what_is_named_like_our_package_is_not_imported(folder: Folder, name: str) -> None:
    folder.write(name, "raise RuntimeError('theirs')\n")

    assert folder.run(FLOW).lines == ["2"]


def test_a_folder_on_pythonpath_before_ours_is_not_imported_either(folder: Folder) -> None:
    folder.write("lib/aqueduct/__init__.py", "raise RuntimeError('theirs')\n")
    folder.environment["PYTHONPATH"] = os.pathsep.join([str(folder.path / "lib"), str(RUNTIME)])

    assert folder.run(FLOW).lines == ["2"]


@pytest.mark.parametrize("name", ["json", "ast", "inspect"])
def test_a_file_that_is_taken_for_a_module_that_we_need_is_named(folder: Folder, name: str) -> None:
    file = folder.write(f"{name}.py", "mine = 1\n")

    assert folder.run(FLOW).error == (
        f"ImportError: {file} is taken for Python's own module `{name}`, which Aqueduct needs: rename it"
    )


def test_a_file_named_like_a_module_that_nobody_needs_does_no_harm(folder: Folder) -> None:
    folder.write("turtle.py", "raise RuntimeError('theirs')\n")

    assert folder.run(FLOW).lines == ["2"]


def test_an_error_of_ours_is_not_blamed_on_a_file_that_has_nothing_to_do_with_it(folder: Folder) -> None:
    folder.write("turtle.py", "")

    assert folder.run("from aqueduct import llm_op\n").error.startswith(
        "aqueduct.error.UnsupportedFeatureException: aqueduct.llm_op comes in a later version"
    )


def test_the_sitecustomize_of_the_environment_still_runs(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.customized = __file__\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", "import sys, sitecustomize; print(sys.customized, sitecustomize.__file__)"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(RUNTIME), str(tmp_path)])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == [str(tmp_path / "sitecustomize.py")] * 2
    assert ran.stderr == ""
