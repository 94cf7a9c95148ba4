"""The demo database that examples, sample and tests read."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from pathlib import Path

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
