"""From the arguments of a call to the artifacts that the operator takes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any, Optional

from aqueduct.artifacts import Artifact, record_of
from aqueduct.error import InvalidUserArgumentException
from aqueduct.operators import DecoratedFunction
from aqueduct.parameters import record_parameter
from aqueduct.recording.model import ArtifactRecord

_VARIADIC = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


def bind_arguments(
    decorated: DecoratedFunction, arguments: Sequence[Any], keywords: dict[str, Any]
) -> list[ArtifactRecord]:
    """The inputs in argument order; what is no artifact, and defaults that are used, become parameters.

    Raises InvalidUserArgumentException where the function cannot take the call.
    """
    name = decorated.name
    if keywords:
        given = ", ".join(f"{key}=…" for key in keywords)
        raise InvalidUserArgumentException(
            f"`{name}` takes its arguments by position: write `{name}(…)` without {given}"
        )
    parameters = _parameters(decorated.raw)
    if parameters is None or any(parameter.kind in _VARIADIC for parameter in parameters):
        return _artifacts_only(name, arguments, parameters)
    if len(arguments) > len(parameters):
        raise InvalidUserArgumentException(f"`{name}` takes {_count(len(parameters))}, not {len(arguments)}")
    inputs = []
    for place, parameter in enumerate(parameters):
        if place < len(arguments):
            value = arguments[place]
        elif parameter.default is not inspect.Parameter.empty:
            value = parameter.default
        else:
            raise InvalidUserArgumentException(
                f"`{name}` is called without its argument `{parameter.name}`: pass it an artifact or a value"
            )
        inputs.append(
            record_of(value)
            if isinstance(value, Artifact)
            else record_parameter(f"{name}:{parameter.name}", value, explicit=False)
        )
    return inputs


def _parameters(function: Callable[..., Any]) -> Optional[list[inspect.Parameter]]:
    try:
        return list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return None


def _artifacts_only(
    name: str, arguments: Sequence[Any], parameters: Optional[list[inspect.Parameter]]
) -> list[ArtifactRecord]:
    """A function with `*arguments` has no names for parameters, so it takes artifacts only."""
    for argument in arguments:
        if not isinstance(argument, Artifact):
            raise InvalidUserArgumentException(
                f"`{name}` has no named argument for the value {argument!r}: "
                "make it a parameter with client.create_param, or name the function's arguments"
            )
    named = [parameter for parameter in parameters or [] if parameter.kind not in _VARIADIC]
    missing = [parameter for parameter in named[len(arguments) :] if parameter.default is inspect.Parameter.empty]
    if missing:
        raise InvalidUserArgumentException(f"`{name}` is called without its argument `{missing[0].name}`")
    return [record_of(argument) for argument in arguments]


def _count(number: int) -> str:
    return "no argument" if number == 0 else "one argument" if number == 1 else f"{number} arguments"
