"""Schedules as Airflow's own cron library reads them, so that none breaks where Airflow imports the DAG.

`src/core/airflow/cron` reads them in the same way and says the same sentences: test/fixtures/cron.json holds both to that library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Optional, Union

Day = Union[int, str]  # a number, "*" or "l" (the last one)

_BLANKS = " \t\n\r\f\v"  # What cron takes for blanks: Python's strip() takes more.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_FIVE_FIELDS = (
    "Write five fields (minute, hour, day of month, month, day of week; UTC) such as '0 3 * * *', or daily(hour=3)."
)
_PRESETS = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@quarterly": "0 0 1 1,4,7,10 *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_BY_HAND = ("@once", "@continuous", "@none", "@reboot", "none", "null", "manual")
_ZONE = re.compile(r"(?:CRON_)?TZ=.*|UTC|GMT|[A-Z][A-Za-z_]+/[A-Za-z_/+-]+[0-9]*")
_RANGE = re.compile(r"([0-9]+|[a-z]{3})-([0-9]+|[a-z]{3}|l)(?:/([0-9]+))?")
_START = re.compile(r"([0-9]+|[a-z]{3}|\*)/([0-9]+)")
_NTH = re.compile(r"([0-9]+|[a-z]{3}|[a-z]{3}-[a-z]{3})#([0-9]+)")
_LAST = re.compile(r"l([0-9]+)")
_LAST_ELSEWHERE = re.compile(r"([0-7]|[a-z]{3})#?l")
_CHOSEN = re.compile(r"([hr])(?:\([0-9]+-[0-9]+\))?(?:/[0-9]+)?")


@dataclass(frozen=True)
class _Field:
    name: str
    low: int
    high: int
    range: str
    names: tuple[str, ...] = ()

    def number(self, text: str) -> Optional[int]:
        """The number that a digit or a name stands for; not yet held to the range."""
        if text in self.names:
            return self.names.index(text) + self.low
        if not (text.isascii() and text.isdecimal()):
            return None
        number = _whole(text)
        return 0 if self.high == 6 and number == 7 else number


def _whole(digits: str) -> int:
    """The number, or one that is too large everywhere: Python reads no number of 5,000 digits."""
    return int(digits.lstrip("0")[:9] or "0")


_WEEK = _Field("day of week", 0, 6, "0 to 7, or SUN to SAT", _DAYS)
_FIELDS = (
    _Field("minute", 0, 59, "0 to 59"),
    _Field("hour", 0, 23, "0 to 23"),
    _Field("day of month", 1, 31, "1 to 31, or L for the last"),
    _Field("month", 1, 12, "1 to 12, or JAN to DEC", _MONTHS),
    _WEEK,
)


@dataclass
class _Days:
    """Values of a field; of days of the week also which one of the month."""

    values: set[Day] = field(default_factory=set)
    nth: set[tuple[int, Day]] = field(default_factory=set)


class _Bad(Exception):
    """Why a text is not a valid schedule, and what to write, as two sentences without the text."""

    def __init__(self, fault: str, advice: str = _FIVE_FIELDS) -> None:
        super().__init__(f"{fault}. {advice}")


def trimmed(schedule: str) -> str:
    """The fields with one blank between them; empty for a text of blanks alone."""
    return " ".join(re.findall(f"[^{_BLANKS}]+", schedule))


def fault_of(schedule: str) -> Optional[str]:
    """Why a trimmed text is not a valid schedule, as sentences that say what to write; None where it is one."""
    try:
        _read(schedule)
    except _Bad as error:
        return f'"{schedule}" is not a valid schedule: {error}'
    return None


def _read(schedule: str) -> None:
    preset = _PRESETS.get(schedule.lower())
    if preset is not None:
        raise _Bad("it is a name, not cron of five fields", f"Write '{preset}'.")
    fields = schedule.split(" ")
    if len(fields) != 5:
        why = "it is not cron" if len(fields) == 1 else f"it has {len(fields)} fields"
        raise _Bad(why, _advice(schedule.lower(), fields))
    _minute, _hour, month_days, months, week_days = (_field(text, of) for text, of in zip(fields, _FIELDS))
    plain = sorted(day for day in week_days.values - {day for day, _ in week_days.nth} if isinstance(day, int))
    if week_days.nth and plain and len(week_days.values) != 7:
        raise _Bad(
            f"{plain[0]} cannot stand beside days of the week with # or L",
            "Write each of them with # or L, or publish two workflows.",
        )
    _judge_days(month_days, months, week_days, fields)


def _advice(schedule: str, fields: Sequence[str]) -> str:
    """What to write for what Airflow and other programs take, beside cron."""
    if schedule in _BY_HAND:
        return "Leave schedule= out: a workflow without one runs when it is triggered."
    if any(map(_ZONE.fullmatch, (fields[0], fields[-1]))):
        return "Schedules are in UTC: take the zone out, and write the hours in UTC."
    return _FIVE_FIELDS


def _field(text: str, of: _Field) -> _Days:
    found = _Days()
    if text == "?" and of.name.startswith("day"):
        text = "*"
    for written in text.split(","):
        _item(written.lower(), written, of, found)
    return found


def _item(text: str, item: str, of: _Field, found: _Days) -> None:
    if text == "*" or (text == "l" and of.name == "day of month"):
        found.values.add(text)
        return
    if of is _WEEK:
        last = _LAST.fullmatch(text)
        if last:
            number = _within(last.group(1), of, item)
            found.values.add(number)
            found.nth.add((number, "l"))
            return
        nth = _NTH.fullmatch(text)
        if nth:
            if not 1 <= _whole(nth.group(2)) <= 5:
                raise _Bad(f"{item} counts to {nth.group(2)}, and no month has more than five of a day of week")
            numbers = _numbers(nth.group(1), of, item)
            found.values.update(numbers)
            found.nth.update((number, _whole(nth.group(2))) for number in numbers)
            return
    found.values.update(_numbers(text, of, item))


def _numbers(text: str, of: _Field, item: str) -> list[int]:
    span = _RANGE.fullmatch(text)
    if span:
        if span.group(2) == "l" and of.name != "day of month":
            raise _none_such(item, of)
        low = _bounded(span.group(1), of, item)
        high = of.high if span.group(2) == "l" else _bounded(span.group(2), of, item)
        step = _step(span.group(3), item)
        if low == high:  # Airflow takes it for all of them.
            return list(range(of.low, of.high + 1, step))
        numbers = _through(low, high, step, of)
        if low < of.low:
            raise _none_such(span.group(1), of)
        return numbers
    start = _START.fullmatch(text)
    if start:
        low = of.low if start.group(1) == "*" else _within(start.group(1), of, item)
        return list(range(low, of.high + 1, _step(start.group(2), item)))
    return [_within(text, of, item)]


def _through(low: int, high: int, step: int, of: _Field) -> list[int]:
    if low < high:
        return list(range(low, high + 1, step))
    first = list(range(low, of.high + 1, step))
    count = of.high - of.low + 1
    left_over = of.high - first[-1]
    skipped = step - left_over if first[-1] - of.low + step > count and left_over < step else 0
    return first + list(range(of.low + skipped, high + 1, step))


def _bounded(text: str, of: _Field, item: str) -> int:
    number = of.number(text)
    if number is None:
        raise _none_such(item, of)
    if number > of.high:
        raise _none_such(text, of)
    return number


def _within(text: str, of: _Field, item: str) -> int:
    number = of.number(text)
    if number is None or not of.low <= number <= of.high:
        raise _none_such(item, of)
    return number


def _step(text: Optional[str], item: str) -> int:
    step = 1 if text is None else _whole(text)
    if step == 0:
        raise _Bad(f"the step of {item} is 0")
    return step


def _none_such(item: str, of: _Field) -> _Bad:
    text = item.lower()
    if item == "":
        return _Bad(f"nothing stands beside a comma of the {of.name}")
    if "?" in item:
        return _Bad("? stands alone, as day of month or day of week")
    chosen = _CHOSEN.fullmatch(text)
    if chosen:
        what = "by a hash" if chosen.group(1) == "h" else "at random whenever it is read"
        return _Bad(f"{item} stands for a number that is chosen {what}", "Write a number.")
    if of.name == "day of month" and re.fullmatch(r"(?:[0-9]+|l)w|w[0-9]+", text):
        return _Bad(
            f"{item}, the weekday nearest to a day, is read by some versions of Airflow only",
            "Write a day such as 15, or days of the week.",
        )
    last = _LAST_ELSEWHERE.fullmatch(text)
    if of is _WEEK and last and of.number(last.group(1)) is not None:
        return _Bad(f"Airflow does not read {item}", f"Write L{of.number(last.group(1))} for the last one of a month.")
    return _Bad(f"{item} is not a valid {of.name} ({of.range})")


def _judge_days(month_days: _Days, months: _Days, week_days: _Days, texts: list[str]) -> None:
    """Holds the three fields of days together. Airflow takes a day where one of both fields does, unless one has a star."""
    nth = week_days.nth
    any_day = _is_star(month_days, 31, texts[4])
    any_week_day = _is_star(week_days, 7, texts[2])
    if nth and any_week_day and not any_day:
        raise _Bad(
            f"the day of month and {texts[4]} would both have to hold, which cron has no common way to say",
            "Write * for one of them.",
        )
    if any_day or (not nth and not any_week_day) or (not nth and _is_star(months, 12, "*")):
        return
    if not any(
        (day.month in months.values or _is_star(months, 12, "*"))
        and (day.day in month_days.values or ("l" in month_days.values and (day + timedelta(1)).day == 1))
        and (not nth or _is_nth(day, nth))
        for day in _fifty_years()
    ):
        raise _Bad("no such day ever comes")


def _is_star(days: _Days, count: int, other: str) -> bool:
    """Whether Airflow takes a field for a star: a list of all days counts as one beside a field with a star."""
    return "*" in days.values or (len(days.values) == count and "*" in other)


def _is_nth(day: date, nth: set[tuple[int, Day]]) -> bool:
    week = (day.isoweekday() % 7, (day.day + 6) // 7)
    last = (week[0], "l")
    return week in nth or (last in nth and (day + timedelta(7)).month != day.month)


def _fifty_years() -> Iterator[date]:
    """As far as Airflow looks; weekdays and leap years come back after 28."""
    first = date(2000, 1, 1)
    return (first + timedelta(days) for days in range(50 * 365))
