"""Calls as people write them, by hand; that a run takes them alike is in `test/wild/cases/calls`."""

from __future__ import annotations

import pytest
from by_hand import Folder

OPERATORS = """
import asyncio, functools

@op
def part(n):
    return 2 * n

@op
def join(parts, by=1, *, more=()):
    return [parts, by, more]

@op
def gather(first, by=1, *rest, **named):
    return [first, by, rest, named]

@op
async def awaited(number):
    await asyncio.sleep(0)
    return number + 1

@op
def numbers(upto):
    yield from range(upto)

@op
async def streamed(upto):
    for number in range(upto):
        yield number
"""


@pytest.mark.parametrize(
    ("call", "value"),
    [
        ("join([part(1), part(2)])", "[[2, 4], 1, ()]"),
        ("join({'a': part(1), 2: (part(2), 'x')}, more=(part(3),))", "[{'a': 2, 2: (4, 'x')}, 1, (6,)]"),
        ("join(by=part(1), parts=[])", "[[], 2, ()]"),
        (
            "gather(part(1), 5, part(2), [part(3)], how='left', to=part(4))",
            "[2, 5, (4, [6]), {'how': 'left', 'to': 8}]",
        ),
        ("gather(first=part(1), to=part(2))", "[2, 1, (), {'to': 4}]"),
        ("awaited(part(1))", "3"),
        ("awaited(number=1)", "2"),
        ("numbers(3)", "[0, 1, 2]"),
        ("streamed(2)", "[0, 1]"),
        ("op(name='by two')(functools.partial(join.raw, by=2))(part(1))", "[2, 2, ()]"),
    ],
)
def test_a_call_gives_what_its_function_gives(folder: Folder, call: str, value: str) -> None:
    assert folder.run(f"{OPERATORS}\nprint({call}.get())").lines == [value]


@pytest.mark.parametrize(
    "call", ["join.local([part(1), (part(2),)])", "awaited.local(part(1))", "numbers.local(part(1))"]
)
def test_local_takes_them_too(folder: Folder, call: str) -> None:
    expected = {"join": "[[2, (4,)], 1, ()]", "awaited": "3", "numbers": "[0, 1]"}[call.partition(".")[0]]
    assert folder.run(f"{OPERATORS}\nprint({call})").lines == [expected]


def test_a_coroutine_is_awaited_where_a_loop_runs_already(folder: Folder) -> None:
    text = f"{OPERATORS}\nasync def main():\n    print(awaited(1).get())\n\nasyncio.run(main())"
    assert folder.run(text).lines == ["2"]


def test_what_a_generator_gives_is_said(folder: Folder) -> None:
    assert (
        "`numbers` yields, so what it gives is the list of all that it yields."
        in folder.run(f"{OPERATORS}\nnumbers(2)").stderr
    )


def test_a_partial_has_the_name_of_its_function(folder: Folder) -> None:
    text = f"{OPERATORS}\nprint(op(functools.partial(join.raw, by=2)).name)"
    assert folder.run(text).lines == ["join"]


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("part(m=1)", "`part` is called without its argument `n`"),
        ("part(1, n=2)", "`part` is given its argument `n` twice"),
        ("part(1, m=2)", "`part` has no argument `m`: it has `n`"),
        ("part(1, 2)", "`part` takes one argument, not 2"),
        (
            "part({part(1)})",
            "`part` is given artifacts in a set, which has no order: give it a list or a tuple of them",
        ),
        ("part({1.5: part(1)})", "a dictionary with artifacts under the key 1.5: use texts or whole numbers as keys"),
    ],
)
def test_a_call_that_cannot_be_says_what_to_write(folder: Folder, call: str, sentence: str) -> None:
    assert sentence in folder.run(f"{OPERATORS}\n{call}").stderr
