"""The enumerations of the authoring API, with the values that Aqueduct gave them."""

from __future__ import annotations

from enum import Enum, EnumMeta
from typing import NoReturn


class _Members(EnumMeta):
    """Says of members that Aqueduct had what to do without them."""

    def __getattr__(cls, name: str) -> object:
        try:
            return super().__getattr__(name)  # type: ignore[misc]  # where members are found, up to Python 3.11
        except AttributeError:
            if name.startswith("_"):
                raise
        from aqueduct.lacking import refuse_attribute

        refuse_attribute(cls.__name__, cls.__name__, name)


class TextEnum(str, Enum, metaclass=_Members):
    """An enumeration whose members are equal to their values and print as them."""

    def __str__(self) -> str:
        return str(self.value)


class CheckSeverity(TextEnum):
    """Whether a check that gives False fails the run (`ERROR`) or is shown beside it (`WARNING`)."""

    WARNING = "warning"
    ERROR = "error"


class LoadUpdateMode(TextEnum):
    """What saving does to a table that is already there."""

    APPEND = "append"
    REPLACE = "replace"
    FAIL = "fail"


class ArtifactType(TextEnum):
    """The type of an artifact's value."""

    UNTYPED = "untyped"
    STRING = "string"
    BOOL = "boolean"
    NUMERIC = "numeric"
    DICT = "dictionary"
    TUPLE = "tuple"
    LIST = "list"
    TABLE = "table"
    JSON = "json"
    BYTES = "bytes"
    IMAGE = "image"
    PICKLABLE = "picklable"
    TF_KERAS = "tensorflow-keras-model"


class ExecutionStatus(TextEnum):
    """Where an operator or a run stands."""

    UNKNOWN = "unknown"
    REGISTERED = "registered"
    PENDING = "pending"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"
    DELETED = "deleted"


class FailureType(Enum):
    """Whose failure it was."""

    SYSTEM = 1
    USER_FATAL = 2
    USER_NON_FATAL = 3


class ServiceType(TextEnum):
    """Services that a resource can stand for."""

    POSTGRES = "Postgres"
    SNOWFLAKE = "Snowflake"
    MYSQL = "MySQL"
    REDSHIFT = "Redshift"
    MARIADB = "MariaDB"
    SQLSERVER = "SQL Server"
    BIGQUERY = "BigQuery"
    SQLITE = "SQLite"
    ATHENA = "Athena"
    S3 = "S3"
    AIRFLOW = "Airflow"
    MONGO_DB = "MongoDB"
    AQUEDUCT = "Aqueduct"


def __getattr__(name: str) -> NoReturn:
    from aqueduct.lacking import refuse_name

    refuse_name(__name__, name)
