"""From an Airflow Connection to the URL by which SQLAlchemy reaches the same database."""

from __future__ import annotations

from typing import Any, Optional
from urllib.parse import quote, urlencode

from aqueduct.launcher.airflow_side import extra

# Without the provider's hook: Airflow's name of a kind of database -> SQLAlchemy's.
_DIALECTS = {
    "postgres": "postgresql",
    "postgresql": "postgresql",
    "redshift": "redshift+redshift_connector",
    "mysql": "mysql+pymysql",
    "mariadb": "mysql+pymysql",
    "mssql": "mssql+pymssql",
    "oracle": "oracle+oracledb",
    "trino": "trino",
    "presto": "presto",
    "vertica": "vertica+vertica_python",
}
_PARAMETERS = (
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "charset",
    "options",
    "application_name",
    "connect_timeout",
)


class UnknownDatabase(Exception):
    """Neither a provider nor the table knows the kind of a Connection."""


def database_url(connection: Any) -> str:
    """The URL, with its password; raises UnknownDatabase. SQLite never needs its provider."""
    kind = (connection.conn_type or "").lower()
    if kind == "sqlite":
        return f"sqlite:///{_sqlite_path(connection)}"
    by_hook = _by_hook(connection)
    if by_hook is not None:
        return by_hook
    dialect = _DIALECTS.get(kind)
    if dialect is None:
        raise UnknownDatabase(kind)
    return _by_table(dialect, connection)


def _by_table(dialect: str, connection: Any) -> str:
    login = quote(connection.login or "", safe="")
    password = f":{quote(connection.password, safe='')}" if connection.password else ""
    at = f"{login}{password}@" if login or password else ""
    port = f":{connection.port}" if connection.port else ""
    known = {name: value for name, value in extra(connection).items() if name in _PARAMETERS}
    query = f"?{urlencode(known)}" if known else ""
    return f"{dialect}://{at}{connection.host or ''}{port}/{quote(connection.schema or '', safe='')}{query}"


def _sqlite_path(connection: Any) -> str:
    """Airflow puts the path of `sqlite:////abs/file` into the schema, that of a form into the host."""
    host, schema = connection.host or "", connection.schema or ""
    if not host:
        return schema
    return f"{host}/{schema}" if schema and not host.endswith((".db", ".sqlite", ".sqlite3")) else host


def _by_hook(connection: Any) -> Optional[str]:
    """What the provider of this kind of database says, where it is installed and speaks of URLs."""
    try:
        hook = connection.get_hook()
        url = getattr(hook, "sqlalchemy_url", None)
        if url is not None:
            return str(url.render_as_string(hide_password=False))
        return str(hook.get_uri())
    except Exception:  # noqa: BLE001 - a provider that is missing, old or without URLs: the table decides
        return None
