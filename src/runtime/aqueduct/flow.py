"""A published workflow, as `publish_flow` gives it back."""

from __future__ import annotations

from typing import Any, NoReturn

from aqueduct.lacking import refusal, refuse_attribute


class Flow:
    """A workflow by its name; its runs are asked for outside of the file."""

    def __init__(self, name: str) -> None:
        self._name = name

    def id(self) -> str:
        """What `client.trigger` takes: the name, which is a workflow's identity."""
        return self._name

    def name(self) -> str:
        """The workflow's name."""
        return self._name

    def describe(self) -> None:
        """A workflow's runs are shown by `aqueduct runs`."""

    def latest(self) -> NoReturn:
        """Refused: runs are not known while a file is read."""
        raise refusal("Flow.latest")

    def list_runs(self, limit: int = 10) -> NoReturn:
        """Refused: runs are not known while a file is read."""
        raise refusal("Flow.list_runs")

    def fetch(self, run_id: Any) -> NoReturn:
        """Refused: runs are not known while a file is read."""
        raise refusal("Flow.fetch")

    def __getattr__(self, name: str) -> NoReturn:
        refuse_attribute("Flow", "Flow", name)
