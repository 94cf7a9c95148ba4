"""An operator imports of its folder what ships with it, and nothing else: here as where nothing else lies."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

import pytest
from bench import Bench

FILES = {
    "plugins/__init__.py": "",
    "plugins/csv.py": "NAME = 'csv'\n",
    "plugins/json.py": "NAME = 'json'\n",
    "plugins/deep/__init__.py": "",
    "plugins/deep/inner.py": "from ..csv import NAME\n",
    "spaces/part.py": "NAME = 'part'\n",
    "alone.py": "NAME = 'alone'\n",
    "pandas.py": "raise RuntimeError('not the package')\n",
}


@pytest.fixture
def here(bench: Bench) -> Bench:
    for path, text in FILES.items():
        (bench.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (bench.folder / path).write_text(text)
    return bench


def run(bench: Bench, body: str, *shipped: str, **code: Any) -> Any:
    """What `work` gives, here and where nothing lies but what ships: they must agree."""
    source = f"def work():\n{textwrap.indent(textwrap.dedent(body), '    ')}"
    job = bench.job("function", source=source, modules=[bench.shipped(path) for path in shipped])
    job["code"].update(code)
    ended = [result_of(bench, job)]
    worker = bench.folder.parent / "worker"
    worker.mkdir()
    ended.append(result_of(bench, {**job, "folder": str(worker)}))
    assert ended[0][0] == ended[1][0], ended
    assert ended[0][2] == ended[1][2]
    return ended[0][1] if ended[0][0] == 10 else ended[0][2]


def result_of(bench: Bench, job: dict[str, Any]) -> Any:
    process = bench.start(job)
    process.communicate(timeout=60)
    result = json.loads((bench.attempt / "result.json").read_text())
    if process.returncode != 0:
        return process.returncode, result["failure"], None
    output = (bench.attempt / result["artifacts"][0]["file"]).read_text()
    return process.returncode, None, output


def test_what_does_not_ship_cannot_be_imported_and_the_sentence_says_what_to_do(here: Bench) -> None:
    failure = run(
        here, "import importlib\nreturn importlib.import_module('plugins.' + 'csv').NAME", "plugins/__init__.py"
    )
    assert failure["type"] == "user"
    assert failure["message"] == (
        "ModuleNotFoundError: No module named 'plugins.csv': plugins/csv.py lies in the folder, but does not ship with "
        "this operator, since no import statement that it reaches names the module. Import it at the top of the file, "
        "or add file_dependencies=['plugins'] to the operator's decorator"
    )
    assert failure["tip"] == (
        "An operator imports what ships with it, and nothing else of the folder: here as on a worker."
    )
    assert [frame["file"] for frame in failure["trace"]] == ["flow.py"]


@pytest.mark.parametrize(
    ("module", "named"),
    [
        ("alone", "alone.py"),
        ("plugins", "plugins"),
        ("plugins.deep", "plugins"),
        ("plugins.deep.inner", "plugins"),
        ("spaces.part", "spaces"),
        ("spaces", "spaces"),
    ],
)
def test_the_whole_package_of_a_module_is_named(here: Bench, module: str, named: str) -> None:
    assert f"add file_dependencies=[{named!r}] to" in run(here, f"import {module}")["message"]


def test_the_path_is_named_from_the_file_of_the_operator(here: Bench) -> None:
    (here.folder / "flows").mkdir()
    (here.folder / "flows/near.py").write_text("")
    code = {"file": "flows/flow.py", "roots": ["flows", ""], "workingFolder": "flows"}
    for module, way in (("near", ", or add file_dependencies=['near.py'] to"), ("alone", "at the top of the file")):
        job = here.job("function", source=f"def work():\n    import {module}\n")
        job["code"].update(code)
        assert way in result_of(here, job)[1]["message"]
        assert ("file_dependencies" in result_of(here, job)[1]["message"]) == (module == "near")


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("import pkgutil, plugins; return [m.name for m in pkgutil.iter_modules(plugins.__path__)]", '["csv","deep"]'),
        (
            "import pkgutil, plugins; return [m.name for m in pkgutil.walk_packages(plugins.__path__, 'plugins.')]",
            '["plugins.csv","plugins.deep","plugins.deep.inner"]',
        ),
        ("import plugins.deep.inner as inner; return inner.NAME", "csv"),
        ("import importlib.util; return importlib.util.find_spec('plugins.json') is None", "true"),
        ("import importlib.util; return importlib.util.find_spec('plugins.csv') is None", "false"),
        ("try:\n    import alone\nexcept ImportError:\n    return 'without'", "without"),
        ("import spaces.part; return spaces.part.NAME", "part"),
        ("import pandas; return pandas.__name__", "pandas"),
        (
            "import importlib, sys; sys.path.insert(0, 'plugins'); return importlib.import_module('deep').__name__",
            "deep",
        ),
        ("open('fresh.py', 'w').write('N = 3'); import fresh; return fresh.N", "3"),
        ("import plugins.csv; return plugins.csv.__spec__.origin.endswith('plugins/csv.py')", "true"),
    ],
)
def test_imports_give_the_same_here_and_where_nothing_else_lies(here: Bench, body: str, value: str) -> None:
    shipped = ["plugins/__init__.py", "plugins/csv.py", "plugins/deep/__init__.py", "plugins/deep/inner.py"]
    assert run(here, body, *shipped, "spaces/part.py") == value


def test_a_package_that_is_installed_in_place_is_told_by_where_its_file_lies(here: Bench) -> None:
    """Finders of editable installs know files by name: they give no way around."""
    finder = """
    class Finder:
        @classmethod
        def find_spec(cls, name, path=None, target=None):
            import importlib.util, os
            place = os.path.join(FOLDER, 'plugins', '__init__.py')
            return importlib.util.spec_from_file_location('edited', place) if name == 'edited' else None
    """
    source = textwrap.dedent(finder.replace("FOLDER", repr(str(here.folder))))
    (here.folder.parent / "finder").mkdir()
    (here.folder.parent / "finder/editable.py").write_text(source)
    place = str(here.folder.parent / "finder")
    body = (
        f"import sys; sys.path.append({place!r}); import editable; sys.meta_path.append(editable.Finder)\nimport edited"
    )
    ended = here.run("function", source=f"def work():\n{textwrap.indent(body, '    ')}")
    assert "plugins/__init__.py lies in the folder, but does not ship" in ended.failure["message"]


def test_a_finder_of_another_time_is_passed_over(here: Bench) -> None:
    body = "import sys\nsys.meta_path.append(object())\nimport colorsys\nreturn colorsys.__name__"
    assert run(here, body) == "colorsys"


def test_a_python_that_lies_in_the_folder_is_not_the_users(here: Bench, tmp_path: Path) -> None:
    """Such as a folder of conda's, or a home folder that holds everything."""
    place = here.folder / "tools/lib/python3/lib-of-conda"
    place.mkdir(parents=True)
    (here.folder / "tools/conda-meta").mkdir()
    (place / "installed.py").write_text("N = 4\n")
    ended = here.run(
        "function",
        source=f"import sys\ndef work():\n    sys.path.append({str(place)!r})\n    import installed\n    return installed.N",
    )
    assert ended.code == 0, ended.stderr


def test_the_trace_of_a_module_that_does_not_ship_ends_where_it_was_asked_for(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    (bench.folder / "lazy.py").write_text("")
    ended = bench.run("function", source="import importlib\ndef work():\n    importlib.import_module('la' + 'zy')\n")
    assert ended.code == 10
    files = [line for line in ended.stderr.splitlines() if line.startswith("  File ")]
    assert "flow.py" in files[0]
    assert not any("aqueduct" in line.replace(str(tmp_path), "") or "frozen" in line for line in files), ended.stderr
