"""What an operator and its libraries log stands in the operator's log, and logging that the user sets up works as in a script."""

from __future__ import annotations

import logging
import logging.config
from collections.abc import Sequence
from pathlib import Path

import pytest
from bench import Bench


def logged(bench: Bench, source: str, shipped: Sequence[str] = ()) -> list[str]:
    ended = bench.run("function", source=source, modules=[bench.shipped(path) for path in shipped])
    assert ended.code == 0, ended.stderr
    return ended.stderr.splitlines()


def test_info_is_shown_with_the_name_of_the_logger(bench: Bench) -> None:
    source = """
        import logging

        def work():
            log = logging.getLogger('sales.load')
            log.info('%d rows', 1200)
            logging.warning('late')
            log.debug('unseen')
            log.error('lost')
    """
    assert logged(bench, source) == ["INFO  sales.load: 1200 rows", "WARNING root: late", "ERROR sales.load: lost"]


def test_what_libraries_log_is_shown_though_they_have_a_null_handler(bench: Bench) -> None:
    source = """
        import logging

        def work():
            library = logging.getLogger('library')
            library.addHandler(logging.NullHandler())
            logging.getLogger('library.part').info('fetched')
    """
    assert logged(bench, source) == ["INFO  library.part: fetched"]


def test_the_logger_of_the_workflow_file_is_called_as_by_hand(bench: Bench) -> None:
    source = """
        import logging

        def work():
            logging.getLogger(__name__).info('one')
            logging.getLogger(__name__ + '.part').info('two')
    """
    assert logged(bench, source) == ["INFO  __main__: one", "INFO  __main__.part: two"]


def test_a_trace_stands_under_its_line(bench: Bench) -> None:
    source = """
        import logging

        def work():
            try:
                raise KeyError('x')
            except KeyError:
                logging.exception('no x')
    """
    lines = logged(bench, source)
    assert (lines[0], lines[-1]) == ("ERROR root: no x", "KeyError: 'x'")


@pytest.mark.parametrize(
    ("setup", "lines"),
    [
        ("logging.basicConfig(format='%(message)s')", ["late"]),
        ("logging.basicConfig(format='%(message)s', level=logging.INFO)", ["rows", "late"]),
        ("logging.basicConfig(format='%(message)s', level='DEBUG', force=True)", ["deep", "rows", "late"]),
        ("logging.getLogger().setLevel('DEBUG')", ["DEBUG user: deep", "INFO  user: rows", "WARNING user: late"]),
        ("logging.getLogger().setLevel('WARNING')", ["WARNING user: late"]),
        ("logging.getLogger('user').setLevel('ERROR')", []),
        ("logging.getLogger('user').addHandler(logging.StreamHandler())", ["rows", "late"]),
        ("logging.getLogger().addHandler(logging.StreamHandler())", ["late"]),
        ("logging.getLogger().addHandler(logging.NullHandler())", ["INFO  user: rows", "WARNING user: late"]),
        ("logging.getLogger('user').propagate = False", ["INFO  user: rows", "WARNING user: late"]),
        ("logging.disable()", []),
        ("logging.lastResort = None; logging.raiseExceptions = False", []),
        (
            "import logging.config; logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, "
            "'handlers': {'h': {'class': 'logging.StreamHandler'}}, 'root': {'level': 'INFO', 'handlers': ['h']}})",
            ["rows", "late"],
        ),
        (
            "import logging.config; logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, "
            "'handlers': {'h': {'class': 'logging.StreamHandler'}}, 'loggers': {'user': {'handlers': ['h'], 'propagate': False}}})",
            ["rows", "late"],
        ),
    ],
)
@pytest.mark.parametrize("place", ["in the operator", "in its module"])
def test_logging_that_is_set_up_works_as_in_a_script(bench: Bench, setup: str, lines: list[str], place: str) -> None:
    (bench.folder / "set_up.py").write_text(f"import logging\n{setup}\n", encoding="utf-8")
    source = f"""
        import logging

        def work():
            {setup if place == "in the operator" else "import set_up"}
            log = logging.getLogger('user')
            log.debug('deep')
            log.info('rows')
            log.warning('late')
    """
    assert logged(bench, source, ["set_up.py"]) == lines


def test_it_goes_to_what_is_stderr_at_the_time(bench: Bench) -> None:
    source = """
        import contextlib, io, logging

        def work():
            with contextlib.redirect_stderr(io.StringIO()) as caught:
                logging.info('caught')
            return caught.getvalue()
    """
    ended = bench.run("function", source=source)
    assert (ended.value(), ended.stderr) == ("INFO  root: caught\n", "")


def test_captured_warnings_are_shown_once(bench: Bench) -> None:
    source = """
        import logging, warnings

        def work():
            logging.captureWarnings(True)
            warnings.warn('old')
    """
    lines = logged(bench, source)
    assert len([line for line in lines if "old" in line and line.startswith("WARNING py.warnings: ")]) == 1
    assert len(lines) == 3  # the warning with its line, and the newline that `warnings` adds


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_processes_of_a_pool_log_too(bench: Bench, method: str) -> None:
    source = f"""
        import logging, multiprocessing

        def inner(n):
            logging.getLogger('pool').info('got %d', n)

        def work():
            with multiprocessing.get_context({method!r}).Pool(1) as pool:
                pool.map(inner, [7])
    """
    assert logged(bench, source) == ["INFO  pool: got 7"]


def test_nothing_of_this_shows_on_the_root_logger(bench: Bench) -> None:
    source = """
        import logging, pickle

        def work():
            root = logging.getLogger()
            return [root.handlers, root.hasHandlers(), isinstance(root, logging.RootLogger), pickle.loads(pickle.dumps(root)) is root]
    """
    assert bench.run("function", source=source).value() == [[], False, True, True]


def test_a_message_that_cannot_be_formatted_does_not_end_the_operator(bench: Bench) -> None:
    source = """
        import logging

        def work():
            logging.info('%d rows', 'many')
    """
    ended = bench.run("function", source=source)
    assert (ended.code, "--- Logging error ---" in ended.stderr) == (0, True)


def test_this_process_keeps_pythons_own_logging() -> None:
    assert logging.Logger.callHandlers.__module__ == "logging"
    assert Path(logging.__file__).name == "__init__.py"
