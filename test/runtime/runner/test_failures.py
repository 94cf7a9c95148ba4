"""What a user is told when an operator fails: whose fault, which lines, what to do."""

from __future__ import annotations

import sys

import pandas
import pytest
from bench import Bench

from aqueduct.environments import unsatisfied


def test_a_trace_has_exactly_the_users_frames_also_through_a_library(bench: Bench) -> None:
    (bench.folder / "mine.py").write_text("def explode(cell):\n    return 1 / (cell - 1)\n")
    source = """
    import pandas
    def inner(table):
        from mine import explode
        return table['a'].map(lambda cell: explode(cell))
    def work(table):
        return inner(table)
    """
    ended = bench.run("function", [pandas.DataFrame({"a": [0, 1]})], source, modules=[bench.shipped("mine.py")])
    assert (ended.code, ended.failure["type"]) == (10, "user")
    assert ended.failure["message"] == "ZeroDivisionError: division by zero"
    assert [(frame["file"], frame["line"], frame["function"], frame["text"]) for frame in ended.failure["trace"]] == [
        ("flow.py", 6, "work", "return inner(table)"),
        ("flow.py", 4, "inner", "return table['a'].map(lambda cell: explode(cell))"),
        ("flow.py", 4, "<lambda>", "return table['a'].map(lambda cell: explode(cell))"),
        ("mine.py", 2, "explode", "return 1 / (cell - 1)"),
    ]
    assert "aqueduct/runner" not in ended.stderr
    assert "ZeroDivisionError" in ended.stderr


def test_frames_of_an_environment_inside_the_folder_are_not_the_users(bench: Bench) -> None:
    package = bench.folder / ".venv" / "lib" / "python3" / "site-packages" / "lib.py"
    package.parent.mkdir(parents=True)
    package.write_text("def fail():\n    raise OSError('from a library')\n")
    source = f"import sys\ndef work():\n    sys.path.insert(0, {str(package.parent)!r})\n    import lib\n    lib.fail()"
    ended = bench.run("function", source=source)
    assert [frame["line"] for frame in ended.failure["trace"]] == [5]


def test_what_an_attempt_writes_inside_of_the_folder_is_not_the_users(bench: Bench) -> None:
    """The local engine's attempts lie in the workspace, and with them the module that the definitions are made in."""
    bench.attempt = bench.folder / ".air-executor" / "jobs" / "wines" / "attempt"
    bench.attempt.mkdir(parents=True)
    ended = bench.run("function", source="def work(age=absent):\n    return age")
    assert ended.failure["message"].startswith("NameError")
    assert [(frame["file"], frame["line"]) for frame in ended.failure["trace"]] == [("flow.py", 1)]


def test_a_cause_is_told_with_its_line(bench: Bench) -> None:
    source = "def work():\n    try:\n        {}['x']\n    except KeyError as error:\n        raise ValueError('no x') from error"
    ended = bench.run("function", source=source)
    assert ended.failure["message"] == "ValueError: no x\nafter KeyError: 'x' (flow.py, line 3)"
    assert [frame["line"] for frame in ended.failure["trace"]] == [5]


def test_a_deep_recursion_shows_both_ends(bench: Bench) -> None:
    ended = bench.run("function", source="def work():\n    return work()")
    assert ended.failure["message"].startswith("RecursionError")
    assert 0 < len(ended.failure["trace"]) <= 60


@pytest.mark.parametrize(
    ("body", "message", "tip"),
    [
        ("import sys; sys.exit(3)", "SystemExit: 3", "ends by returning"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", "cancel the run"),
        ("import sklern", "ModuleNotFoundError: No module named 'sklern'", "-m pip install 'sklern'"),
        ("raise MemoryError", "MemoryError", "more memory"),
        (
            "return table['alcoho']",
            "KeyError: 'alcoho'",
            "Did you mean alcohol? The table has the columns alcohol, ph.",
        ),
        ("return undefined", "NameError: name 'undefined' is not defined", "undefined is not defined where"),
        ("raise NameError", "NameError", "The trace names the line"),
        ("raise FileNotFoundError", "FileNotFoundError", "The trace names the line"),
        ("return open('data.csv')", "FileNotFoundError", "file_dependencies"),
        (
            "return open('/moved/.aqueduct/store/blobs/x')",
            "FileNotFoundError",
            "a file of Aqueduct's own, and is gone: was the folder moved",
        ),
    ],
)
def test_a_tip_says_what_to_do(bench: Bench, body: str, message: str, tip: str) -> None:
    ended = bench.run("function", [pandas.DataFrame({"alcohol": [1], "ph": [2]})], f"def work(table):\n    {body}")
    assert (ended.code, ended.failure["type"]) == (10, "user")
    assert ended.failure["message"].startswith(message)
    assert tip in ended.failure["tip"]
    assert [frame["line"] for frame in ended.failure["trace"]] == [2]


def test_a_syntax_error_in_a_module_of_the_users_shows_its_line(bench: Bench) -> None:
    (bench.folder / "broken.py").write_text("x = 1\ny = = 2\n")
    ended = bench.run("function", source="def work():\n    import broken", modules=[bench.shipped("broken.py")])
    assert [(frame["file"], frame["line"]) for frame in ended.failure["trace"]] == [("flow.py", 2), ("broken.py", 2)]


def test_a_value_that_cannot_be_stored_is_named_with_the_function(bench: Bench) -> None:
    ended = bench.run("function", source="import threading\ndef work():\n    return threading.Lock()")
    assert (ended.code, ended.failure["type"]) == (10, "user")
    assert ended.failure["message"] == (
        "a value of type threading.Lock cannot be stored: it lives in its process alone"
    )
    assert ended.failure["tip"] == "Return the data without the lock."
    assert [frame["line"] for frame in ended.failure["trace"]] == [2]


def test_a_missing_requirement_is_told_with_the_command_that_mends_it(bench: Bench) -> None:
    ended = bench.run("function", source="def work():\n    return 1", requirements=["pandas", "no-such-wine>=2"])
    assert (ended.code, ended.failure["type"]) == (10, "requirements")
    assert ended.failure["tip"] == f"Install it: {sys.executable} -m pip install 'no-such-wine>=2'"


def test_another_python_minor_is_refused_where_something_pickled_travels(bench: Bench) -> None:
    ended = bench.run("function", source="def work():\n    return 1", python="2.7")
    assert (ended.code, ended.failure["type"]) == (10, "requirements")
    assert "Python 2.7" in ended.failure["message"]


@pytest.mark.parametrize(
    ("requirement", "met"),
    [
        ("pandas", True),
        ("Pandas>=1", True),
        ("pandas>=1,<2", False),
        ("pandas[parquet]", True),
        ("no-such-wine; python_version < '3'", True),
        ("no-such-wine", False),
        ("", True),
        ("# a comment", True),
        ("pandas  # as of 2026", True),
    ],
)
def test_requirements_are_told_from_installed_metadata(requirement: str, met: bool) -> None:
    assert (unsatisfied([requirement]) == []) is met


def test_a_job_that_is_none_is_our_failure(bench: Bench) -> None:
    process = bench.start({"format": 2})
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 11
    assert b"format 2" in stderr


def test_an_input_that_is_gone_is_our_failure(bench: Bench) -> None:
    job = bench.job("function", [1], "def work(n):\n    return n")
    job["inputs"][0]["file"] += ".gone"
    process = bench.start(job)
    process.communicate(timeout=60)
    assert process.returncode == 11


def test_what_an_object_that_can_be_called_returned_is_told_on_the_line_of_its_call() -> None:
    import functools

    from aqueduct.runner.trace import code_of

    def add(a: int, b: int) -> int:
        return a + b

    class Scale:
        def __call__(self) -> int:
            return 1

        def method(self) -> int:
            return 2

    assert code_of(functools.partial(functools.partial(add, 1), 2)) is add.__code__
    assert code_of(Scale()) is Scale.__call__.__code__
    assert code_of(Scale().method) is Scale.method.__code__
    assert code_of(len) is None


def test_a_full_disk_is_told_as_that(bench: Bench) -> None:
    (bench.attempt / "outputs").mkdir()
    (bench.attempt / "outputs/1").symlink_to("/dev/full")
    ended = bench.run("function", source="def work():\n    return b'x' * 100_000")
    assert ended.code == 11
    assert ended.failure["type"] == "system"
    assert ended.failure["message"] == "What the operator gave cannot be stored: No space left on device."
    assert ended.failure["tip"] == f"Make room for {bench.attempt}, then run it again."
