"""From the arguments of a call to the artifacts that the operator takes, and how its function is given them."""

from __future__ import annotations

import inspect
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional, Union

from aqueduct.artifacts import Artifact, holds_artifact, record_of
from aqueduct.error import InvalidUserArgumentException
from aqueduct.operators import DecoratedFunction
from aqueduct.parameters import record_parameter
from aqueduct.recording.model import ArtifactRecord

_Parameter = inspect.Parameter
_VARIADIC = (_Parameter.VAR_POSITIONAL, _Parameter.VAR_KEYWORD)
_KEYS = (str, int, bool, type(None))
_LARGEST_KEY = 2**53

Place = Union[int, dict[str, Any]]
"""Where a value comes from: the number of an input, or a list, tuple or dictionary of places (docs/formats/graph.md)."""


@dataclass
class Bound:
    """What a call gives: its inputs, and by which arguments the function takes them.

    `call` is None where the function takes the inputs one by one, in the order of its signature.
    """

    name: str
    inputs: list[ArtifactRecord] = field(default_factory=list)
    call: Optional[dict[str, Any]] = None

    def take(self, label: str, value: object) -> Place:
        """Where a value of the call comes from; what is no artifact and holds none becomes a parameter."""
        if isinstance(value, Artifact):
            return self._input(record_of(value))
        if isinstance(value, (set, frozenset)) and any(isinstance(item, Artifact) for item in value):
            raise InvalidUserArgumentException(
                f"`{self.name}` is given artifacts in a set, which has no order: give it a list or a tuple of them"
            )
        if not holds_artifact(value):
            return self._input(record_parameter(f"{self.name}:{label}", value, explicit=False))
        if isinstance(value, dict):
            return {"dict": [[_key(self.name, key), self.take(f"{label}[{key}]", item)] for key, item in value.items()]}
        items: Sequence[object] = value  # type: ignore[assignment]
        kind = "list" if type(value) is list else "tuple"
        return {kind: [self.take(f"{label}[{place}]", item) for place, item in enumerate(items)]}

    def _input(self, record: ArtifactRecord) -> int:
        self.inputs.append(record)
        return len(self.inputs) - 1


@dataclass(frozen=True)
class _Given:
    """One argument of the function: `keyword` where it can only be given by name."""

    label: str
    value: object
    keyword: Optional[str]


def bind_arguments(decorated: DecoratedFunction, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Bound:
    """The inputs in the order of the signature; what is no artifact, and defaults that are used, become parameters.

    Raises InvalidUserArgumentException where the function cannot take the call.
    """
    bound = Bound(decorated.name)
    parameters = _parameters(decorated.raw)
    if parameters is None:
        given = _without_signature(decorated.name, arguments, keywords)
    else:
        given = list(_matched(decorated.name, parameters, arguments, keywords))
    positional: list[Place] = []
    by_name: dict[str, Place] = {}
    for each in given:
        place = bound.take(each.label, each.value)
        if each.keyword is None:
            positional.append(place)
        else:
            by_name[each.keyword] = place
    variadic = parameters is None or any(parameter.kind in _VARIADIC for parameter in parameters)
    has_containers = any(isinstance(place, dict) for place in [*positional, *by_name.values()])
    if has_containers or (variadic and by_name):
        bound.call = {"positional": positional, "keywords": [[key, place] for key, place in by_name.items()]}
    return bound


def _matched(
    name: str, parameters: Sequence[_Parameter], arguments: Sequence[Any], keywords: Mapping[str, Any]
) -> Iterator[_Given]:
    left, named = deque(arguments), dict(keywords)
    variadic = any(parameter.kind in _VARIADIC for parameter in parameters)
    by_place = True
    for parameter in parameters:
        own = parameter.name
        can_be_named = parameter.kind != _Parameter.POSITIONAL_ONLY
        keyword = own if parameter.kind == _Parameter.KEYWORD_ONLY or not by_place else None
        if parameter.kind == _Parameter.VAR_POSITIONAL:
            yield from (_Given(f"{own}[{place}]", value, None) for place, value in enumerate(left))
            left.clear()
        elif parameter.kind == _Parameter.VAR_KEYWORD:
            yield from (_Given(key, value, key) for key, value in named.items())
            named.clear()
        elif left:
            if can_be_named and own in named:
                raise InvalidUserArgumentException(f"`{name}` is given its argument `{own}` twice")
            yield _Given(own, left.popleft(), keyword)
        elif can_be_named and own in named:
            yield _Given(own, named.pop(own), keyword)
        elif parameter.default is _Parameter.empty:
            raise InvalidUserArgumentException(
                f"`{name}` is called without its argument `{own}`: pass it an artifact or a value"
            )
        elif variadic:  # the function has it itself; what follows is no longer told by its place
            by_place = False
        else:
            yield _Given(own, parameter.default, keyword)
    if left:
        takes = sum(parameter.kind not in _VARIADIC for parameter in parameters)
        raise InvalidUserArgumentException(f"`{name}` takes {_count(takes)}, not {len(arguments)}")
    for key in named:
        raise InvalidUserArgumentException(f"`{name}` has no argument `{key}`: {_listed(parameters)}")


def _parameters(function: Callable[..., Any]) -> Optional[list[inspect.Parameter]]:
    try:
        return list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return None


def _without_signature(name: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> list[_Given]:
    """Python does not tell the names of its arguments, so there are none for parameters."""
    for value in [*arguments, *keywords.values()]:
        if not isinstance(value, Artifact):
            raise InvalidUserArgumentException(
                f"`{name}` has no named argument for the value {value!r}: "
                "make it a parameter with client.create_param, or name the function's arguments"
            )
    return [_Given("", value, None) for value in arguments] + [_Given(key, keywords[key], key) for key in keywords]


def _key(name: str, key: object) -> object:
    if type(key) not in _KEYS or (isinstance(key, int) and abs(key) > _LARGEST_KEY):
        raise InvalidUserArgumentException(
            f"`{name}` is given a dictionary with artifacts under the key {key!r}: use texts or whole numbers as keys"
        )
    return key


def _listed(parameters: Sequence[_Parameter]) -> str:
    names = [f"`{parameter.name}`" for parameter in parameters if parameter.kind != _Parameter.POSITIONAL_ONLY]
    return "it takes none by name" if not names else f"it has {', '.join(names)}"


def _count(number: int) -> str:
    return "no argument" if number == 0 else "one argument" if number == 1 else f"{number} arguments"
