"""Settings of a whole file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Union

from aqueduct.error import InvalidUserArgumentException
from aqueduct.recording import session
from aqueduct.recording.not_used import note_not_used
from aqueduct.resources import Resource, engine_name


@dataclass(frozen=True)
class FlowConfig:
    """Where a workflow runs and how many runs are kept, in the spelling of older files."""

    engine: Union[str, Resource, None] = None
    k_latest_runs: Optional[int] = None

    def __post_init__(self) -> None:
        note_not_used("FlowConfig", k_latest_runs=self.k_latest_runs)


def global_config(config_dict: dict[str, Any]) -> None:
    """For what follows: `engine` of publications, and with `lazy` no operator is executed by hand until its value is asked for."""
    if not isinstance(config_dict, dict):
        raise InvalidUserArgumentException("global_config() takes a dictionary such as {'engine': 'airflow'}")
    lazy = config_dict.get("lazy", False)
    if not isinstance(lazy, bool):
        raise InvalidUserArgumentException(f"global_config({{'lazy': …}}) takes True or False, not {lazy!r}")
    recorder = session.recorder()
    if "lazy" in config_dict:
        recorder.when = "later" if lazy else "now"
    if "engine" in config_dict:
        recorder.engine = engine_name(config_dict["engine"])
