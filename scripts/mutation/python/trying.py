"""Runs the tests that reach a mutant, mutant by mutant, each in a process of its own and in a copy of the repository."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import sessions
from drawing import Mutant
from forking import Forking
from reaching import Reach

KILLED, SURVIVED, TIMEOUT, NOT_COVERED = "killed", "survived", "timeout", "not covered"
_BROKE, _NOT_FOUND, _NO_TEST = 3, 4, 5
"""Exit codes of pytest (https://docs.pytest.org/en/stable/reference/exit-codes.html). Tests that are made from what was
mutated are not found."""


class NotTried(Exception):
    """Pytest ended without judging a mutant, which therefore counts as nothing."""


@dataclass(frozen=True)
class Tried:
    """What became of a mutant, and how many tests were to notice it."""

    mutant: Mutant
    outcome: str
    tests: int


@dataclass(frozen=True)
class _Running:
    mutant: Mutant
    tree: Path
    tests: Sequence[str]
    log: Path
    deadline: float


def try_mutants(mutants: Sequence[Mutant], reach: Reach, trees: Sequence[Path], logs: Path) -> Iterator[Tried]:
    """Tries mutants, as many at once as there are copies; they come as they end.

    Raises `NotTried` where pytest could not judge one: neither "noticed" nor "not noticed" would be true.
    """
    free = list(trees)
    pending = list(enumerate(mutants))
    running: dict[int, _Running] = {}
    try:
        while pending or running:
            while pending and free:
                number, mutant = pending.pop(0)
                original = (free[-1] / mutant.file).read_text("utf-8")
                tests = reach.tests_of(mutant.file, original, mutant.start)
                if not tests:
                    yield Tried(mutant, NOT_COVERED, 0)
                    continue
                tree = free.pop()
                seconds = reach.seconds_of(tests)
                log = logs / f"{number}.log"
                pid = _start(mutant, tree, tests, log, 10 + 5 * seconds)
                # A busy machine is slow: by the clock only what hangs is ended, what loops is ended by its CPU time.
                running[pid] = _Running(mutant, tree, tests, log, time.monotonic() + 300 + 60 * seconds)
            for pid, one in list(running.items()):
                outcome = _outcome(pid, one)
                if outcome is None:
                    continue
                del running[pid]
                _restore(one.tree, one.mutant)
                if outcome not in (KILLED, SURVIVED, TIMEOUT):
                    raise NotTried(f"{one.mutant.file}:{one.mutant.start}: {outcome}; its output stands in {one.log}")
                free.append(one.tree)
                yield Tried(one.mutant, outcome, len(one.tests))
            time.sleep(0.02)
    finally:  # somebody pressed Ctrl-C
        for pid in running:
            _end(pid)


def _start(mutant: Mutant, tree: Path, tests: Sequence[str], log: Path, cpu_seconds: float) -> int:
    file = tree / mutant.file
    os.replace(file, file.with_suffix(".original"))
    file.write_text(mutant.text, encoding="utf-8")

    def work(own_path: Sequence[str]) -> int:
        import sys

        sys.dont_write_bytecode = True
        return sessions.run_pytest(tree, ["-x", *tests], [Forking(tree, own_path, lambda: None)])

    return sessions.start(tree, log, cpu_seconds, work)


def _outcome(pid: int, one: _Running) -> Optional[str]:
    ended, status = os.waitpid(pid, os.WNOHANG)
    late = not ended and time.monotonic() > one.deadline
    if not ended and not late:
        return None
    _end(pid)
    if late:
        os.waitpid(pid, 0)
        return TIMEOUT
    code = os.waitstatus_to_exitcode(status)
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return TIMEOUT
    if code == _BROKE:
        return "pytest broke"
    return SURVIVED if code in (0, _NOT_FOUND, _NO_TEST) else KILLED


def _end(pid: int) -> None:
    """Ends what a mutant's tests have started, too."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _restore(tree: Path, mutant: Mutant) -> None:
    file = tree / mutant.file
    os.replace(file.with_suffix(".original"), file)
