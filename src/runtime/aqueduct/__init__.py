"""Aqueduct: workflows as Python functions joined by the data that passes between them."""

from __future__ import annotations

from aqueduct.client import Client, get_apikey
from aqueduct.config import FlowConfig, global_config
from aqueduct.constants.enums import CheckSeverity, LoadUpdateMode
from aqueduct.constants.exports import SUPPORTED_EXPORTS
from aqueduct.decorator import check, metric, op, to_operator
from aqueduct.flow import Flow
from aqueduct.schedule import DayOfMonth, DayOfWeek, Hour, Minute, daily, hourly, monthly, weekly

__all__ = [
    "SUPPORTED_EXPORTS",
    "CheckSeverity",
    "Client",
    "DayOfMonth",
    "DayOfWeek",
    "Flow",
    "FlowConfig",
    "Hour",
    "LoadUpdateMode",
    "Minute",
    "check",
    "daily",
    "get_apikey",
    "global_config",
    "hourly",
    "metric",
    "monthly",
    "op",
    "to_operator",
    "weekly",
]
