"""The demo database that examples, sample and tests read."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from aqueduct.databases import Unreachable
from aqueduct.databases.demo import ROWS, real_url

SCRIPT = Path(__file__).parents[2] / "examples" / "demo" / "make_demo_database.py"


def make(path: Path) -> bytes:
    subprocess.run([sys.executable, str(SCRIPT), str(path)], check=True)
    return path.read_bytes()


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    first, second = make(tmp_path / "first.db"), make(tmp_path / "second.db")
    assert hashlib.sha256(first).hexdigest() == hashlib.sha256(second).hexdigest()


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    fresh = make(path)
    with sqlite3.connect(path) as database:
        database.execute("DELETE FROM wine")
    assert make(path) == fresh


def test_wines_have_measurements_some_of_them_missing(tmp_path: Path) -> None:
    make(tmp_path / "demo.db")
    with sqlite3.connect(tmp_path / "demo.db") as database:
        (rows,) = database.execute("SELECT count(*) FROM wine").fetchone()
        (incomplete,) = database.execute("SELECT count(*) FROM wine WHERE citric_acid IS NULL OR pH IS NULL").fetchone()
        (worst, best) = database.execute("SELECT min(quality), max(quality) FROM wine").fetchone()
    assert rows == 4_898
    assert 0 < incomplete < 200
    assert (worst, best) == (3, 9)


@pytest.mark.parametrize("folder", ["ü ñ", "o%20#x"])
def test_processes_that_need_it_first_at_the_same_time_all_find_it(folder: str, tmp_path: Path) -> None:
    program = (
        "from aqueduct import sql; from aqueduct.databases.demo import real_url; from aqueduct.queries import Given\n"
        "print(len(sql.extract(real_url('aqueduct:demo'), ['SELECT * FROM wine'], Given(), ())))"
    )
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path / folder)}
    started = [
        subprocess.Popen([sys.executable, "-c", program], env=env, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    assert [process.communicate()[0] for process in started] == [f"{ROWS}\n"] * 3
    assert [path.name for path in (tmp_path / folder / "aqueduct").iterdir()] == ["aqueduct_demo.db"]


def test_a_folder_that_no_address_can_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "a?b"))
    with pytest.raises(Unreachable, match=r"without \? in XDG_DATA_HOME"):
        real_url("aqueduct:demo")
