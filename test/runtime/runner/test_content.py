"""Nothing is loaded or read that is not what was put: blobs by their names, inputs by what their manifests say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bench import Bench

SOURCE = "def work():\n    return 'innocent'\n"


def failure(bench: Bench, job: dict[str, Any]) -> dict[str, Any]:
    """Runs a job that has to fail without a call."""
    ended = bench.run_job(job)
    assert ended.code == 11, ended.stderr
    found: dict[str, Any] = ended.result["failure"]
    assert found["type"] == "system"
    assert "JSONDecodeError" not in ended.stderr
    return found


@pytest.mark.parametrize("cut", [False, True])
def test_definitions_that_were_edited_or_cut_short_do_not_run(bench: Bench, cut: bool) -> None:
    job = bench.job("function", source=SOURCE)
    file = Path(job["code"]["definitions"])
    text = file.read_bytes()
    file.write_bytes(text[:100] if cut else text.replace(b"'innocent'", b"open('PWNED', 'w').write('x')"))
    found = failure(bench, job)
    assert found["message"] == (
        f"{file} is not what was put there: its SHA-256 is another one, so it was changed or cut short."
    )
    assert found["tip"] == "Run the workflow again: reading its file puts that right."
    assert not (bench.folder / "PWNED").exists()


@pytest.mark.parametrize("kind", ["values", "modules"])
def test_a_captured_value_or_a_module_that_was_edited_is_not_loaded(bench: Bench, kind: str) -> None:
    file = bench.blob(b"1")
    entry = (
        {"name": "n", "encoding": "json", "file": str(file)}
        if kind == "values"
        else {"path": "a.py", "file": str(file)}
    )
    job = bench.job("function", source=SOURCE, **{kind: [entry]})
    file.write_bytes(b"2")
    assert str(file) in failure(bench, job)["message"]


def test_a_blob_that_is_gone_is_named(bench: Bench) -> None:
    job = bench.job("function", source=SOURCE)
    Path(job["code"]["definitions"]).unlink()
    assert failure(bench, job)["message"].endswith(" is gone: something deletes what lies in the store.")


def test_an_input_that_was_edited_is_not_read(bench: Bench) -> None:
    job = bench.job("function", [1], "def work(n):\n    return n\n")
    file = Path(job["inputs"][0]["file"])
    file.write_bytes(b"2")
    found = failure(bench, job)
    assert found["message"].startswith(f"{file} is not what was put there")
    assert found["tip"] == "Run the operator that gave it again, or the whole workflow."


def test_what_is_whole_is_loaded_and_read(bench: Bench) -> None:
    ended = bench.run_job(bench.job("function", [1], "def work(n):\n    return n + 1\n"))
    assert ended.code == 0, ended.stderr
