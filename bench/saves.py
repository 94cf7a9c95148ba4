"""Times how tables are saved to a database, beside what is quickest by hand, in interleaved rounds of one process.

Usage: ``python saves.py ROUNDS``. Prints ``[{"what", "ours": [ms, …], "other", "beside": [ms, …], "ratio"}, …]``, `ratio` being the
budget. Starts a PostgreSQL and a MariaDB of its own; without one of them its rows are left out. Tables have 4 columns.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pandas
import psycopg
import sqlalchemy

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts" / "testbed"))

from database_servers.mariadb import MariaDb, mariadb_command
from database_servers.postgresql import PostgreSql, postgresql_command
from database_servers.process import ServerFolder

from aqueduct import sql

Work = Callable[[], object]


def _table(rows: int) -> Any:
    random = numpy.random.default_rng(1)
    return pandas.DataFrame(
        {
            "a": random.random(rows),
            "b": random.integers(0, 1000, rows),
            "c": [f"text {place % 500}" for place in range(rows)],
            "d": pandas.date_range("2020", periods=rows, freq="min"),
        }
    )


def _copy(url: str, table: Any) -> None:
    """What a person writes who knows COPY: the table as CSV, in one go."""
    text = io.StringIO()
    table.to_csv(text, index=False, header=False)
    address = sqlalchemy.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS by_copy")
        cursor.execute("CREATE TABLE by_copy (a float8, b bigint, c text, d timestamp)")
        with cursor.copy("COPY by_copy FROM STDIN WITH (FORMAT csv)") as sink:
            sink.write(text.getvalue())


def _to_sql(url: str, table: Any) -> None:
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)
    table.to_sql("by_pandas", engine, if_exists="replace", index=False, chunksize=1000)


def _measured(clock: Callable[[], float], rounds: int, *works: Work) -> list[list[float]]:
    """Milliseconds of each; one round comes before those that count."""
    times: list[list[float]] = [[] for _ in works]
    for index in range(-1, rounds):
        for work, taken in zip(works, times):
            started = clock()
            work()
            if index >= 0:
                taken.append((clock() - started) * 1000)
    return times


def _row(what: str, ours: list[float], other: str, beside: list[float], ratio: float) -> dict[str, Any]:
    return {"what": what, "ours": ours, "other": other, "beside": beside, "ratio": ratio}


def _postgresql(rounds: int) -> list[dict[str, Any]]:
    program = postgresql_command()
    if program is None:
        return []
    found = []
    table = _table(200_000)
    with ServerFolder("postgresql") as folder:
        server = PostgreSql(program, folder)
        url = server.url(server.new_database())
        for driver in ("psycopg", "psycopg2"):
            address = url.replace("+psycopg:", f"+{driver}:")

            def replaced(address: str = address) -> object:
                return sql.save(address, table, "ours", "replace")

            copied, taken = _measured(time.perf_counter, rounds, lambda: _copy(url, table), replaced)
            found.append(_row(f"replace in PostgreSQL, 200,000 x 4, {driver}", taken, "CSV and COPY", copied, 3))
        taken, added = _measured(
            time.process_time,
            rounds,
            lambda: sql.save(url, table, "ours", "replace"),
            lambda: sql.save(url, table, "ours", "append"),
        )
        found.append(_row("append in PostgreSQL, 200,000 x 4, processor", added, "replace", taken, 1.5))
    return found


def _mariadb(rounds: int) -> list[dict[str, Any]]:
    program = mariadb_command()
    if program is None:
        return []
    table = _table(20_000)
    with ServerFolder("mariadb") as folder:
        server = MariaDb(program, folder)
        url = server.url(server.new_database())
        beside, taken = _measured(
            time.perf_counter, rounds, lambda: _to_sql(url, table), lambda: sql.save(url, table, "ours", "replace")
        )
    return [_row("replace in MariaDB, 20,000 x 4", taken, "pandas' to_sql", beside, 1.2)]


def main(rounds: int) -> None:
    """Measures and prints."""
    sys.stdout.write(json.dumps([*_postgresql(rounds), *_mariadb(rounds)]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
