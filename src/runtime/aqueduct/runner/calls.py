"""Does what an operator of each kind does, and holds its result to the rules of its kind."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from aqueduct import sql
from aqueduct.databases import MissingDriver, Unreachable
from aqueduct.databases.demo import real_url
from aqueduct.environments.select import install_command
from aqueduct.queries import Given
from aqueduct.runner import rules
from aqueduct.runner.call_shape import called_with
from aqueduct.runner.failures import Failure, OperatorFailed
from aqueduct.runner.finishing import finished
from aqueduct.runner.job import Job

_log = logging.getLogger("aqueduct")

Function = Callable[..., object]


@dataclass(frozen=True)
class Outcome:
    """What an operator gave: its values in the order of its outputs, and what its kind adds."""

    values: Sequence[object]
    metric: Optional[float] = None
    passed: Optional[bool] = None
    saved: Optional[dict[str, Any]] = None
    failure: Optional[Failure] = field(default=None)


def call_operator(job: Job, function: Optional[Function], inputs: Sequence[object]) -> Any:
    """The part that is timed: the user's function, or the statement of an extract or a save.

    Raises whatever user code raises, and OperatorFailed where a database says no.
    """
    if job.operator.kind == "extract":
        return _extract(job, inputs)
    if job.operator.kind == "save":
        return _save(job, inputs)
    if job.operator.bound is not None:
        return rules.bound_holds(job.operator.bound, inputs[0])
    if function is None:
        raise OperatorFailed(
            Failure(
                "system",
                f"{job.operator.name} has no code to run",
                f"An operator of kind {job.operator.kind} comes later: take it out of the workflow.",
            )
        )
    return finished(function, called_with(function, job.operator.call, inputs))


def judge(job: Job, result: Any) -> Outcome:
    """Holds what `call_operator` gave to the rules of the kind; raises rules.WrongKind."""
    operator = job.operator
    if operator.kind == "save":
        return Outcome((), saved=result)
    if operator.kind == "metric":
        number = rules.metric_value(operator.name, result)
        return Outcome((number,), metric=number)
    if operator.kind == "check":
        passed = rules.check_value(operator.name, result)
        return Outcome((passed,), passed=passed, failure=None if passed else _failed_check(job))
    return Outcome(rules.function_values(operator.name, result, len(operator.outputs)))


def _failed_check(job: Job) -> Optional[Failure]:
    if job.operator.severity != "error":
        return None
    bound = job.operator.bound
    wanted = f"the metric is not {rules.bound_in_words(bound)}" if bound is not None else "it returned False"
    message = f"The check {job.operator.name} did not pass: {wanted}."
    return Failure("check", message, "Its severity is ERROR, so the run fails and nothing is saved.")


def _extract(job: Job, inputs: Sequence[object]) -> Any:
    query, tags = job.operator.query, job.operator.tags
    if query is None:
        raise OperatorFailed(
            Failure("system", f"{job.operator.name} has no query", "Publish or run the workflow again.")
        )
    texts = [query] if isinstance(query, str) else list(query)
    given = Given(len(inputs) - len(tags), tags)
    return _at_the_database(job, lambda url: sql.extract(url, texts, given, inputs))


def query_of_table(job: Job, name: str) -> str:
    """The query for all rows of a table of the operator's database; raises OperatorFailed."""
    query: str = _at_the_database(job, lambda url: sql.every_row_of(url, name))
    return query


def _save(job: Job, inputs: Sequence[object]) -> dict[str, Any]:
    operator = job.operator
    table = rules.table_to_save(operator.name, inputs[-1])
    name, mode = operator.table or "", operator.mode or ""
    try:
        saved = _at_the_database(job, lambda url: sql.save(url, table, name, mode))
    except sql.CannotWrite as error:
        message = f"the table {name} cannot be saved to {operator.resource}: {error}"
        raise OperatorFailed(Failure("user", message, f"{error.tip} The table is as it was.")) from error
    for note in saved.notes:
        _log.warning("%s", note)
    return {"resource": operator.resource, "table": name, "mode": mode, "rows": saved.rows, "digest": saved.digest}


def _at_the_database(job: Job, work: Callable[[str], Any]) -> Any:
    """Does some work at the operator's database, and says what went wrong there and what to do."""
    resource = job.operator.resource
    if job.database_url is None:
        tip = f"Describe the resource {resource} in aqueduct.json."
        raise OperatorFailed(Failure("system", f"no address was given for the database {resource}", tip))
    try:
        return work(real_url(job.database_url))
    except Unreachable as error:
        tip = f'Check that it runs, and the "url" of {resource} in aqueduct.json.'
        raise OperatorFailed(Failure("system", f"the database {resource} cannot be reached: {error}", tip)) from error
    except MissingDriver as error:
        message = f"{sys.executable} lacks the package {error.package}, which reads the database {resource}."
        raise OperatorFailed(
            Failure("requirements", message, f"Install it: {install_command([error.package])}")
        ) from error
    except ModuleNotFoundError as error:
        package = error.name or "pandas"
        message = f"{sys.executable} lacks the package {package}, which tables of a database are read with."
        raise OperatorFailed(Failure("requirements", message, f"Install it: {install_command([package])}")) from error
    except sql.MissingTable as error:
        there = ", ".join(error.tables[:50]) or "none"
        raise OperatorFailed(
            Failure("user", f"{resource}: {error}", f"The tables of {resource} are: {there}.")
        ) from error
    except sql.WrongQuery as error:
        raise OperatorFailed(Failure("user", str(error), "Nothing was asked of the database.")) from error
    except sql.NoRows as error:
        message = f"{resource} gives no rows for this statement: an extract reads"
        tip = "Write a SELECT; save tables with db.save(…)."
        raise OperatorFailed(Failure("user", message, tip)) from error
    except sql.TableExists as error:
        tip = "Use mode='replace' or mode='append', or another table; nothing was changed."
        message = f"{resource}: the table {error} is there already, and mode='fail' asks that it is not"
        raise OperatorFailed(Failure("user", message, tip)) from error
    except sql.DatabaseError as error:
        raise OperatorFailed(
            Failure("user", f"{resource} refused the statement: {error}", "The words are the database's own.")
        ) from error
