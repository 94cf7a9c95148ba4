"""Words of a schedule, read back into cron: only so can a test tell whether they are true."""

from __future__ import annotations

import re

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_COUNTS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}


def cron_of(words: str) -> str:
    """Five fields that say what the words say; raises where they are none of ours."""
    head, _, months = words.partition(", in ")
    time, _, days = head.partition(", on ")
    minute, hour = _time(time)
    month_days, week_days = _days(days)
    return " ".join([minute, hour, month_days, _numbers(months, _MONTHS, 1) if months else "*", week_days])


def _time(words: str) -> tuple[str, str]:
    if words in ("every minute", "every hour"):
        return ("*" if words == "every minute" else "0", "*")
    every = re.fullmatch(r"every (\d+) hours from 00:00 UTC", words)
    if every:
        return "0", f"*/{every[1]}"
    at = re.fullmatch(r"at ((?:\d\d:\d\d(?:, | and )?)+) UTC", words)
    if at:
        times = re.findall(r"(\d\d):(\d\d)", at[1])
        minutes = sorted({int(minute) for _, minute in times})
        hours = sorted({int(hour) for hour, _ in times})
        assert len(times) == len(minutes) * len(hours), words
        return ",".join(map(str, minutes)), ",".join(map(str, hours))
    of = re.fullmatch(r"(.+?)(?: of (?:every hour|the hours? (.+) UTC))?", words)
    assert of is not None, words
    return _minutes(of[1]), _numbers(of[2]) if of[2] else "*"


def _minutes(words: str) -> str:
    every = re.fullmatch(r"every (\d+) minutes", words)
    if every:
        return f"*/{every[1]}"
    if words == "every minute":
        return "*"
    listed = re.fullmatch(r"at minutes? (.+)", words)
    assert listed is not None, words
    return _numbers(listed[1])


def _days(words: str) -> tuple[str, str]:
    if not words:
        return "*", "*"
    month, _, week = words.partition(", and also on ")
    if week:
        return _month_days(month), _week_days(week)
    return (_month_days(month), "*") if _is_of_month(month) else ("*", _week_days(month))


def _is_of_month(words: str) -> bool:
    return words.startswith(("day ", "days ", "the last day of"))


def _month_days(words: str) -> str:
    assert words.endswith(" of the month"), words
    rest = words[: -len(" of the month")]
    listed, _, _last = rest.partition("the last day")
    numbers = re.sub(r"^days? | and $", "", listed)
    return ",".join([*([_numbers(numbers)] if numbers else []), *(["L"] if "the last day" in rest else [])])


def _week_days(words: str) -> str:
    if not words.endswith(" of the month"):
        return _numbers(words, _DAYS, 1)
    counted = re.findall(r"the (\w+) (\w+)", words[: -len(" of the month")])
    days = [(count, str((_DAYS.index(day) + 1) % 7)) for count, day in counted]
    return ",".join(f"L{day}" if count == "last" else f"{day}#{_COUNTS[count]}" for count, day in days)


def _numbers(words: str, names: list[str] | None = None, low: int = 0) -> str:
    def number(word: str) -> int:
        return names.index(word) + low if names else int(word)

    found: list[str] = []
    for part in re.split(r", | and ", words):
        first, _, last = part.partition(" to ")
        numbers = range(number(first), number(last or first) + 1)
        found.extend(str(one % 7 if names is _DAYS else one) for one in numbers)
    return ",".join(found)
