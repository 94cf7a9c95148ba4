"""From a Connection of Airflow to the URL of its database, where no provider is installed."""

from __future__ import annotations

from types import SimpleNamespace
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


@pytest.mark.parametrize(
    ("kind", "dialect"),
    [
        ("postgres", "postgresql"),
        ("postgresql", "postgresql"),
        ("redshift", "redshift+redshift_connector"),
        ("mysql", "mysql+pymysql"),
        ("mariadb", "mysql+pymysql"),
        ("mssql", "mssql+pymssql"),
        ("oracle", "oracle+oracledb"),
        ("trino", "trino"),
        ("presto", "presto"),
        ("vertica", "vertica+vertica_python"),
    ],
)
def test_a_kind_without_its_provider_has_the_dialect_of_sqlalchemy(kind: str, dialect: str) -> None:
    assert database_url(Connection(kind, host="db", schema="w")) == f"{dialect}://db/w"


def test_only_parameters_that_the_database_itself_reads_are_passed_on() -> None:
    known = {
        "sslmode": "require",
        "sslrootcert": "/r",
        "sslcert": "/c",
        "sslkey": "/k",
        "charset": "utf8",
        "options": "-c x",
        "application_name": "a",
        "connect_timeout": 5,
    }
    url = database_url(Connection("postgres", host="db", extra_dejson={**known, "cursor": "x"}))
    assert url == (
        "postgresql://db/?sslmode=require&sslrootcert=%2Fr&sslcert=%2Fc&sslkey=%2Fk&charset=utf8&options=-c+x"
        "&application_name=a&connect_timeout=5"
    )


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"password": "p"}, "mysql+pymysql://:p@/"),
        ({"login": "a/b", "host": "db"}, "mysql+pymysql://a%2Fb@db/"),
        ({"host": "db", "schema": "a/b"}, "mysql+pymysql://db/a%2Fb"),
    ],
)
def test_what_a_connection_leaves_out_is_left_out(fields: dict[str, Any], url: str) -> None:
    assert database_url(Connection("mysql", **fields)) == url


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"host": "/srv", "schema": "wine.db"}, "/srv/wine.db"),
        ({"host": "/srv/wine.db", "schema": "main"}, "/srv/wine.db"),
        ({"host": "/srv/wine.sqlite", "schema": "main"}, "/srv/wine.sqlite"),
        ({"host": "/srv/wine.sqlite3", "schema": "main"}, "/srv/wine.sqlite3"),
        ({"host": "/srv/wine"}, "/srv/wine"),
        ({}, ""),
    ],
)
def test_the_path_of_sqlite_is_put_together_from_host_and_schema(fields: dict[str, Any], path: str) -> None:
    assert database_url(Connection("sqlite", **fields)) == f"sqlite:///{path}"


class Address:
    """A URL as SQLAlchemy makes it."""

    def render_as_string(self, hide_password: bool) -> str:
        return "trino://ann:***@db" if hide_password else "trino://ann:secret@db"


class WithHook(Connection):
    """A Connection whose provider is installed."""

    def __init__(self, conn_type: str, **members: Any) -> None:
        super().__init__(conn_type)
        object.__setattr__(self, "get_hook", lambda: SimpleNamespace(**members))


def test_the_provider_says_the_address_with_its_password() -> None:
    assert database_url(WithHook("unheard", sqlalchemy_url=Address())) == "trino://ann:secret@db"
    assert database_url(WithHook("unheard", get_uri=lambda: "x://y")) == "x://y"
    assert database_url(WithHook("unheard", sqlalchemy_url=None, get_uri=lambda: "x://y")) == "x://y"


def test_the_provider_is_believed_before_the_table_and_never_for_sqlite() -> None:
    assert database_url(WithHook("postgres", get_uri=lambda: "x://y")) == "x://y"
    assert database_url(WithHook("SQLite", get_uri=lambda: "x://y")) == "sqlite:///"


def test_a_provider_that_knows_no_addresses_leaves_it_to_the_table() -> None:
    assert database_url(WithHook("trino")) == "trino:///"


def test_a_connection_without_a_kind_is_refused() -> None:
    with pytest.raises(UnknownDatabase, match=r"^$"):
        database_url(Connection(None))  # type: ignore[arg-type]
