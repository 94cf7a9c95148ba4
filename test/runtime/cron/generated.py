"""Schedules as people write them, and as nobody should: each field is one of the forms that cron knows, or near one."""

from __future__ import annotations

import random

_FIELDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
_MONTHS = ("jan", "Feb", "MAR", "nov", "dec")
_DAYS = ("sun", "Mon", "FRI", "sat")
_STEPS = (1, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 45, 80)
_ANYWHERE = (
    "?",
    "x",
    "R",
    "H",
    "R/5",
    "H(0-5)",
    "5-",
    "-5",
    "",
    "1-2-3",
    "1/2/3",
    "\u0663",
    "*-5",
    "*/0",
    "5/0",
    "*/x",
    "007",
)
_IN_MONTH = ("L", "l", "15-L", "28-L/2", "15W", "LW", "?", "L-3", "1-31", "*/1", "0-0", "31", "30-2", "29")
_IN_WEEK = (
    "L5", "5#3", "fri#2", "mon-fri#2", "5L", "5#L", "7#1", "?", "sun#5", "L7", "1#6", "1#0", "0-6,5#1", "*,5#1", "fri-mon#1",
    "mon-mon#2", "FRIDAY", "0-7", "1-7", "5-7", "SAT-MON", "7-7", "*/1", "0-6", "7/2",
)  # fmt: skip

BY_HAND = (
    # Public reports: airflow 54644, argo 16052, cron-validator 13, OpenHands 17252, airbyte 44584, openregister 2912.
    "0 0 */1 * 5", "00 8 3 Jan,Apr,Jul,Oct *", "0 0 31 2/2 *", "0 0 * * 7", "0 0 * * FRI-SUN", "0 0 * * 5-7", "0 0 29 2 *",
    "  0   3  *  *  * ", "*/15,50 8-10,20 * * 1-5/2", "0 8 */80 * *", "0 22-2 * * *", "0 12 ? * MON", "cron(0 3 * * *)",
    # airflow 54482, 44614; croniter 41, 75, 268; taichino/croniter 31, 49, 165; bunkat/later 48; cron-parser 205, 263, 288;
    # cron-expression 89; cron-utils 244; NCrontab-Advanced 12; quartz 1298; spring-framework 26390.
    "* * */1 * 5", "0 10 1-7 * 1", "0 16 1,2,3 * FRI", "1 1 */32,1-7 * 2", "0 0 1 11-2/3 *", "15 16 12 12 3", "0 0 l * *", "0 1 0/10 * *",
    "15 10 * nov-feb mon-tue", "0 5 2-8 * 4", "0 0 1-3,5-31 * ?", "22 21 20 2 3", "0-59/59 10 * * *", "* 9 * * 1L", "45 10 31W * *",
    "0 11 L * ?", "0 * L * *",
    # Read by versions of Airflow in their own ways.
    "5-5 * * * *", "59/15 * * * *", "0 0 15W * *", "0 23/5 * * *", "0 0 31/2 * *", "0 0 1 12/2 *", "0 9-9 * * *",
    # Which days: of the month, of the week, or both.
    "0 0 1 * 1", "0 0 1,15 * 5", "0 0 */2 * 1", "0 0 1-31 * 5", "0 0 1-31 * */2", "0 0 * * 0-6", "0 0 13 * 0-6", "0 0 */1 * */1",
    "0 0 *,5 * 1", "0 0 1-30,L * *", "0 0 1-29,31,L * *", "0 0 1-29,31,L * 1", "0 0 L * 1", "0 0 15 * 5#3", "0 0 1 * 5#3",
    "0 0 1-7 * *,5#1", "0 0 */2 * 0-6,5#1", "0 0 30 2 *", "0 0 31 2,4,6 *", "0 0 30 2 1", "0 0 29 2 5#5", "0 0 L 2 L1",
    "0 0 * 2 5#5", "0 0 31 * *", "0 0 30,31 2,4 *", "59 23 31 12 *", "0 0 1 1 *",
    # Blanks, and what looks like one.
    "\t0 3 * * *\n", "0 3 * * *\u00a0", "0\u00a03 * * *", "", "   ", "\u00a0", "0 3 * * *\x1c", "0\x0b3\x0c* * *",
    # Names, and other numbers of fields.
    "@hourly", "@daily", "@Daily", "@midnight", "@weekly", "@monthly", "@quarterly", "@yearly", "@annually", "@once", "@reboot",
    "@once", "@continuous", "@none", "None", "manual", "0 2 * * * Europe/Berlin", "CRON_TZ=Europe/Berlin 0 2 * * *", "TZ=UTC 0 2 * * *",
    "0 2 * * * UTC", "0 2 * * * America/Argentina/Buenos_Aires", "0 2 * * * Etc/GMT+5", "0 2 * * * europe/berlin", "@every 5m",
    "0 0 0 * * *", "0 0 * * * * 2026", "* * * *", "0", "R R * * *", "H H * * *", "9" * 5000 + " * * * *", "*/" + "9" * 50 + " 0 * * *",
)  # fmt: skip


def schedules(count: int, seed: int) -> list[str]:
    """`count` schedules, the same for the same seed."""
    chance = random.Random(seed)
    return [_schedule(chance) for _ in range(count)]


def _schedule(chance: random.Random) -> str:
    return " ".join(_field(chance, place) for place in range(5))


def _field(chance: random.Random, place: int) -> str:
    low, high = _FIELDS[place]
    if chance.random() < 0.5:
        return "*" if chance.random() < 0.6 else str(chance.randint(low, high))
    return ",".join(_item(chance, place) for _ in range(chance.choice((1, 1, 1, 2, 3))))


def _item(chance: random.Random, place: int) -> str:
    kind = chance.random()
    if kind < 0.1:
        return "*"
    if kind < 0.25:
        return f"*/{chance.choice(_STEPS)}"
    if kind < 0.4:
        return _end(chance, place)
    if kind < 0.6:
        return f"{_end(chance, place)}-{_end(chance, place)}"
    if kind < 0.72:
        return f"{_end(chance, place)}-{_end(chance, place)}/{chance.choice(_STEPS)}"
    if kind < 0.82:
        return f"{_end(chance, place)}/{chance.choice(_STEPS)}"
    if kind < 0.97 and place in (2, 4):
        return chance.choice(_IN_MONTH if place == 2 else _IN_WEEK)
    return chance.choice(_ANYWHERE) if kind > 0.95 else _end(chance, place)


def _end(chance: random.Random, place: int) -> str:
    low, high = _FIELDS[place]
    if place in (3, 4) and chance.random() < 0.3:
        return chance.choice(_MONTHS if place == 3 else _DAYS)
    if chance.random() < 0.03:
        return str(chance.choice((low - 1, high + 1)))
    return str(chance.randint(low, high))
