from __future__ import annotations

from pathlib import Path

import pytest
import worker as workers

from aqueduct.launcher import airflow_side


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> workers.Worker:
    monkeypatch.setattr(airflow_side, "fail", workers.fail)
    monkeypatch.setattr(airflow_side, "fail_for_now", workers.fail_for_now)
    return workers.Worker(tmp_path)
