"""Configurations of `client.connect_resource`, which is refused while a file is read: connecting is done outside of it."""

from __future__ import annotations

from typing import Any


class ResourceConfig:
    """The settings that a file passes to `connect_resource`; kept by nobody."""

    def __init__(self, **settings: Any) -> None:
        self.__dict__.update(settings)


class AirflowConfig(ResourceConfig):
    """An Airflow server."""


class S3Config(ResourceConfig):
    """A bucket."""


class PostgresConfig(ResourceConfig):
    """A PostgreSQL database."""


class MySQLConfig(ResourceConfig):
    """A MySQL database."""


class SQLiteConfig(ResourceConfig):
    """A SQLite database."""


class SnowflakeConfig(ResourceConfig):
    """A Snowflake database."""


class SlackConfig(ResourceConfig):
    """A Slack workspace."""


class EmailConfig(ResourceConfig):
    """A mail server."""
