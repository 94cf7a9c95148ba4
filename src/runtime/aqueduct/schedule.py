"""Schedules as cron of five fields, in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Union

from aqueduct.error import InvalidUserArgumentException


@dataclass(frozen=True)
class Minute:
    """A minute of an hour, 0 to 59."""

    val: int

    def __post_init__(self) -> None:
        _within("Minute", self.val, 0, 59)


@dataclass(frozen=True)
class Hour:
    """An hour of a day, 0 to 23, in UTC."""

    val: int

    def __post_init__(self) -> None:
        _within("Hour", self.val, 0, 23)


@dataclass(frozen=True)
class DayOfMonth:
    """A day of a month, 1 to 31; months that lack it are skipped."""

    val: int

    def __post_init__(self) -> None:
        _within("DayOfMonth", self.val, 1, 31)


class DayOfWeek(Enum):
    """Days of a week as cron counts them here: Monday 1 to Sunday 7."""

    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 3
    THURSDAY = 4
    FRIDAY = 5
    SATURDAY = 6
    SUNDAY = 7


def hourly(minute: Union[int, Minute] = 0) -> str:
    """Every hour at `minute`."""
    return f"{_minute(minute)} * * * *"


def daily(hour: Union[int, Hour] = 0, minute: Union[int, Minute] = 0) -> str:
    """Every day at `hour`:`minute` UTC."""
    return f"{_minute(minute)} {_hour(hour)} * * *"


def weekly(day: Union[int, DayOfWeek], hour: Union[int, Hour] = 0, minute: Union[int, Minute] = 0) -> str:
    """Every week on `day` at `hour`:`minute` UTC."""
    number = day.value if isinstance(day, DayOfWeek) else day
    if type(number) is not int or not 1 <= number <= 7:
        raise InvalidUserArgumentException(f"weekly() takes a day such as DayOfWeek.MONDAY, not {day!r}")
    return f"{_minute(minute)} {_hour(hour)} * * {number}"


def monthly(day: Union[int, DayOfMonth], hour: Union[int, Hour] = 0, minute: Union[int, Minute] = 0) -> str:
    """Every month on `day` at `hour`:`minute` UTC."""
    number = day.val if isinstance(day, DayOfMonth) else DayOfMonth(day).val
    return f"{_minute(minute)} {_hour(hour)} {number} * *"


def _minute(minute: Union[int, Minute]) -> int:
    return minute.val if isinstance(minute, Minute) else Minute(minute).val


def _hour(hour: Union[int, Hour]) -> int:
    return hour.val if isinstance(hour, Hour) else Hour(hour).val


def _within(name: str, value: object, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise InvalidUserArgumentException(f"{name} is a whole number from {low} to {high}, not {value!r}")
