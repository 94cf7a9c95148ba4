"""The demo database, which is there in every folder: `aqueduct_demo`, also `Demo`.

An SQLite file in the user's data, made when it is first needed, with one table, `wine`: 4,898 made-up white wines with eleven
measurements, of which a few are missing, and the quality that tasters gave. What workflows save into it stays.

`python demo.py PATH` writes it elsewhere, for the sample, where it replaces what is there. That needs Python's standard library
only, and writes the same bytes every time and everywhere: all arithmetic is on integers, from a fixed seed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

DEMO_URL = "aqueduct:demo"
"""What stands for the address of the demo database until it is opened; `src/core/resources/demo.ts` writes it."""

DEMO_NAMES = ("aqueduct_demo", "Demo")
"""Its names in two versions of Aqueduct. A resource of one of them in `aqueduct.json` takes the place of both."""

ROWS = 4_898
SEED = 20_220_831


def real_url(url: str) -> str:
    """The address of the demo database's file, which is made where it is not there yet; any other address as it is.

    Raises Unreachable where the file cannot be made.
    """
    if url != DEMO_URL:
        return url
    path = users_data() / "aqueduct_demo.db"
    if "?" in str(path):  # which ends a path in an address
        from aqueduct.databases.errors import Unreachable

        raise Unreachable(f"the demo database cannot be at {path}: name a folder without ? in XDG_DATA_HOME")
    if not path.is_file():
        import sqlite3  # Only here: most processes make no database.

        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # what else lies there decides what runs
            write_database(path)
        except (OSError, sqlite3.Error) as error:
            from aqueduct.databases.errors import Unreachable

            raise Unreachable(f"the demo database cannot be made at {path}: {error}") from error
    return f"sqlite:///{path.as_posix()}"


def users_data() -> Path:
    """Where programs keep the data of this user, as each system has it; `userDataFolder` of `src/platform` says the same."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share")
    if not os.path.isabs(base):  # A user who is not listed, without HOME, has none: it stays "~".
        base = os.path.join(tempfile.gettempdir(), f"aqueduct-{os.getuid() if hasattr(os, 'getuid') else 'user'}")
    return Path(base, "aqueduct")


@dataclass(frozen=True)
class Measurement:
    """One column: values spread around `middle`, in units of the last of `decimals` places."""

    name: str
    middle: int
    spread: int
    decimals: int
    weight: int = 0
    """How much more of it makes a wine better (or worse, if negative)."""
    missing_per_mille: int = 0


MEASUREMENTS = (
    Measurement("fixed_acidity", 685, 260, 2, weight=-2),
    Measurement("volatile_acidity", 278, 180, 3, weight=-9),
    Measurement("citric_acid", 334, 200, 3, weight=1, missing_per_mille=8),
    Measurement("residual_sugar", 639, 580, 2, weight=1, missing_per_mille=5),
    Measurement("chlorides", 458, 260, 4, weight=-4),
    Measurement("free_sulfur_dioxide", 353, 300, 1, weight=3),
    Measurement("total_sulfur_dioxide", 1_384, 900, 1, weight=-2),
    Measurement("density", 99_403, 640, 5, weight=-5),
    Measurement("pH", 319, 45, 2, weight=2, missing_per_mille=6),
    Measurement("sulphates", 490, 250, 3, weight=2, missing_per_mille=4),
    Measurement("alcohol", 1_051, 280, 2, weight=12),
)


class Chance:
    """Numbers that look random and are the same on every machine: a linear congruential generator (Knuth's MMIX)."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def below(self, limit: int) -> int:
        """An integer from 0 to `limit` - 1, all equally likely (but for a bias far too small to see)."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) * limit >> 31

    def bell(self, spread: int) -> int:
        """An integer from -`spread` to `spread`, those near 0 likelier: the mean of four draws."""
        return sum(self.below(2 * spread + 1) - spread for _ in range(4)) // 4


def wines() -> Iterator[tuple[Optional[float], ...]]:
    """The rows of the table, in order: an id, the measurements, and the quality from 3 to 9."""
    chance = Chance(SEED)
    for number in range(1, ROWS + 1):
        deviations = [chance.bell(measurement.spread) for measurement in MEASUREMENTS]
        merit = sum(
            measurement.weight * 100 * deviation // measurement.spread
            for measurement, deviation in zip(MEASUREMENTS, deviations)
        )
        quality = min(9, max(3, 6 + (merit + chance.bell(900)) // 500))
        values = [
            None
            if chance.below(1_000) < measurement.missing_per_mille
            else (measurement.middle + deviation) / 10**measurement.decimals
            for measurement, deviation in zip(MEASUREMENTS, deviations)
        ]
        yield (number, *values, quality)


def write_database(path: Path) -> None:
    """Write the database to `path` in one step: a reader sees the old file or the new one."""
    import sqlite3

    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    columns = ", ".join(f'"{measurement.name}" REAL' for measurement in MEASUREMENTS)
    places = ", ".join("?" * (len(MEASUREMENTS) + 2))
    database = sqlite3.connect(unfinished)
    try:
        with database:
            database.execute(f"CREATE TABLE wine (id INTEGER PRIMARY KEY, {columns}, quality INTEGER NOT NULL)")
            database.executemany(f"INSERT INTO wine VALUES ({places})", wines())
    finally:
        database.close()
    _forget_sqlite_version(unfinished)
    unfinished.replace(path)


def _forget_sqlite_version(path: Path) -> None:
    # Bytes 96 to 99 of the header name the version of SQLite that wrote the file, and nothing reads them
    # (https://www.sqlite.org/fileformat.html, 1.3.17): with them, the bytes would differ from machine to machine.
    with path.open("r+b") as file:
        file.seek(96)
        file.write(bytes(4))


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("usage: python demo.py PATH")
    write_database(Path(sys.argv[1]))
