"""What the top level of a workflow file set on its definitions and modules, set again where they are made anew."""

from __future__ import annotations

import collections
import copyreg
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Optional

Value = Callable[[str], Any]
"""A captured value, read anew at each call."""


class TopLevelState:
    """Applies the state pieces of a definitions blob.

    What was set is there as soon as its owner is, since other definitions may read it, and is set once more when all are
    made, since making them may have changed it. What an owner held from the start is only filled then: definitions that
    are made add themselves to it, as they did before.
    """

    def __init__(
        self,
        pieces: Sequence[Mapping[str, Any]],
        has_value: Callable[[str], bool],
        value: Value,
        bind: Callable[[str, Any], None],
    ) -> None:
        self._of_owner: dict[str, list[Mapping[str, Any]]] = {}
        self._first: dict[str, str] = {}
        for piece in pieces:
            if piece["kind"] == "state":
                module, colon, _ = piece["owner"].partition(":")
                root = f"{module}:" if colon else piece["owner"].partition(".")[0]
                self._of_owner.setdefault(root, []).append(piece)
                if piece["first"] is not None:
                    self._first[piece["owner"]] = piece["first"]
        self._has_value = has_value
        self._value = value
        self._bind = bind
        self._must_wait: Callable[[str], bool] = lambda _name: False
        self._pending: list[tuple[Any, Mapping[str, Any], Any]] = []

    def wait_for(self, is_needed_first: Callable[[str], bool]) -> None:
        """Sets who tells whether a name needs a definition that is just being made: what holds it is set later."""
        self._must_wait = is_needed_first

    def modules(self) -> frozenset[str]:
        """Names of the modules on which something was set."""
        return frozenset(root[:-1] for root in self._of_owner if root.endswith(":"))

    def needed_for(self, owner: str) -> list[str]:
        """Names of the file that what is set on a definition refers to."""
        return [name for piece in self._of_owner.get(owner, ()) for name in piece["needs"]]

    def first_of(self, name: str) -> str:
        """The name of the value that a name is bound to at first: another one where definitions add to it."""
        return self._first.get(name, name)

    def made(self, root: str, owner: Any) -> None:
        """Takes an owner that was just made: a definition, a value, or a module under `module:`."""
        for piece in self._of_owner.get(root, ()):
            if piece["value"] is None or self._has_value(piece["value"]):
                is_early = piece["how"] != "fill" and not any(map(self._must_wait, piece["needs"]))
                self._pending.append((owner, piece, self._apply(owner, piece) if is_early else None))

    def settle(self) -> bool:
        """Once definitions are made; whether there was anything to do, by which more may have been made."""
        pending, self._pending = self._pending, []
        for owner, piece, was_set in pending:
            self._apply(owner, piece, was_set)
        return bool(pending)

    def _apply(self, root: Any, piece: Mapping[str, Any], was_set: Any = None) -> Any:
        """Sets what a piece says and gives the object that was set; `was_set` is the one of the time before."""
        owner = _inner(root, piece["owner"])
        attribute, how = piece["attribute"], piece["how"]
        if how == "delete":
            if attribute in vars(owner):
                delattr(owner, attribute)
            return None
        value = self._value(piece["value"])
        held = owner if attribute is None else _held(owner, attribute)
        if how == "register":
            for registered in value:
                _register(owner, *registered)
        elif how == "set" and was_set is not None and held is was_set:
            refill(held, value, of_containers_only=True)
        elif not (how == "fill" and refill(held, value)):
            if attribute is None:
                self._bind(piece["owner"], value)
            else:
                setattr(owner, attribute, value)
        return value


def refill(held: Any, wanted: Any, *, of_containers_only: bool = False) -> bool:
    """Lets an object hold what another one of its type holds, so that whoever shares it sees it; False where it cannot."""
    if type(held) is not type(wanted) or held is wanted:
        return held is wanted
    if isinstance(held, (dict, set)):
        held.clear()
        held.update(wanted)
        _refill_attributes(held, wanted)
    elif isinstance(held, (list, collections.deque, bytearray)):
        held.clear()
        held.extend(wanted)
        _refill_attributes(held, wanted)
    elif isinstance(held, tuple) and len(held) == len(wanted):
        return all([mine is other or mine == other or refill(mine, other) for mine, other in zip(held, wanted)])
    elif of_containers_only:
        return False
    elif own_attributes(held) is not None:
        _refill_attributes(held, wanted)
    elif _is_array(held):
        held[...] = wanted
    else:
        return _restored(held, wanted)
    return True


def _refill_attributes(held: Any, wanted: Any) -> None:
    own = getattr(held, "__dict__", None)
    if own is not None and own is not held:  # a dictionary may be its own attributes
        attributes = dict(vars(wanted))
        own.clear()
        own.update(attributes)


def _is_array(held: Any) -> bool:
    return type(held).__module__ == "numpy" and type(held).__name__ == "ndarray"


def _restored(held: Any, wanted: Any) -> bool:
    """Gives an object the state of another one as unpickling does, where that is all there is to it: slots, models, tables."""
    reduced = wanted.__reduce_ex__(2)
    made_by = copyreg.__newobj__  # type: ignore[attr-defined]
    if not isinstance(reduced, tuple) or reduced[0] is not made_by or len(reduced[1]) != 1:
        return False
    state, *items = reduced[2:]
    if state is None or any(each is not None for each in items):
        return False
    if hasattr(held, "__setstate__"):
        held.__setstate__(state)
        return True
    own, slots = state if isinstance(state, tuple) else (state, None)
    if own is not None:
        held.__dict__.clear()
        held.__dict__.update(own)
    for name, value in (slots or {}).items():
        object.__setattr__(held, name, value)
    return True


def is_refilled(held: Any) -> bool:
    """Whether `refill` can do it, whatever it is told to hold."""
    return isinstance(held, (dict, set, list, collections.deque, bytearray)) or own_attributes(held) is not None


def own_attributes(held: Any) -> Optional[dict[str, Any]]:
    """The attributes of an object that is nothing else; None for any other. Runs no code of the object's own."""
    kind: Any = type(held)
    plain = kind.__reduce_ex__ is object.__reduce_ex__ and kind.__reduce__ is object.__reduce__
    slots = any("__slots__" in vars(each) for each in kind.__mro__ if each is not object)
    if not plain or slots or not kind.__dictoffset__ or hasattr(kind, "__setstate__"):
        return None
    attributes: dict[str, Any] = object.__getattribute__(held, "__dict__")
    return attributes


def _held(owner: Any, attribute: str) -> Any:
    return vars(owner).get(attribute, getattr(owner, attribute, None) if attribute.startswith("__") else None)


def _inner(root: Any, owner: str) -> Any:
    """`A.Inner` from `A`, `module:f` from the module."""
    _, colon, path = owner.partition(":")
    inner = path.split(".") if colon else owner.split(".")[1:]
    for part in inner:
        if part:
            root = getattr(root, part)
    return root


def _register(owner: Any, kind: type, function: Any = None) -> None:
    if function is None:
        owner.register(kind)
    else:
        owner.register(kind)(function)
