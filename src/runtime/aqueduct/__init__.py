"""Aqueduct: workflows as Python functions joined by the data that passes between them."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers read it: every Python with this package imports this module, and `typing` is slow to import

if TYPE_CHECKING:
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

# Where each name lives. It is imported when it is first used: runner and launcher need none of the authoring API, and
# each of their processes would pay for it.
_HOMES = {
    "CheckSeverity": "constants.enums",
    "Client": "client",
    "DayOfMonth": "schedule",
    "DayOfWeek": "schedule",
    "Flow": "flow",
    "FlowConfig": "config",
    "Hour": "schedule",
    "LoadUpdateMode": "constants.enums",
    "Minute": "schedule",
    "SUPPORTED_EXPORTS": "constants.exports",
    "check": "decorator",
    "daily": "schedule",
    "get_apikey": "client",
    "global_config": "config",
    "hourly": "schedule",
    "metric": "decorator",
    "monthly": "schedule",
    "op": "decorator",
    "to_operator": "decorator",
    "weekly": "schedule",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        if name.startswith("_"):
            raise AttributeError(f"module 'aqueduct' has no attribute {name!r}")
        from aqueduct.lacking import refuse_name

        refuse_name("aqueduct", name)
    from importlib import import_module

    from aqueduct.namesakes import NamesakesTold

    with NamesakesTold():
        found: object = getattr(import_module(f"aqueduct.{home}"), name)
    globals()[name] = found
    return found
