"""Which tests reach which lines: all tests are run once, watched by coverage.py, those of the processes that they start too."""

from __future__ import annotations

import ast
import functools
import hashlib
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Optional

import pytest
import sessions
from forking import Forking

TESTS = "test/runtime"

_MOST_CPU_SECONDS = 8.0
"""A mutant is tried by the cheapest tests that reach it, up to this sum: what survives them could die in dearer ones."""


class Reach:
    """What one run of all tests has shown."""

    def __init__(self, lines: dict[str, dict[int, set[str]]], seconds: dict[str, float]) -> None:
        self._lines = lines
        self._seconds = seconds

    @staticmethod
    def from_json(found: dict[str, Any]) -> Reach:
        lines = {
            file: {int(line): set(tests) for line, tests in by_line.items()} for file, by_line in found["lines"].items()
        }
        return Reach(lines, found["seconds"])

    def to_json(self) -> dict[str, Any]:
        lines = {
            file: {str(line): sorted(tests) for line, tests in by_line.items()} for file, by_line in self._lines.items()
        }
        return {"lines": lines, "seconds": self._seconds}

    def tests_of(self, file: str, text: str, line: int) -> list[str]:
        """The tests that reach a line, cheapest first; where it runs at import, all that reach any line of the file."""
        of_file = self._lines.get(file, {})
        wanted = _statement(text, line)
        if wanted is None:
            wanted = {number for number in of_file if _statement(text, number) is not None}
        found = {test for number in wanted for test in of_file.get(number, ())}
        chosen: list[str] = []
        total = 0.0
        for test in sorted(found & self._seconds.keys(), key=lambda test: (self._seconds[test], test)):
            total += self._seconds[test]
            if chosen and total > _MOST_CPU_SECONDS:
                break
            chosen.append(test)
        return chosen

    def seconds_of(self, tests: Sequence[str]) -> float:
        """CPU seconds that these tests took."""
        return sum(self._seconds[test] for test in tests)


def measure(tree: Path, folders: Sequence[str], place: Path, concurrency: int) -> Reach:
    """Runs the tests of some folders once, some files at a time; those that fail here are left out.

    What was found is kept for as long as sources and tests stay as they are: another seed need not measure again.
    """
    kept = place.with_name(f"reach-{_digest(tree, folders)}.json")
    if kept.exists():
        return Reach.from_json(json.loads(kept.read_text()))
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    files = [file for folder in folders for file in sorted((tree / TESTS / folder).glob("test_*.py"))]
    running: dict[int, Path] = {}
    for number, file in enumerate(files):
        if len(running) == concurrency:
            _ended_one(running)
        own = place / f"{number}-{file.stem}"
        own.mkdir()
        running[sessions.start(tree, own / "tests.log", 0, functools.partial(_watch, tree, file, own))] = own
    while running:
        _ended_one(running)
    seconds: dict[str, float] = {}
    for times in place.glob("*/times.json"):
        seconds.update(json.loads(times.read_text()))
    lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for found in place.glob("*/lines.json"):
        for file, by_line in json.loads(found.read_text()).items():
            for line, tests in by_line.items():
                lines[file][int(line)].update(tests)
    reach = Reach(lines, seconds)
    kept.write_text(json.dumps(reach.to_json()))
    return reach


def _digest(tree: Path, folders: Sequence[str]) -> str:
    digest = hashlib.sha256(" ".join(folders).encode())
    for root in ("src/runtime", "test/runtime"):
        for file in sorted((tree / root).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _ended_one(running: dict[int, Path]) -> None:
    pid, status = os.wait()
    own = running.pop(pid)
    if not (own / "lines.json").exists():
        raise RuntimeError(f"These tests could not be run (status {status}): see {own / 'tests.log'}")


def _watch(tree: Path, file: Path, own: Path, own_path: Sequence[str]) -> int:
    import coverage

    watched = str(tree / "src/runtime/aqueduct")
    # Processes that are started rather than forked read this file by coverage.py's own hook in the environment.
    config = own / "coverage.ini"
    config.write_text(f"[run]\nsource = {watched}\nparallel = true\npatch = _exit\ndata_file = {own / 'data'}\n")
    cover = coverage.Coverage(config_file=str(config))
    cover.start()

    def at_end() -> None:
        cover.stop()
        cover.save()

    plugins = [Forking(tree, own_path, at_end), _Watching(cover, config, own / "times.json")]
    code = sessions.run_pytest(tree, [str(file.relative_to(tree))], plugins)
    at_end()
    (own / "lines.json").write_text(json.dumps(_lines(tree, own)))
    return code


class _Watching:
    """Tells coverage.py which test runs, and takes down what each costs, in CPU time of itself and of what it started."""

    def __init__(self, cover: Any, config: Path, times: Path) -> None:
        self._cover = cover
        self._config = config
        self._plain = config.read_text()
        self._times = times
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: Any) -> Generator[None, None, None]:
        self._cover.switch_context(item.nodeid)
        own = self._config.with_name(f"coverage-{len(self._seconds)}.ini")
        own.write_text(f"{self._plain}context = {item.nodeid.replace('$', '$$')}\n")
        os.environ["COVERAGE_PROCESS_START"] = str(own)
        before = _cpu_seconds()
        yield
        self._seconds[item.nodeid] = _cpu_seconds() - before
        self._cover.switch_context("")

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed or report.skipped:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        good = {test: seconds for test, seconds in self._seconds.items() if test not in self._failed}
        self._times.write_text(json.dumps(good))


def _cpu_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _lines(tree: Path, own: Path) -> dict[str, dict[int, list[str]]]:
    """For each file and line, the tests that ran it, from what this process and those that it started have left."""
    import coverage

    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for file in own.glob("data.*"):
        data = coverage.CoverageData(str(file))
        with suppress(coverage.CoverageException):  # of a process that was killed while it wrote
            data.read()
            for measured in data.measured_files():
                name = Path(measured).relative_to(tree).as_posix()
                for line, contexts in data.contexts_by_lineno(measured).items():
                    found[name][line] |= {context for context in contexts if context}
    return {name: {line: sorted(tests) for line, tests in lines.items()} for name, lines in found.items()}


@functools.lru_cache(maxsize=4096)
def _statement(text: str, line: int) -> Optional[set[int]]:
    """The lines of the innermost statement around a line, of a compound one its head; None where it runs at import."""
    best: Optional[set[int]] = None
    in_function = False
    for node in ast.walk(_parsed(text)):
        if not isinstance(node, ast.stmt):
            continue
        body = getattr(node, "body", None)
        head_end = body[0].lineno - 1 if isinstance(body, list) and body else (node.end_lineno or node.lineno)
        own = set(range(node.lineno, max(head_end, node.lineno) + 1))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            in_function = in_function or node.body[0].lineno <= line <= (node.end_lineno or node.lineno)
        if line in own and (best is None or len(own) < len(best)):
            best = own
    return best if in_function else None


@functools.lru_cache(maxsize=64)
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)
