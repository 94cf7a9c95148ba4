"""Does what an operator of each kind does, and holds its result to the rules of its kind."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from aqueduct import sql
from aqueduct.databases import MissingDriver, Unreachable
from aqueduct.environments.select import install_command
from aqueduct.runner import rules
from aqueduct.runner.call_shape import called_with
from aqueduct.runner.failures import Failure, OperatorFailed
from aqueduct.runner.finishing import finished
from aqueduct.runner.job import Job

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
    names = [given.artifact for given in job.inputs]
    parameters: dict[str, object] = dict(zip(names, inputs))
    query = job.operator.query
    if query is None:
        raise OperatorFailed(
            Failure("system", f"{job.operator.name} has no query", "Publish or run the workflow again.")
        )
    texts = [query] if isinstance(query, str) else list(query)
    spelled = [_with_artifact_ids(text, names) for text in texts]
    return _at_the_database(job, lambda url: sql.extract(url, spelled, parameters, names))


def _with_artifact_ids(query: str, names: Sequence[str]) -> str:
    """`{{ Some name }}` as `{{ some_name }}` where that is the id of a parameter that the query was given."""

    def spelled(found: re.Match[str]) -> str:
        slug = re.sub(r"[^a-z0-9_]", "_", found.group(1).casefold())
        return "{{" + slug + "}}" if slug in names else found.group()

    return re.sub(r"\{\{\s*([^{}]+?)\s*\}\}", spelled, query)


def _save(job: Job, inputs: Sequence[object]) -> dict[str, Any]:
    operator = job.operator
    table = rules.table_to_save(operator.name, inputs[-1])
    name, mode = operator.table or "", operator.mode or ""
    try:
        saved = _at_the_database(job, lambda url: sql.save(url, table, name, mode))
    except (ValueError, TypeError) as error:
        tip = "Give every column a type that the database has; the table is as it was."
        raise OperatorFailed(Failure("user", f"the table {name} cannot be written: {error}", tip)) from error
    return {"resource": operator.resource, "table": name, "mode": mode, "rows": saved.rows, "digest": saved.digest}


def _at_the_database(job: Job, work: Callable[[str], Any]) -> Any:
    """Does some work at the operator's database, and says what went wrong there and what to do."""
    resource = job.operator.resource
    if job.database_url is None:
        tip = f"Describe the resource {resource} in aqueduct.json and connect it."
        raise OperatorFailed(Failure("system", f"no address was given for the database {resource}", tip))
    try:
        return work(job.database_url)
    except Unreachable as error:
        tip = f"Check it with `aqueduct connect {resource}`."
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
    except sql.TableExists as error:
        tip = "Use mode='replace' or mode='append', or another table; nothing was changed."
        message = f"{resource}: the table {error} is there already, and mode='fail' asks that it is not"
        raise OperatorFailed(Failure("user", message, tip)) from error
    except sql.DatabaseError as error:
        raise OperatorFailed(
            Failure("user", f"{resource} refused the statement: {error}", "The words are the database's own.")
        ) from error
