"""Arguments of Aqueduct 0.3 that are taken, so that older files work, and do nothing."""

from __future__ import annotations

from aqueduct.recording import session

_OF_OPERATORS = {
    "engine": "operators run where their workflow runs. Write engine= in publish_flow().",
    "resources": "an operator has what the machine that runs it has.",
    "image": "operators run in the Python environment of the machine that runs them.",
}
_NO_SERVER = "there is no server of Aqueduct to connect to. Airflow servers stand in aqueduct.json."
_LOCAL_FILES_LATER = "parameters that are read from local files come in a later version."
_ALL_RUNS_ARE_KEPT = "all runs are kept."

# By callee and argument. `npm run authoring-api` hands the words on to what reads the text of a file.
REASONS = {
    "@op": _OF_OPERATORS,
    "@metric": _OF_OPERATORS,
    "@check": _OF_OPERATORS,
    "publish_flow": {
        "k_latest_runs": _ALL_RUNS_ARE_KEPT,
        "run_now": "publishing starts no run. Start one with `aqueduct trigger WORKFLOW`.",
        "use_local": _LOCAL_FILES_LATER,
        "disable_snapshots": "the values of all operators are kept with their run.",
    },
    "FlowConfig": {"k_latest_runs": _ALL_RUNS_ARE_KEPT},
    "Client": {
        "api_key": _NO_SERVER,
        "aqueduct_address": _NO_SERVER,
        "logging_level": "what operators log from INFO on stands in their logs.",
    },
    "create_param": {
        "as_type": "a parameter has the type of its default.",
        "format": _LOCAL_FILES_LATER,
    },
}


def note_not_used(callee: str, **given: object) -> None:
    """Says of each argument that asks for something that nobody does it, on the line of the running call."""
    for name, value in given.items():
        if not _asks_for_nothing(value):
            message = f"{callee}({name}=…) is not used: {REASONS[callee][name]}"
            session.recorder().note("argument-not-used", "information", message)


def _asks_for_nothing(value: object) -> bool:
    """None, False, and what is empty. Of other kinds of values, which may refuse to be asked, none is."""
    return value is None or (isinstance(value, (int, float, str, list, tuple, set, dict)) and not value)
