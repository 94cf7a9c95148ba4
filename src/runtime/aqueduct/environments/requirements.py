"""Whether the packages that an operator asks for are installed here, told by their own metadata."""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from typing import Any, Optional

_BARE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_PACKAGING = (
    "packaging.requirements",
    "pip._vendor.packaging.requirements",
    "setuptools._vendor.packaging.requirements",
)


@dataclass(frozen=True)
class Unsatisfied:
    """A requirement that is not met; `installed` is the version that is there, None where there is none."""

    requirement: str
    installed: Optional[str]


def unsatisfied(requirements: Sequence[str]) -> list[Unsatisfied]:
    """Those of pip's requirements (PEP 508) that this interpreter does not satisfy, in their order.

    Where no copy of `packaging` can be found, the name alone decides.
    """
    found = [_check(text.partition("#")[0].strip()) for text in requirements]
    return [each for each in found if each is not None]


def _check(requirement: str) -> Optional[Unsatisfied]:
    if not requirement:
        return None
    if _BARE.fullmatch(requirement):
        return None if _installed(requirement) else Unsatisfied(requirement, None)
    parsed = _parse(requirement)
    if parsed is None:
        name = _BARE.match(requirement)
        return None if name and _installed(name.group()) else Unsatisfied(requirement, None)
    if parsed.marker is not None and not parsed.marker.evaluate():
        return None
    version = _installed(parsed.name)
    if version is None or not parsed.specifier.contains(version, prereleases=True):
        return Unsatisfied(requirement, version)
    return None


def _installed(name: str) -> Optional[str]:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _parse(requirement: str) -> Any:
    """The requirement as `packaging` parses it; None where there is no `packaging` or the text is none."""
    for name in _PACKAGING:
        try:
            packaging = importlib.import_module(name)
        except ImportError:
            continue
        try:
            return packaging.Requirement(requirement)
        except packaging.InvalidRequirement:
            return None
    return None
