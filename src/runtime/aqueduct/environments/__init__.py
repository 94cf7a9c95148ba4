"""Which environment an operator runs in, and whether it has what the operator needs (the chosen interpreter comes first)."""

from __future__ import annotations

from aqueduct.environments.requirements import Unsatisfied, unsatisfied
from aqueduct.environments.select import Environment, environment_for

__all__ = ["Environment", "Unsatisfied", "environment_for", "unsatisfied"]
