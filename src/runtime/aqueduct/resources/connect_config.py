"""Configurations of `client.connect_resource`, which is refused while a file is read: connecting is done outside of it."""

from __future__ import annotations

from typing import Any, NoReturn

from aqueduct.lacking import refuse_name


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


class AWSConfig(ResourceConfig):
    """An account of AWS."""


class AthenaConfig(ResourceConfig):
    """An Athena database."""


class BigQueryConfig(ResourceConfig):
    """A BigQuery database."""


class CondaConfig(ResourceConfig):
    """Conda environments."""


class DatabricksConfig(ResourceConfig):
    """A Databricks workspace."""


class DynamicK8sConfig(ResourceConfig):
    """A Kubernetes cluster that is made when it is needed."""


class ECRConfig(ResourceConfig):
    """A registry of AWS."""


class GARConfig(ResourceConfig):
    """A registry of Google."""


class GCPConfig(ResourceConfig):
    """A project of Google Cloud."""


class GCSConfig(ResourceConfig):
    """A bucket of Google Cloud."""


class K8sConfig(ResourceConfig):
    """A Kubernetes cluster."""


class MongoDBConfig(ResourceConfig):
    """A MongoDB database."""


class RedshiftConfig(ResourceConfig):
    """A Redshift database."""


class SparkConfig(ResourceConfig):
    """A Spark cluster."""


class SqlServerConfig(ResourceConfig):
    """A SQL Server database."""


def __getattr__(name: str) -> NoReturn:
    refuse_name(__name__, name)
