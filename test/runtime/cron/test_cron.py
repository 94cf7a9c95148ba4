"""Schedules held to the library that reads them in Airflow (`CronTriggerTimetable` asks croniter): here and there alike."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Optional

import pytest
from croniter import croniter
from generated import BY_HAND, schedules
from words import cron_of

from aqueduct.cron import fault_of, trimmed

COUNT = 3000
# Before the ends of months, of February in a leap year and in a common one, and of a year.
STARTS = ("2026-01-30T23:58", "2028-02-27T12:00", "2027-02-28T23:59", "2026-12-31T21:07")
TIMES = 4

# What Airflow takes and we do not, with the piece of the sentence that says so.
NARROWED = {
    "a name": "it is a name, not cron of five fields",
    "other fields": " fields. ",
    "random": "is chosen at random whenever it is read",
    "nearest weekday": "is read by some versions of Airflow only",
    "both days": "would both have to hold",
}


@dataclass(frozen=True)
class Read:
    """A schedule as TypeScript reads it."""

    trimmed: str
    words: str
    cron: Optional[str] = None
    fault: Optional[str] = None
    notes: tuple[str, ...] = ()
    times: tuple[tuple[str, ...], ...] = ()


@lru_cache(maxsize=1)
def read_all() -> dict[str, Read]:
    """Every schedule of this suite, read by TypeScript in one process."""
    given = list(dict.fromkeys([*BY_HAND, *schedules(COUNT, seed=12)]))
    asked = "".join(json.dumps({"cron": one, "starts": STARTS, "count": TIMES}) + "\n" for one in given)
    script = Path(__file__).with_name("schedules.mjs")
    answer = subprocess.run(["node", str(script)], input=asked, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    lines = [json.loads(line) for line in answer.stdout.splitlines()]
    assert len(lines) == len(given)
    return {one: _read(line) for one, line in zip(given, lines)}


def _read(line: dict[str, Any]) -> Read:
    times = tuple(tuple(one) for one in line.pop("times", ()))
    return Read(**{**line, "notes": tuple(line.get("notes", ()))}, times=times)


@cache
def airflow_times(cron: str) -> Optional[tuple[tuple[str, ...], ...]]:
    """The next times after each start as Airflow's library tells them; None where it refuses the schedule, or finds none."""
    try:
        return tuple(_next(cron, start) for start in STARTS)
    except ValueError:  # CroniterError is one; so is a number of 5,000 digits.
        return None


def _next(cron: str, start: str) -> tuple[str, ...]:
    found = croniter(cron, datetime.fromisoformat(start))
    return tuple(found.get_next(datetime).isoformat()[:16] for _ in range(TIMES))


def each() -> Iterable[tuple[str, Read]]:
    return ((cron, read) for cron, read in read_all().items() if read.trimmed)


def test_enough_schedules_of_both_kinds_are_compared() -> None:
    accepted = [cron for cron, read in each() if read.fault is None]
    refused = [cron for cron, read in each() if read.fault is not None]
    assert len(accepted) >= 1800
    assert len(refused) >= 800


def test_what_airflow_refuses_is_refused_here() -> None:
    assert [cron for cron, read in each() if read.fault is None and airflow_times(cron) is None] == []


def test_what_airflow_takes_is_taken_here_or_narrowed_in_a_sentence() -> None:
    narrowed = [read.fault for cron, read in each() if read.fault is not None and airflow_times(cron) is not None]
    assert [fault for fault in narrowed if not any(piece in fault for piece in NARROWED.values())] == []
    # Each of them is met, and they are few beside what is taken.
    assert [name for name, piece in NARROWED.items() if not any(piece in fault for fault in narrowed)] == []
    assert len(narrowed) < 0.1 * len(read_all())


def test_python_and_typescript_refuse_alike_and_in_the_same_words() -> None:
    assert [cron for cron, read in each() if fault_of(trimmed(cron)) != read.fault] == []


def test_python_and_typescript_trim_alike() -> None:
    assert [cron for cron, read in read_all().items() if trimmed(cron) != read.trimmed] == []
    assert trimmed("\t0  3 * * *\n") == "0 3 * * *"
    assert trimmed("0 3 * * *\u00a0") == "0 3 * * *\u00a0"


def test_what_is_published_has_the_times_of_what_is_written() -> None:
    others = [
        (cron, read.cron)
        for cron, read in each()
        if read.cron is not None and airflow_times(cron) != airflow_times(read.cron)
    ]
    assert others == []


def test_what_is_published_is_read_alike_by_another_reader_of_cron() -> None:
    others = [
        (cron, read.cron) for cron, read in each() if read.cron is not None and read.times != airflow_times(read.cron)
    ]
    assert others == []


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("0 3 * * *", "0 3 * * *"),
        ("0 6 * * MON-FRI", "0 6 * * MON-FRI"),
        ("*/15 9-17 1,15 * *", "*/15 9-17 1,15 * *"),
        ("0 22-2 * * *", "0 22-23,0-2 * * *"),
        ("5/15 * * * *", "5-59/15 * * * *"),
        ("0 0 * * SAT-MON", "0 0 * * 6,0-1"),
        ("0 0 * nov-feb *", "0 0 * 11-12,1-2 *"),
        ("0 8 */80 * *", "0 8 1 * *"),
        ("0 0 */1 * 5", "0 0 * * *"),
        ("0 12 ? * MON", "0 12 * * MON"),
        ("0 0 * * mon-wed#2", "0 0 * * 1#2,2#2,3#2"),
        ("0 0 15 * 5#3", "0 0 * * 5#3"),
        ("0 0 15-L * 1", "0 0 15-31 * 1"),
    ],
)
def test_what_is_written_is_published_in_a_form_that_all_read_alike(written: str, published: str) -> None:
    [read] = [one for cron, one in _asked(written).items() if cron == written]
    assert read.cron == published
    assert airflow_times(written) == airflow_times(published)


def _asked(cron: str) -> dict[str, Read]:
    known = read_all()
    if cron in known:
        return known
    asked = json.dumps({"cron": cron, "starts": STARTS, "count": TIMES}) + "\n"
    script = Path(__file__).with_name("schedules.mjs")
    answer = subprocess.run(["node", str(script)], input=asked, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return {cron: _read(json.loads(answer.stdout))}


def test_words_are_true_at_every_time() -> None:
    """The words alone, read back into cron, have the times of what is written."""
    untrue = [
        (cron, read.words)
        for cron, read in each()
        if read.cron is not None and airflow_times(cron_of(read.words)) != airflow_times(cron)
    ]
    assert untrue == []


def test_what_airflow_takes_beside_cron_is_told_what_to_write() -> None:
    by_hand, in_utc = "Leave schedule= out", "Schedules are in UTC"
    for schedule, advice in {
        **dict.fromkeys(("@once", "@continuous", "None", "manual"), by_hand),
        **dict.fromkeys(("0 2 * * * Europe/Berlin", "CRON_TZ=Europe/Berlin 0 2 * * *", "0 2 * * * Etc/GMT+5"), in_utc),
    }.items():
        assert advice in (fault_of(schedule) or "")
