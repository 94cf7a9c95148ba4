"""Which things of a workflow file are made anew where an operator runs, since they live in one process: locks and the like."""

from __future__ import annotations

import contextvars
import inspect
import queue
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Optional

from aqueduct.definitions.remaking import fill_local, number_of, remade, set_variable
from aqueduct.error import CannotShipError
from aqueduct.values.type_names import a_type, type_name

_STATELESS = {
    type(threading.Lock()): "lock",
    type(threading.RLock()): "rlock",
}
_EMPTY: dict[type, str] = {
    weakref.WeakSet: "weak-set",
    weakref.WeakKeyDictionary: "weak-keys",
    weakref.WeakValueDictionary: "weak-values",
}


def plain_remake(value: object) -> Optional[tuple[str, tuple[int, ...]]]:
    """How to make a thing anew by numbers alone: the kind, as in `MAKERS`, and its state; None for anything else.

    Whoever holds a lock is not there: locks and bounded semaphores are free. An event is set if it was, a semaphore has what is left of it.
    """
    kind = type(value)
    if kind in _STATELESS:
        return _STATELESS[kind], ()
    if isinstance(value, threading.Event) and kind is threading.Event:
        return "event", (int(value.is_set()),)
    if kind is threading.Semaphore:
        return "semaphore", (int(value._value),)  # type: ignore[attr-defined]
    if kind is threading.BoundedSemaphore:
        return "bounded-semaphore", (int(value._initial_value),)  # type: ignore[attr-defined]
    if isinstance(value, queue.SimpleQueue) and kind is queue.SimpleQueue and value.empty():
        return "simple-queue", ()
    if kind in _EMPTY and not len(value):  # type: ignore[arg-type]
        return _EMPTY[kind], ()
    return None


def reduced(value: Any, ships: Callable[[object], bool], leave_out: Callable[[str], None]) -> Any:
    """How pickle writes a thing that is made anew; None for anything else.

    What a `threading.local` or a context variable holds goes with it where it `ships`; what does not is told to `leave_out`.
    """
    plain = plain_remake(value)
    if plain is not None:
        return remade, (plain[0], number_of(value), *plain[1])
    kind = type(value)
    if kind is threading.Condition:
        return remade, ("condition", number_of(value), value._lock)
    if kind is threading.Barrier:
        return remade, ("barrier", number_of(value), value.parties, value._action, value._timeout)
    if isinstance(value, threading.local):
        return _local(value, ships, leave_out)
    if kind is contextvars.ContextVar:
        return _variable(value, ships, leave_out)
    if kind in _EMPTY:
        raise CannotShipError(f"{type_name(value)} (nothing would hold there what is in it)")
    return None


def _local(value: threading.local, ships: Callable[[object], bool], leave_out: Callable[[str], None]) -> Any:
    kind = type(value)
    if kind is not threading.local and _takes_arguments(kind):
        raise CannotShipError(f"{type_name(value)} (its __init__ takes arguments)")
    attributes = {}
    for name, held in vars(value).items():
        if ships(held):
            attributes[name] = held
        else:
            leave_out(f"`{name}`, which is {a_type(held)}")
    number = number_of(value)
    return remade, ("local", number, kind), (number, attributes), None, None, fill_local


def _takes_arguments(kind: type) -> bool:
    try:
        inspect.signature(kind.__init__).bind(None)  # type: ignore[misc]
    except (TypeError, ValueError):
        return True
    return False


def _variable(
    value: contextvars.ContextVar[Any], ships: Callable[[object], bool], leave_out: Callable[[str], None]
) -> Any:
    default: tuple[Any, ...] = ()
    with suppress(LookupError):
        default = (contextvars.Context().run(value.get),)
    number = number_of(value)
    made = remade, ("context-variable", number, value.name, *default)
    context = contextvars.copy_context()
    if value not in context:
        return made
    if not ships(context[value]):
        leave_out(f"the value that is set, which is {a_type(context[value])}")
        return made
    return (*made, (number, context[value]), None, None, set_variable)
