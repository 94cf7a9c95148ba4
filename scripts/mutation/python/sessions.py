"""One run of pytest in a process forked from ours, which has imported all that is heavy and nothing of the package under test."""

from __future__ import annotations

import importlib
import os
import resource
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_INTERRUPTED, _WRONGLY_CALLED = 2, 4
"""Exit codes of pytest."""

_HEAVY = ("pytest", "hypothesis.strategies", "pandas", "numpy", "pyarrow.parquet", "sqlalchemy", "boto3", "runpy")


def warm_up() -> None:
    """Imports what every run would import anew."""
    for name in _HEAVY:
        with suppress(ImportError):
            importlib.import_module(name)
    from hypothesis import HealthCheck, Phase, settings

    # The same examples for every mutant, and no search for a shorter one: that it fails is enough.
    settings.register_profile(
        "mutation",
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),  # a busy machine is slow
        print_blob=False,
    )
    settings.load_profile("mutation")


def start(tree: Path, log: Path, cpu_seconds: float, work: Callable[[Sequence[str]], int]) -> int:
    """Forks; `work` gets the search path of a process that knows nothing of tests, and its result is the exit code."""
    log.parent.mkdir(parents=True, exist_ok=True)
    pid = os.fork()
    if pid:
        return pid
    code = 3
    try:
        os.setpgid(0, 0)  # so that all that it starts can be ended with it
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        if cpu_seconds:
            limit = int(cpu_seconds) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        os.chdir(tree)
        os.environ.update(PYTHONPATH=str(tree / "src/runtime"), PYTHONDONTWRITEBYTECODE="1")
        path = [entry for entry in sys.path if entry and not entry.startswith(str(Path(__file__).parent))]
        sys.path[:] = [str(tree / "src/runtime"), *path]
        code = work(path)
    except BaseException:  # noqa: BLE001 - nothing of a child may reach the loop of its parent
        import traceback

        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def run_pytest(tree: Path, arguments: Sequence[str], plugins: Sequence[Any]) -> int:
    import pytest

    plain = ["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--tb=short", f"--rootdir={tree}"]
    collecting = _Collecting()
    code = int(pytest.main([*plain, *arguments], plugins=[*plugins, collecting]))
    # Tests that are named, and do not load, are taken for tests that are not there.
    return _INTERRUPTED if code == _WRONGLY_CALLED and collecting.has_failed else code


class _Collecting:
    """A plugin of pytest: whether a test file did not load."""

    has_failed = False

    def pytest_collectreport(self, report: Any) -> None:
        self.has_failed = self.has_failed or bool(report.failed)
