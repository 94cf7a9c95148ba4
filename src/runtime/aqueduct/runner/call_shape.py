"""By which arguments a function takes its inputs (`call` in docs/formats/graph.md)."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Optional


def called_with(function: Callable[..., Any], call: Optional[Mapping[str, Any]], inputs: Sequence[object]) -> Any:
    """Calls a function; without a `call`, inputs come in the order of the signature."""
    if call is not None:
        positional = [_value(place, inputs) for place in call["positional"]]
        return function(*positional, **{name: _value(place, inputs) for name, place in call["keywords"]})
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return function(*inputs)
    named = [parameter.name for parameter in parameters if parameter.kind is inspect.Parameter.KEYWORD_ONLY]
    if not named or len(inputs) != len(parameters):
        return function(*inputs)
    first = len(inputs) - len(named)
    return function(*inputs[:first], **dict(zip(named, inputs[first:])))


def _value(place: Any, inputs: Sequence[object]) -> Any:
    if isinstance(place, int):
        return inputs[place]
    ((kind, items),) = place.items()
    if kind == "dict":
        return {key: _value(item, inputs) for key, item in items}
    values = [_value(item, inputs) for item in items]
    return tuple(values) if kind == "tuple" else values
