"""What an operator reads beside its inputs is told with its result."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
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


def test_a_file_that_lies_elsewhere_is_named_by_its_path(bench: Bench) -> None:
    """Also in the folder for temporary files, which is where the test runs."""
    data = bench.folder.parent / "lake"
    data.mkdir()
    (data / "data.txt").write_text("1")
    source = f"def work():\n    return open({str(data / 'data.txt')!r}).read()"
    assert bench.run("function", source=source).result["outside"] == [str(data / "data.txt")]


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
    blob = bench.blob(b"1")
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
    "a file that was there when it was to be made": (
        "try:\n        open('data/d.txt', 'x')\n    except FileExistsError:\n        return open('data/d.txt').read()",
        "data/d.txt",
    ),
    "a folder that was there when it was to be made": (
        "import os\n    os.makedirs('data', exist_ok=True)\n    return os.listdir('data')",
        "data",
    ),
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
    "a folder by its descriptor": ("import os\n    return os.listdir(os.open('data', os.O_RDONLY))", "data"),
    "a file in an open folder": (
        "import os\n    folder = os.open('data', os.O_RDONLY)\n    return os.read(os.open('d.txt', os.O_RDONLY, dir_fd=folder), 1)",
        "data/d.txt",
    ),
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
    "a file that it wrote to and read": "open('new.txt', 'w+').write('1')\n    return open('new.txt').read()",
    "a temporary file that it reads by its name": "import tempfile\n    with tempfile.NamedTemporaryFile('w', suffix='.csv') as file:\n"
    "        file.write('1')\n        file.flush()\n        return open(file.name).read()",
    "a temporary folder": "import os, tempfile\n    with tempfile.TemporaryDirectory() as folder:\n        os.makedirs(folder + '/a/b')\n"
    "        open(folder + '/a/b/c', 'w').write('1')\n        return [os.listdir(folder + '/a'), os.path.exists(folder + '/a/d')]",
    "a folder that it makes": "import os\n    os.mkdir('made')\n    open('made/a', 'w').write('1')\n    return os.listdir('made')",
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


READS = "import os, own\ndef work():\n    return open(os.path.join(os.path.dirname(own.__file__), 'd.txt')).read()"


class Environment:
    """Folders of packages beside the folder of a job and outside of that for temporary files."""

    def __init__(self, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = bench.folder.parent
        temporary = self.root / "temporary"
        temporary.mkdir()
        monkeypatch.setenv("TMPDIR", str(temporary))
        monkeypatch.setenv("XDG_CACHE_HOME", str(self.root / "caches"))
        self._monkeypatch = monkeypatch

    def package(self, place: str) -> Path:
        folder = self.root / place / "own"
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("N = 1\n")
        (folder / "d.txt").write_text("1")
        return folder

    def on_path(self, *places: str) -> None:
        folders = [str(self.root / place) for place in places]
        self._monkeypatch.setenv("PYTHONPATH", os.pathsep.join(folders))


@pytest.fixture
def environment(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Environment:
    return Environment(bench, monkeypatch)


def test_data_of_a_package_in_development_is_told_and_its_code_is_not(bench: Bench, environment: Environment) -> None:
    """Its code is in the digest of the environment."""
    package = environment.package("project")
    environment.on_path("project")
    assert bench.run("function", source=READS).result["outside"] == [str(package / "d.txt")]


def test_also_where_it_is_developed_within_the_environment(
    bench: Bench, environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `pip install -e git+…` does it, whose environment may lie in the folder."""
    package = environment.package("work/.venv/src/project")
    python = bench.folder / ".venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bench.folder / ".venv")], check=True)
    monkeypatch.setattr(sys, "executable", str(python))
    environment.on_path("work/.venv/src/project")
    assert bench.run("function", source=READS).result["outside"] == [
        str(package / "d.txt").replace(f"{bench.folder}/", "")
    ]


@pytest.mark.parametrize("place", ["env/lib/site-packages", "work/.env/site-packages", "linked/site-packages"])
def test_data_of_an_installed_package_is_not_told_wherever_packages_are_and_whatever_links_lead_there(
    bench: Bench, environment: Environment, place: str
) -> None:
    environment.package(place.replace("linked", "real"))
    if place.startswith("linked"):
        (environment.root / "linked").symlink_to(environment.root / "real")
    environment.on_path(place)
    resolved = READS.replace("os.path.dirname(own.__file__)", "os.path.dirname(os.path.realpath(own.__file__))")
    for source in (READS, resolved):
        ended = bench.run("function", source=source)
        assert ended.code == 0, ended.stderr
        assert ended.result["outside"] == []


def test_data_of_a_package_that_is_a_link_to_where_it_is_developed_is_told(
    bench: Bench, environment: Environment
) -> None:
    package = environment.package("project")
    packages = environment.root / "env" / "site-packages"
    packages.mkdir(parents=True)
    (packages / "own").symlink_to(package)
    environment.on_path("env/site-packages")
    assert bench.run("function", source=READS).result["outside"] == [str(packages / "own" / "d.txt")]


def test_data_and_code_of_a_package_that_a_finder_maps_are_told_apart(bench: Bench, environment: Environment) -> None:
    """As setuptools installs a project in place: its folder is not on the import path."""
    package = environment.package("project")
    record = environment.root / "env" / "site-packages" / "own-1.0.dist-info"
    record.mkdir(parents=True)
    direct = {"url": package.parent.as_uri(), "dir_info": {"editable": True}}
    (record / "direct_url.json").write_text(json.dumps(direct))
    environment.on_path("env/site-packages")
    loaded = f"""
    import importlib.util, os, sys
    def work():
        spec = importlib.util.spec_from_file_location('own', {str(package / "__init__.py")!r})
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module.N
    """
    assert bench.run("function", source=loaded).result["outside"] == []
    reading = loaded.replace(
        "return module.N", "return open(os.path.join(os.path.dirname(module.__file__), 'd.txt')).read()"
    )
    assert bench.run("function", source=reading).result["outside"] == [str(package / "d.txt")]


def test_code_that_no_import_path_leads_to_is_told(bench: Bench, environment: Environment) -> None:
    package = environment.package("elsewhere")
    file = str(package / "__init__.py")
    for body in (
        f"names = {{}}\n    exec(open({file!r}).read(), names)\n    return names['N']",
        f"import runpy\n    return runpy.run_path({file!r})['N']",
    ):
        ended = bench.run("function", source=f"def work():\n    {body}\n")
        assert ended.result["outside"] == [file], ended.stderr


def test_a_folder_that_is_reached_by_a_link_is_the_folder(bench: Bench, environment: Environment) -> None:
    (bench.folder / "d.txt").write_text("1")
    blob = bench.blob(b"1")
    real = bench.folder.rename(environment.root / "real")
    bench.folder.symlink_to(real)
    source = f"def work():\n    return open({str(real / 'd.txt')!r}).read()"
    assert bench.run("function", source=source).result["outside"] == ["d.txt"]
    handed = [{"path": "d.txt", "file": str(blob)}]
    assert bench.run("function", source=source, modules=handed).result["outside"] == []
