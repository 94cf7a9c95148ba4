"""Runs one task of a DAG in Airflow's interpreter: stages inputs, starts the runner, uploads, puts the manifest last.

In Python 3.8 grammar, with the standard library, Airflow and boto3 only (docs/formats/runs.md and publications.md).
"""

from __future__ import annotations

from aqueduct.launcher.child import cancel
from aqueduct.launcher.task import run

__all__ = ["cancel", "run"]
