"""Values that one process writes and another reads, as operators do: who wrote a value knows more than who never saw its kind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KINDS = Path(__file__).with_name("kinds.py")
RUNTIME = Path(__file__).parents[3] / "src/runtime"


def _kinds(role: str, folder: Path, without: str, *more: str) -> dict[str, str]:
    command = [sys.executable, "-W", "ignore", str(KINDS), role, str(folder), *more]
    shadow = folder.parent / "shadow"
    shadow.mkdir(exist_ok=True)
    if without:
        (shadow / f"{without}.py").write_text(f"raise ImportError({without!r})\n", "utf-8")
    path = os.pathsep.join([str(RUNTIME), str(shadow)])
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, str] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize("without", ["", "pyarrow"])
def test_every_kind_of_value_is_what_it_was(tmp_path: Path, without: str) -> None:
    folder = tmp_path / "values"
    folder.mkdir()
    written = _kinds("write", folder, without)
    assert [f"{text}: {why}" for text, why in written.items() if not why.startswith("not here: ")] == []
    read = _kinds("read", folder, without)
    assert [f"{text}: {why}" for text, why in read.items() if why != "right"] == []
    assert len(read) > 400


def test_a_table_that_is_written_some_rows_at_a_time_is_what_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "values"
    folder.mkdir()
    _kinds("write", folder, "", "slices")
    written = json.loads((folder / "written.json").read_text("utf-8")).values()
    assert sum(encoding == "parquet" for _, encoding, _ in written) > 50
    read = _kinds("read", folder, "")
    assert [f"{text}: {why}" for text, why in read.items() if why != "right"] == []
