"""What an object is, told without running code of its own."""

from __future__ import annotations

import sys
from types import FunctionType
from typing import Any, Optional

from aqueduct.definitions.state import own_attributes
from aqueduct.values.functions import MODULE
from aqueduct.values.living import living

_SESSIONS = frozenset(
    {
        "requests.sessions.Session",
        "httpx.Client",
        "httpx.AsyncClient",
        "aiohttp.client.ClientSession",
        "sqlalchemy.engine.base.Engine",
        "sqlalchemy.engine.base.Connection",
        "sqlalchemy.orm.session.Session",
        "subprocess.Popen",
    }
)


def is_nothing_but_itself(value: object) -> bool:
    """An object without attributes, which code tells from others by `is`: a sentinel, a function."""
    return type(value) is object or own_attributes(value) == {}


def is_wrapper(value: object) -> bool:
    """What stands in the place of a function that it decorates, as `functools.update_wrapper` leaves it: `lru_cache`, a callable object.

    Runs no code of the value's own, and leaves the value as it is: a `partial` that was asked for its `__dict__` is another one.
    """
    try:
        return callable(value) and object.__getattribute__(value, "__wrapped__") is not None
    except AttributeError:
        return False


def home_of(function: FunctionType) -> Optional[str]:
    """The module whose globals a function has, where that can be imported elsewhere."""
    for name in (MODULE, function.__globals__.get("__name__")):
        module = sys.modules.get(name or "")
        if name != "__main__" and module is not None and vars(module) is function.__globals__:
            return str(name)
    return None


def says_another_module(value: Any) -> bool:
    """A class that a call made (`make_dataclass`), in whose name that module has nothing."""
    return isinstance(value, type) and not is_importable(value)


def is_importable(value: Any) -> bool:
    """Whether a module other than the file gives the object under its own name."""
    module, name = getattr(value, "__module__", None), getattr(value, "__qualname__", "")
    return module != "__main__" and getattr(sys.modules.get(module or ""), name, None) is value


def is_living(value: object) -> bool:
    """Whether it lives in one process: what `living` knows, and sessions of libraries."""
    names = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(value).__mro__}
    return living(value) is not None or bool(names & _SESSIONS)
