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


STALE = {
    "code that is read and executed": (
        "names = {}\n    exec(open('lazy.py').read(), names)\n    return names['N']",
        "lazy.py",
    ),
    "runpy": ("import runpy\n    return runpy.run_path('lazy.py')['N']", "lazy.py"),
    "a hidden file": ("return open('.env').read()", ".env"),
    "a file in a hidden folder": ("return open('.data/d.txt').read()", ".data/d.txt"),
    "os.listdir": ("import os\n    return sorted(os.listdir('data'))", "data"),
    "os.listdir of where it is": ("import os\n    return sorted(os.listdir())", "."),
    "glob": ("import glob\n    return sorted(glob.glob('data/*.txt'))", "data"),
    "Path.iterdir": ("from pathlib import Path\n    return sorted(map(str, Path('data').iterdir()))", "data"),
    "os.path.exists of a file": ("import os\n    return os.path.exists('data/d.txt')", "data/d.txt"),
    "os.path.exists of no file": ("import os\n    return os.path.exists('data/none.txt')", "data/none.txt"),
    "Path.exists": ("from pathlib import Path\n    return Path('data/none.txt').exists()", "data/none.txt"),
    "os.path.getsize": ("import os\n    return os.path.getsize('data/d.txt')", "data/d.txt"),
    "os.readlink": ("import os\n    return os.readlink('link')", "link"),
    "what was appended to": ("open('data/d.txt', 'a').write('1')\n    return open('data/d.txt').read()", "data/d.txt"),
    "a database in a hidden folder": (
        "import sqlite3\n    sqlite3.connect('.data/db.sqlite').close()",
        ".data/db.sqlite",
    ),
    "a socket of this machine": (
        "import socket\n    try:\n        socket.socket(socket.AF_UNIX).connect('no.sock')\n    except OSError:\n        return 1",
        "no.sock",
    ),
    "another process": (
        "import subprocess\n    return subprocess.check_output(['cat', 'data/d.txt'])",
        "other processes",
    ),
    "os.system": ("import os\n    return os.system('true')", "other processes"),
    "a pool of processes": (
        "from concurrent.futures import ProcessPoolExecutor\n"
        "    with ProcessPoolExecutor(1) as pool:\n        return pool.submit(len, 'ab').result()",
        "other processes",
    ),
    "a variable": ("import os\n    return os.environ.get('PROBE')", "$PROBE"),
    "os.getenv": ("import os\n    return os.getenv('PROBE', '1')", "$PROBE"),
    "time.time": ("import time\n    return time.time()", "the time"),
    "datetime.now": ("import datetime\n    return datetime.datetime.now()", "the time"),
    "date.today, in a helper of an inner function": ("return [inner() for inner in [lambda: helper()]]", "the time"),
    "date.today, in a helper": ("return helper()", "the time"),
    "random": ("import random\n    return random.random()", "random numbers"),
    "numpy.random": ("import numpy\n    return float(numpy.random.rand())", "random numbers"),
    "uuid4": ("import uuid\n    return uuid.uuid4().hex", "random numbers"),
    "a reader in compiled code": (
        "import pandas\n    return len(pandas.read_parquet('data/d.parquet'))",
        "files that read_parquet reads",
    ),
}


@pytest.mark.parametrize("kind", STALE)
def test_what_may_change_without_a_change_of_the_code_is_told(bench: Bench, kind: str) -> None:
    """Each of these gave a stale value when it was reused."""
    body, told = STALE[kind]
    for path, text in {"lazy.py": "N = 1\n", ".env": "A=1", ".data/d.txt": "1", "data/d.txt": "1"}.items():
        (bench.folder / path).parent.mkdir(exist_ok=True)
        (bench.folder / path).write_text(text)
    (bench.folder / "link").symlink_to("data/d.txt")
    pandas.DataFrame({"a": [1]}).to_parquet(bench.folder / "data/d.parquet")
    helper = "import datetime\ndef helper():\n    return datetime.date.today()\n"
    ended = bench.run("function", source=f"{helper}def work():\n    {body}\n")
    assert ended.code == 0, ended.stderr
    assert told in ended.result["outside"]


FRESH = {
    "a seed of its own": "import random\n    return random.Random(1).random()",
    "a generator of numpy's": "import numpy\n    return float(numpy.random.default_rng(1).random())",
    "a date that it makes": "import datetime\n    return datetime.date(2020, 1, 1)",
    "a warning": "import warnings\n    warnings.warn('careful')\n    return 1",
    "a file that it wrote": "open('new.txt', 'w').write('1')\n    return open('new.txt').read()",
    "a log that it appends to": "open('new.log', 'a').write('1')\n    return 1",
    "a log that was there": "open('old.log', 'a').write('1')\n    return 1",
    "a temporary file": "import tempfile\n    with tempfile.NamedTemporaryFile() as file:\n        file.write(b'1')\n    return 1",
    "a table": "import pandas\n    return pandas.DataFrame({'a': [1]}).groupby('a').size()",
    "threads": "from multiprocessing.pool import ThreadPool\n    with ThreadPool(2) as pool:\n        return pool.map(abs, [1])",
    "a model": "import numpy\n    return numpy.linalg.lstsq(numpy.eye(2), numpy.ones(2), rcond=None)[0]",
    "a regular expression": "import re\n    return re.sub('a', 'b', 'a')",
    "a log": "import logging\n    logging.getLogger(__name__).warning('x')\n    return 1",
    "what it prints": "print('x')\n    return 1",
}


@pytest.mark.parametrize("kind", FRESH)
def test_what_gives_the_same_again_is_not_told(bench: Bench, kind: str) -> None:
    (bench.folder / "old.log").write_text("1")
    ended = bench.run("function", source=f"def work():\n    {FRESH[kind]}\n")
    assert ended.code == 0, ended.stderr
    assert ended.result["outside"] == []


def test_looking_changes_nothing_of_what_the_user_gets(bench: Bench) -> None:
    source = """
    import os, shutil
    def work():
        os.symlink('nowhere', 'link')
        shutil.copy2('link', 'copy', follow_symlinks=False)
        os.environ['PROBE'] = '1'
        asked = [os.stat in os.supports_follow_symlinks, os.stat in os.supports_dir_fd, 'PROBE' in os.environ]
        return [*asked, os.path.islink('copy'), os.path.exists('copy'), os.stat('.', follow_symlinks=False).st_mode > 0]
    """
    ended = bench.run("function", source=source)
    assert ended.code == 0, ended.stderr
    assert ended.value() == [True, True, True, True, False, True]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("open('data/one.csv').read()", [("data/one.csv", "read")]),
        ("import os; os.path.exists('data/one.csv')", [("data/one.csv", "looked at")]),
        ("import os; os.path.exists('data/absent.csv')", []),
        ("import glob; glob.glob('data/*.csv')", [("data", "listed")]),
        ("import pathlib; list(pathlib.Path('data').iterdir())", [("data", "listed")]),
        ("import os; os.listdir('whole')", []),
        ("import os; os.listdir('.')", [(".", "listed")]),
        ("open('whole/two.csv').read()", []),
        ("open('made.csv', 'w').write('1'); open('made.csv').read()", []),
        ("open(__file__.replace('flow.py', 'data/one.csv')).read()", [("data/one.csv", "read")]),
        ("exec(open('lazy.py').read(), {})", [("lazy.py", "read")]),
        (
            "import contextlib\n    with contextlib.suppress(ImportError):\n        import lazy",
            [("lazy.py", "imported")],
        ),
        ("import importlib.util; importlib.util.find_spec('lazy')", [("lazy.py", "imported")]),
        ("import pkgutil; list(pkgutil.iter_modules(['tools']))", [("tools", "listed")]),
        ("open('data/one.csv', 'w+').read()", []),
        ("open('data/one.csv', 'rb+').read()", [("data/one.csv", "read")]),
        ("open('data/one.csv', 'a+').read()", [("data/one.csv", "read")]),
        ("open('new', 'w').write('1'); import os; os.replace('new', 'data/one.csv'); open('data/one.csv').read()", []),
        (
            "import sqlite3; [sqlite3.connect('new.db').execute('create table a (b)') for _ in '1']; sqlite3.connect('new.db')",
            [],
        ),
        ("import os; os.system('echo 1 > made.txt'); open('made.txt').read()", []),
        ("import os; os.system('echo 1 > made/two.csv'); os.listdir('made')", []),
        ("import os; os.path.exists('data/one.csv'); open('data/one.csv').read()", [("data/one.csv", "read")]),
    ],
)
def test_what_is_used_of_the_folder_and_does_not_ship_is_told(
    bench: Bench, body: str, told: list[tuple[str, str]]
) -> None:
    for path in ("data/one.csv", "whole/two.csv", "lazy.py", "tools/a.py"):
        (bench.folder / path).parent.mkdir(exist_ok=True)
        (bench.folder / path).write_text("")
    (bench.folder / "made").mkdir()
    ended = bench.run("function", source=f"def work():\n    {body}\n", modules=[bench.shipped("whole/two.csv")])
    assert ended.code == 0, ended.stderr
    assert [(each["path"], each["use"]) for each in ended.result["notShipped"]] == told


def test_the_workflow_file_of_an_operator_in_another_module_is_no_file_that_it_read(bench: Bench) -> None:
    code = bench.function("def other():\n    return 1\n", "other")
    (bench.folder / "steps.py").write_text("def work():\n    return 1\n")
    code.update(file="steps.py", module="steps", function="work")
    ended = bench.run("function", code=code, modules=[bench.shipped("steps.py")])
    assert ended.code == 0, ended.stderr
    assert ended.result["notShipped"] == []
    assert ended.result["outside"] == []


def test_a_folder_that_a_link_leads_to_is_the_same_folder(bench: Bench) -> None:
    (bench.folder / "one.csv").write_text("")
    bench.folder.with_name("link").symlink_to(bench.folder)
    source = "def work():\n    return open('one.csv').read()\n"
    ended = bench.run("function", source=source, folder=str(bench.folder.with_name("link")))
    [told] = ended.result["notShipped"]
    assert (told["path"], told["use"]) == ("one.csv", "read")
    assert told["changedAt"] < ended.result["startedAt"]
