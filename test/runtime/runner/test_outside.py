"""What an operator reads beside its inputs is told with its result."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas
import pytest
from bench import Bench


@pytest.mark.parametrize(
    "body",
    [
        "return open('data.csv').read()",
        "import pathlib; return pathlib.Path('data.csv').read_text()",
        "import pandas; return pandas.read_csv('data.csv')",
        "import os; return os.read(os.open('data.csv', os.O_RDONLY), 9)",
    ],
)
def test_a_file_that_is_read_is_named_from_the_folder(bench: Bench, body: str) -> None:
    (bench.folder / "data.csv").write_text("a\n1\n")
    ended = bench.run("function", source=f"def work():\n    {body}")
    assert ended.code == 0, ended.stderr
    assert ended.result["outside"] == ["data.csv"]


def test_a_file_that_lies_elsewhere_is_named_by_its_path(bench: Bench, tmp_path: Path) -> None:
    data = bench.folder.parent / "lake"
    data.mkdir()
    (data / "data.txt").write_text("1")
    source = f"import tempfile\ndef work():\n    tempfile.tempdir\n    return open({str(data / 'data.txt')!r}).read()"
    ended = bench.run("function", source=source)
    # What lies in the folder for temporary files is nobody's data, unless that is where the test runs.
    assert ended.result["outside"] in ([str(data / "data.txt")], [])


def test_a_database_and_a_connection_are_told(bench: Bench) -> None:
    with closing(sqlite3.connect(bench.folder / "wine.db")) as database, database:
        database.execute("create table wine (ph real)")
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        source = f"""
        import socket, sqlite3
        def work():
            sqlite3.connect('wine.db').close()
            socket.create_connection(('127.0.0.1', {server.getsockname()[1]})).close()
            return 1
        """
        ended = bench.run("function", source=source)
    assert ended.result["outside"] == ["wine.db", "network"]


def test_inputs_packages_handed_files_and_what_it_wrote_itself_are_nothing_from_outside(bench: Bench) -> None:
    (bench.folder / "handed.txt").write_text("1")
    blob = bench.folder.parent / "blob"
    blob.write_text("1")
    source = """
    import sqlite3, subprocess, sys, tempfile
    def work(table):
        import numpy.testing, xml.dom.minidom
        sqlite3.connect(':memory:').close()
        open('made.txt', 'w').write('1')
        open('made.txt').read()
        with tempfile.TemporaryFile('w+') as file:
            file.write('1')
        open('handed.txt').read()
        print('said')
        return table.assign(b=1)
    """
    ended = bench.run(
        "function", [pandas.DataFrame({"a": [1]})], source, modules=[{"path": "handed.txt", "file": str(blob)}]
    )
    assert ended.code == 0, ended.stderr
    assert ended.result["outside"] == []


def test_an_operator_without_code_of_the_users_reads_nothing(bench: Bench) -> None:
    ended = bench.run("check", [1.0], operator={"bound": {"comparison": "lessThan", "value": 3}, "severity": "error"})
    assert ended.result["outside"] == []
