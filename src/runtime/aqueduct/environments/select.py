"""The seam at which an operator gets its interpreter. So far it is the one that was chosen, if it suffices."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from aqueduct.environments.requirements import unsatisfied


@dataclass(frozen=True)
class Environment:
    """An interpreter to run an operator with; `lacking` is a sentence where it does not suffice."""

    python: str
    lacking: Optional[str]
    mend: Optional[str]


def environment_for(requirements: Sequence[str], minor: Optional[str]) -> Environment:
    """The environment for an operator with these requirements, bound to a Python minor (`3.11`) or to none.

    Building one environment per set of requirements takes its place here, behind this signature.
    """
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if minor is not None and minor != here:
        return Environment(
            sys.executable,
            f"This operator carries pickled values or code made by Python {minor}, and {sys.executable} is Python {here}.",
            f"Run it with Python {minor}, or trace and publish with Python {here}.",
        )
    missing = unsatisfied(requirements)
    if not missing:
        return Environment(sys.executable, None, None)
    said = [
        each.requirement if each.installed is None else f"{each.requirement} (installed: {each.installed})"
        for each in missing
    ]
    return Environment(
        sys.executable,
        f"{sys.executable} lacks what this operator requires: {', '.join(said)}.",
        f"Install it: {install_command([each.requirement for each in missing])}",
    )


def install_command(requirements: Sequence[str]) -> str:
    """The command that mends this interpreter, ready for a shell."""
    return f"{shlex.quote(sys.executable)} -m pip install " + " ".join(f"'{each}'" for each in requirements)
