"""The decorators that make operators: `@op`, `@metric`, `@check`, and `to_operator`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, Optional, Union

from aqueduct.arguments import bind_arguments
from aqueduct.artifacts import Artifact, holds_artifact, severity_value
from aqueduct.constants.enums import CheckSeverity
from aqueduct.error import InvalidArtifactTypeException, InvalidFunctionException, InvalidUserArgumentException
from aqueduct.given import is_function, is_text
from aqueduct.operators import DecoratedFunction, Options
from aqueduct.recording import session
from aqueduct.recording.not_used import note_not_used
from aqueduct.recording.recorder import When

__all__ = ["check", "metric", "op", "to_operator"]

Function = Callable[..., Any]
Requirements = Union[str, Sequence[str], None]


def op(
    name: Union[str, Function, None] = None,
    description: Optional[str] = None,
    engine: Optional[str] = None,
    file_dependencies: Optional[Sequence[str]] = None,
    requirements: Requirements = None,
    num_outputs: Optional[int] = None,
    outputs: Optional[Sequence[str]] = None,
    resources: Optional[dict[str, Any]] = None,
    image: Optional[dict[str, str]] = None,
) -> Any:
    """Makes a function an operator; `@op` and `@op(…)` both work.

    `outputs` names the artifacts that a tuple result is taken apart into, `num_outputs` counts them.
    """
    note_not_used("@op", engine=engine, resources=resources, image=image)
    count = _output_count(num_outputs, outputs)
    return _decorate(name, Options("function", None, file_dependencies, requirements, outputs, count))


def metric(
    name: Union[str, Function, None] = None,
    description: Optional[str] = None,
    file_dependencies: Optional[Sequence[str]] = None,
    requirements: Requirements = None,
    output: Optional[str] = None,
    engine: Optional[str] = None,
    resources: Optional[dict[str, Any]] = None,
    image: Optional[dict[str, str]] = None,
) -> Any:
    """Makes a function that gives a number a metric."""
    note_not_used("@metric", engine=engine, resources=resources, image=image)
    return _decorate(name, Options("metric", None, file_dependencies, requirements, _one_output(output)))


def check(
    name: Union[str, Function, None] = None,
    description: Optional[str] = None,
    severity: Union[CheckSeverity, str] = CheckSeverity.WARNING,
    file_dependencies: Optional[Sequence[str]] = None,
    requirements: Requirements = None,
    output: Optional[str] = None,
    engine: Optional[str] = None,
    resources: Optional[dict[str, Any]] = None,
    image: Optional[dict[str, str]] = None,
) -> Any:
    """Makes a function that gives True or False a check; False with severity ERROR fails the run."""
    note_not_used("@check", engine=engine, resources=resources, image=image)
    options = Options(
        "check", None, file_dependencies, requirements, _one_output(output), severity=severity_value(severity)
    )
    return _decorate(name, options)


def to_operator(
    func: Function,
    name: Optional[str] = None,
    description: Optional[str] = None,
    file_dependencies: Optional[Sequence[str]] = None,
    requirements: Requirements = None,
) -> Any:
    """`op` for a function that is written elsewhere."""
    return _apply(func, Options("function", name, file_dependencies, requirements, None))


def _decorate(name: Union[str, Function, None], options: Options) -> Any:
    if callable(name):
        return _apply(name, options)
    if name is not None and not isinstance(name, str):
        raise InvalidUserArgumentException(f"The name of an operator is a text, not {name!r}")
    named = options.with_name(name)
    return lambda function: _apply(function, named)


def _apply(function: Function, options: Options) -> Any:
    raw = function.raw if isinstance(function, DecoratedFunction) else function
    if not is_function(raw):
        raise InvalidFunctionException(f"An operator is made of a function, not of {raw!r}")
    if session.inside_run():
        session.register(raw)
        return _plain(raw, options)
    return DecoratedFunction(raw, options, _record_call)


def _plain(function: Function, options: Options) -> Any:
    """The function itself, but for calls with artifacts: those stand at the top level of a module and stay inert."""

    @functools.wraps(function)
    def call(*arguments: Any, **keywords: Any) -> Any:
        if holds_artifact((*arguments, *keywords.values())):
            return _record_call(DecoratedFunction(function, options, _record_call), arguments, keywords)
        return function(*arguments, **keywords)

    call.local = call.lazy = call  # type: ignore[attr-defined]
    return call


def _record_call(
    decorated: DecoratedFunction, arguments: Sequence[Any], keywords: dict[str, Any], when: When = "now"
) -> Any:
    """Records one call of an operator and gives its artifact, or a tuple of them; from inside of another it is a plain call."""
    if session.inside_run() and not holds_artifact((*arguments, *keywords.values())):
        return decorated.raw(*arguments, **keywords)
    recorder = session.recorder()
    options = decorated.options
    bound = bind_arguments(decorated, arguments, keywords)
    inputs = bound.inputs
    if options.kind in ("metric", "check") and not inputs:
        raise InvalidUserArgumentException(f"The {options.kind} `{decorated.name}` needs at least one argument")
    for record in inputs:
        if record.producer.kind == "check" or (record.producer.kind == "metric" and options.kind == "function"):
            raise InvalidArtifactTypeException(
                f"`{decorated.name}` cannot take {record.name!r}: the result of a {record.producer.kind} goes to "
                + ("nothing" if record.producer.kind == "check" else "metrics and checks only")
            )
    shipment = recorder.capture(decorated) if recorder.capture else None
    type_ = {"metric": "numeric", "check": "boolean"}.get(options.kind, "unknown")
    operator = recorder.record(
        options.kind,
        decorated.name,
        inputs,
        [(name, type_) for name in _output_names(decorated)],
        definition=decorated.definition_source(recorder.shown),
        details={
            **({"severity": options.severity} if options.severity else {}),
            **({"call": bound.call} if bound.call is not None else {}),
        },
        shipment=shipment,
        explicit_names=options.outputs is not None,
        when=when,
    )
    if decorated.yields:
        recorder.note("generator-as-list", "information", generator_as_list(decorated.name))
    artifacts = tuple(Artifact(output) for output in operator.outputs)
    return artifacts[0] if len(artifacts) == 1 else artifacts


# The same words as in core/check/generatorAsList.ts.
def generator_as_list(name: str) -> str:
    """What to say of an operator whose function yields."""
    return f"`{name}` yields, so what it gives is the list of all that it yields."


def _output_names(decorated: DecoratedFunction) -> list[str]:
    options = decorated.options
    if options.outputs is not None:
        return list(options.outputs)
    return [f"{decorated.name} artifact"] * options.output_count


def _one_output(output: Optional[str]) -> Optional[Sequence[str]]:
    if output is not None and not is_text(output):
        raise InvalidUserArgumentException("output= takes a name that is not empty")
    return None if output is None else [output]


def _output_count(num_outputs: Optional[int], outputs: Optional[Sequence[str]]) -> int:
    if outputs is not None:
        if isinstance(outputs, str) or not outputs or not all(map(is_text, outputs)):
            raise InvalidUserArgumentException("outputs= takes a list of names that are not empty")
        if num_outputs is not None and num_outputs != len(outputs):
            raise InvalidUserArgumentException(f"num_outputs={num_outputs}, but outputs= names {len(outputs)}")
        return len(outputs)
    count = 1 if num_outputs is None else num_outputs
    if type(count) is not int or count < 1:
        raise InvalidUserArgumentException(f"num_outputs= takes a whole number from 1 on, not {num_outputs!r}")
    return count
