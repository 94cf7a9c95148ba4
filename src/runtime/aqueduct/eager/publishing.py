"""`publish_flow` in a file that is run by hand: the editor, else the command line, runs or publishes the file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

from aqueduct.eager import command_line, editor
from aqueduct.eager.project import main_file
from aqueduct.eager.telling import ask, can_ask, tell
from aqueduct.error import InvalidUserActionException
from aqueduct.recording.model import PublishRecord

_CONSENT = "AQUEDUCT_PUBLISH"


def publish(record: PublishRecord) -> None:
    """Runs the workflow on the local engine, or publishes it to its Airflow.

    Pressing a run button must not deploy: the editor asks before it publishes, and so does a terminal; elsewhere
    `AQUEDUCT_PUBLISH=yes` must say so. Raises AqueductError and InvalidUserActionException.
    """
    file = main_file()
    if file is None or not file.is_file():
        raise InvalidUserActionException(
            "publish_flow() takes the workflow from a file: save this code as one and run that"
        )
    line = None if record.source is None else record.source.line
    if record.engine is None and record.run_now is False:
        tell(f"“{record.name}” is not run, as run_now=False asks. Run it with `aqueduct run {file.name}`.")
    elif record.engine is None:
        _run(file, record.name, line)
    else:
        _publish(file, record.name, line, record.engine)


def _run(file: Path, workflow: str, line: Optional[int]) -> None:
    tell(f"Running “{workflow}” on the local engine…")
    if not editor.ask("run", file, workflow, line):
        command_line.call(["run", str(file), *_named(workflow, line)], f"“{workflow}” is not run")


def _named(workflow: str, line: Optional[int]) -> list[str]:
    """The options that name a workflow; the line tells apart what the file publishes under one name."""
    return ["--workflow", workflow, *([] if line is None else ["--line", str(line)])]


def _publish(file: Path, workflow: str, line: Optional[int], airflow: str) -> None:
    if editor.is_there():
        tell(f"Publishing “{workflow}” to {airflow}: the editor shows what will change and asks you.")
        if editor.ask("publish", file, workflow, line):
            return
    if not _consents(workflow, airflow):
        return
    arguments = ["publish", str(file), "--airflow", airflow, *_named(workflow, line)]
    command_line.call(arguments, f"“{workflow}” is not published")


def _consents(workflow: str, airflow: str) -> bool:
    if os.environ.get(_CONSENT, "").lower() == "yes":
        return True
    if not can_ask():
        tell(
            f"“{workflow}” is not published to {airflow}, since nobody can be asked here. Set {_CONSENT}=yes to publish by hand."
        )
        return False
    consents = ask(f"Publish “{workflow}” to {airflow}? [y/N] ")
    if not consents:
        tell(f"“{workflow}” is not published.")
    return consents
