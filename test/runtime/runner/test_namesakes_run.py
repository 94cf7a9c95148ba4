"""What stands beside a workflow under the name of our package or of Python's modules, while an operator runs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bench import Bench

POISON = "raise RuntimeError('the file beside the workflow was imported')\n"
NAMES = [
    "aqueduct/__init__",
    "aqueduct_workflow",
    "json",
    "typing",
    "random",
    "pickle",
    "ast",
    "dataclasses",
    "hashlib",
]


@pytest.fixture
def poisoned(bench: Bench) -> Bench:
    for name in NAMES:
        file = bench.folder / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(POISON, encoding="utf-8")
    return bench


def test_the_runner_takes_nothing_from_beside_the_workflow(poisoned: Bench) -> None:
    source = "def work():\n    import aqueduct, sys\n    return [aqueduct.__file__, sys.path[1]]"
    ended = poisoned.run("function", source=source)

    assert ended.code == 0, ended.stderr
    file, first = ended.value()
    assert not file.startswith(str(poisoned.folder))
    assert first == str(poisoned.folder)


def test_neither_do_scripts_that_an_operator_starts(bench: Bench) -> None:
    (bench.folder / "aqueduct").mkdir()
    (bench.folder / "aqueduct/__init__.py").write_text(POISON, encoding="utf-8")
    (bench.folder / "script.py").write_text("import aqueduct\nprint(aqueduct.__file__)\n", encoding="utf-8")
    source = """
        import subprocess
        import sys

        def work():
            return subprocess.check_output([sys.executable, 'script.py'], text=True)
    """
    ended = bench.run("function", source=source)

    assert ended.code == 0, ended.stderr
    assert not ended.value().startswith(str(bench.folder))


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one way alone")
def test_neither_do_the_processes_of_a_pool(bench: Bench, method: str) -> None:
    (bench.folder / "aqueduct").mkdir()
    (bench.folder / "aqueduct/__init__.py").write_text(POISON, encoding="utf-8")
    source = f"""
        import multiprocessing

        def where(_):
            import aqueduct
            return aqueduct.__file__

        def work():
            with multiprocessing.get_context({method!r}).Pool(1) as pool:
                return pool.map(where, [1])[0]
    """
    ended = bench.run("function", source=source)

    assert ended.code == 0, ended.stderr
    assert not Path(ended.value()).is_relative_to(bench.folder)
