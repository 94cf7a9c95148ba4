"""From a Connection of Airflow to the URL of its database, where no provider is installed."""

from __future__ import annotations

from typing import Any

import pytest
from worker import Connection

from aqueduct.launcher.database_url import UnknownDatabase, database_url


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"conn_type": "sqlite", "host": "/srv/wine.db"}, "sqlite:////srv/wine.db"),
        ({"conn_type": "sqlite", "host": "", "schema": "/srv/wine.db"}, "sqlite:////srv/wine.db"),
        (
            {
                "conn_type": "postgres",
                "host": "db",
                "port": 5432,
                "login": "ann",
                "password": "p@ss/w:rd",
                "schema": "wines",
            },
            "postgresql://ann:p%40ss%2Fw%3Ard@db:5432/wines",
        ),
        (
            {
                "conn_type": "postgres",
                "host": "db",
                "schema": "w",
                "extra_dejson": {"sslmode": "require", "cursor": "x"},
            },
            "postgresql://db/w?sslmode=require",
        ),
        ({"conn_type": "MySQL", "host": "db", "login": "ann", "schema": "w"}, "mysql+pymysql://ann@db/w"),
    ],
)
def test_a_connection_becomes_a_url(fields: dict[str, Any], url: str) -> None:
    assert database_url(Connection(**fields)) == url


def test_a_kind_that_only_its_provider_knows_is_refused_by_name() -> None:
    with pytest.raises(UnknownDatabase, match="elasticsearch"):
        database_url(Connection("elasticsearch"))
