"""The servers that other tests stand on."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy


def ask(url: str, query: str) -> object:
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool)
    with engine.begin() as connection:
        return connection.exec_driver_sql(query).scalar()


def test_each_kind_of_database_answers_and_begins_empty(any_database: str) -> None:
    assert ask(any_database, "SELECT 1") == 1
    assert sqlalchemy.inspect(sqlalchemy.create_engine(any_database)).get_table_names() == []


def test_no_server_runs_as_root_and_none_shows_a_password(postgresql: str, mariadb: str) -> None:
    passwords = [str(sqlalchemy.make_url(url).password) for url in (postgresql, mariadb)]
    pid_files = [f"{ask(postgresql, 'SHOW data_directory')}/postmaster.pid", str(ask(mariadb, "SELECT @@pid_file"))]
    for pid in (Path(file).read_text().split()[0] for file in pid_files):
        assert os.stat(f"/proc/{pid}").st_uid != 0
        said = Path(f"/proc/{pid}/cmdline").read_bytes()
        assert not any(password.encode() in said for password in passwords)
