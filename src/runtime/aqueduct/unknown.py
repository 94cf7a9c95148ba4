"""A stand-in for what only a run can know."""

from __future__ import annotations

from typing import Any, NoReturn

from aqueduct.error import ArtifactNeverComputedException


class UnknownValue:
    """Can be printed and passed over; whatever else is done with it says what to do instead."""

    def __init__(self, what: str) -> None:
        object.__setattr__(self, "_what", what)

    def __repr__(self) -> str:
        return f"<{object.__getattribute__(self, '_what')}: known when the workflow runs>"

    def _refuse(self, *_arguments: Any, **_keywords: Any) -> NoReturn:
        raise ArtifactNeverComputedException(
            f"{object.__getattribute__(self, '_what')} is known only when the workflow runs: "
            "do this inside an operator that takes the artifact as its argument"
        )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # IPython, pickle and copy ask objects for names of theirs
            raise AttributeError(name)
        self._refuse()

    __setattr__ = __getitem__ = __setitem__ = __len__ = __iter__ = __bool__ = __call__ = __contains__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __float__ = __int__ = __index__ = __neg__ = _refuse
    __hash__ = object.__hash__
