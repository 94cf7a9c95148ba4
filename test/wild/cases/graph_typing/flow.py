#!/usr/bin/env python3
# vim: set fileencoding=utf-8 :
"""What a reader of text gets wrong.

An `@op` in a docstring, `db.sql('never closed`, client.publish_flow('nor this one').
"""
import typing as t

import aqueduct as a
from aqueduct import Client as Link
from aqueduct import (  # all on their own
    metric,
    op as step,
)

try:
    import orjson as json
except ImportError:
    import json  # type: ignore

__all__ = ['tidy']
__version__ = '2.0'
link: Link = Link()
V = t.TypeVar('V')

if t.TYPE_CHECKING:
    import pandas as pd


class Tidy:
    @staticmethod
    @step
    def tidy(rows: 'pd.DataFrame', *, strict: bool = True) -> "t.List[int]":
        f"""{rows!r:>{4}} {'}'} {{not a field}}"""
        return [row for row in rows if row is not None] if strict else rows

    @step
    @staticmethod
    def again(rows):
        return rows


@a.op(description="""over two
lines, with ' and " in it""")
def load() -> 't.List[t.Optional[int]]':
    rows = json.loads('[4, null, 5]')

    def keep(row):
        nonlocal rows
        global kept
        rows, kept = rows, row
        return row

    return [keep(row) for row in rows]


@metric
def count(rows: t.Sequence[V], /) -> float: return len(rows)


loaded = load()
tidy = Tidy.tidy(loaded)
again = Tidy.again(tidy); size = count(again)
(link
    .publish_flow(
        f'typed {__version__}',
        'in words',
        artifacts=[again],
        metrics=[size],
    ))
