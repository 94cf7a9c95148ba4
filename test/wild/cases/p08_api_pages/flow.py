"""Pages of an interface to one table and one file."""
from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
from aqueduct import Client, op

PAGES = 2
NAME = Path('articles.csv')


@op
def page(number: int, address: str, size: int) -> list[dict[str, Any]]:
    print(f'page {number} of {address} …')
    return [{'id': number * 10 + n, 'tags': ['a', 'b'], 'user': {'name': 'ann'}} for n in range(size)]


@op
def table(*pages: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.json_normalize([article for one in pages for article in one])[['id', 'tags', 'user.name']]


@op
def written(rows: pd.DataFrame, name: Path) -> None:
    assert rows.id.tolist() == [10, 11, 20, 21] and rows.tags[0] == ['a', 'b'], rows
    with tempfile.TemporaryDirectory() as folder:
        rows.to_csv(Path(folder) / name, index=False)
    print(f'{len(rows)} rows written ➜ {name}\n{rows.head()}')


rows = table(*[page(number, 'https://example.invalid', 2) for number in range(1, PAGES + 1)])
Client().publish_flow('articles', artifacts=[rows, written(rows, NAME)])
